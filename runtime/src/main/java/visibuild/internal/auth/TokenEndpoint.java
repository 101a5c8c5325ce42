package visibuild.internal.auth;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import visibuild.DecodingException;
import visibuild.Scope;
import visibuild.ScopeNotGrantedException;
import visibuild.TokenEvent;
import visibuild.internal.auth.TokenFailure.Kind;

/** Visibuild's token endpoint: exchanges client credentials for access tokens (RFC 6749, 4.4). */
public final class TokenEndpoint {
  static final String PATH = "oauth/token";

  /** No honest answer is longer. */
  private static final int LONGEST_ANSWER_BYTES = 64 * 1024;

  private final OkHttpClient http;
  private final HttpUrl url;
  private final String clientId;
  private final AuthContext outside;

  /**
   * Makes an endpoint.
   *
   * @param http a client that follows no redirects and shows the request to nobody
   * @param origin the origin that the endpoint lies at
   */
  public TokenEndpoint(OkHttpClient http, HttpUrl origin, String clientId, AuthContext outside) {
    this.http = http;
    this.url = origin.newBuilder().addPathSegments(PATH).build();
    this.clientId = clientId;
    this.outside = outside;
  }

  /** Scheme, host and port. */
  String origin() {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }

  String clientId() {
    return clientId;
  }

  /**
   * Asks for a token of {@code scope}, once. The future fails with a {@link TokenFailure}; to
   * cancel it does not end the request.
   */
  CompletableFuture<AccessToken> request(Scope scope, Held secret) {
    Request request =
        new Request.Builder()
            .url(url)
            .header("Accept", "application/json")
            .post(new ClientCredentialsBody(clientId, secret, scope))
            .build();
    outside.eventPublisher().publish(new TokenEvent.Requested(scope));
    CompletableFuture<AccessToken> future = new CompletableFuture<>();
    http.newCall(request).enqueue(new TokenCallback(scope, outside.time().now(), future));
    return future;
  }

  private AccessToken read(Response response, Scope scope, ClockReading asked)
      throws IOException, TokenFailure {
    byte[] body = start(response);
    if (!response.isSuccessful() || TokenErrorResponse.isError(body)) {
      throw TokenErrorResponse.of(response, body, scope);
    }
    try {
      if (body.length > LONGEST_ANSWER_BYTES) {
        throw new MalformedTokenResponseException("it is longer than 64 KiB");
      }
      return token(AccessTokenResponse.parse(body), scope, asked);
    } catch (MalformedTokenResponseException e) {
      String message =
          "POST %s was answered %d (%s), and the answer is no token, because %s. Is the base URL right?"
              .formatted(PATH, response.code(), contentType(response), e.getMessage());
      throw new TokenFailure(
          Kind.MALFORMED, call -> new DecodingException(TokenFailure.said(message, call), null));
    }
  }

  private AccessToken token(AccessTokenResponse answer, Scope scope, ClockReading asked)
      throws TokenFailure {
    Set<String> requested = Scopes.of(scope);
    Set<String> granted = answer.scope().orElse(requested);
    if (!granted.containsAll(requested)) {
      throw new TokenFailure(Kind.PERMANENT, call -> new ScopeNotGrantedException(scope, granted));
    }
    if (!requested.containsAll(granted)) {
      outside
          .eventPublisher()
          .publish(new TokenEvent.ExcessScopeGranted(scope, Set.copyOf(granted)));
    }
    if (!answer.lifeSaid()) {
      outside.eventPublisher().publish(new TokenEvent.LifetimeAssumed(scope, answer.life()));
    }
    outside
        .eventPublisher()
        .publish(new TokenEvent.Refreshed(scope, Set.copyOf(granted), answer.life()));
    return AccessToken.renewed(
        answer.accessToken().reveal(),
        granted,
        answer.scope().isPresent(),
        asked,
        answer.life(),
        outside.random().nextDouble());
  }

  private static byte[] start(Response response) throws IOException {
    try (Buffer start = new Buffer()) {
      // One byte more tells that there is more.
      while (start.size() <= LONGEST_ANSWER_BYTES
          && response.body().source().read(start, LONGEST_ANSWER_BYTES + 1 - start.size()) != -1) {
        // Reads on until the body ends or is longer than any honest answer.
      }
      return start.readByteArray();
    }
  }

  /** The type alone, and only if it is one: the header is the server's to fill. */
  private static String contentType(Response response) {
    String header = response.header("Content-Type");
    if (header == null) {
      return "without a content type";
    }
    String type = header.split(";", 2)[0].strip();
    return type.matches("[\\w.+-]{1,40}/[\\w.+-]{1,40}") ? type : "of an unreadable content type";
  }

  private final class TokenCallback implements Callback {
    private final Scope scope;
    private final ClockReading asked;
    private final CompletableFuture<AccessToken> future;

    TokenCallback(Scope scope, ClockReading asked, CompletableFuture<AccessToken> future) {
      this.scope = scope;
      this.asked = asked;
      this.future = future;
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        future.complete(read(response, scope, asked));
      } catch (IOException e) {
        onFailure(call, e);
      } catch (Throwable e) {
        future.completeExceptionally(e);
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      future.completeExceptionally(TokenTransportFailure.of(e, url));
    }
  }
}
