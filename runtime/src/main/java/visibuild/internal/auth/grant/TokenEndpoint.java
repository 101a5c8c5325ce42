package visibuild.internal.auth.grant;

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
import org.jspecify.annotations.Nullable;
import visibuild.DecodingException;
import visibuild.Scope;
import visibuild.ScopeNotGrantedException;
import visibuild.TokenEvent;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.Scopes;
import visibuild.internal.auth.TokenFailure;
import visibuild.internal.auth.TokenFailure.Kind;
import visibuild.internal.base.Secret;
import visibuild.internal.error.BodyReadException;
import visibuild.internal.error.CallErrors;
import visibuild.internal.time.ClockReading;

/** Visibuild's token endpoint. Safe for use by several threads. */
public final class TokenEndpoint {
  static final String PATH = "oauth/token";

  /** Longer responses are not read to their end. */
  private static final int MAX_RESPONSE_BYTES = 64 * 1024;

  private final OkHttpClient http;
  private final HttpUrl url;
  private final String clientId;
  private final AuthContext context;

  /**
   * Creates an endpoint.
   *
   * @param http a client that follows no redirect, and has no interceptor or listener of the user
   * @param origin the origin of the endpoint
   */
  public TokenEndpoint(OkHttpClient http, HttpUrl origin, String clientId, AuthContext context) {
    this.http = http;
    this.url = origin.newBuilder().addPathSegments(PATH).build();
    this.clientId = clientId;
    this.context = context;
  }

  /** Returns scheme, host and port. */
  String origin() {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }

  String clientId() {
    return clientId;
  }

  /**
   * Sends one request for a token of {@code scope}. The future fails with a {@link TokenFailure};
   * cancelling it does not cancel the request.
   */
  CompletableFuture<AccessToken> request(Scope scope, Secret secret) {
    Request request =
        new Request.Builder()
            .url(url)
            .header("Accept", "application/json")
            .post(new ClientCredentialsBody(clientId, secret, scope))
            .build();
    context.eventPublisher().publish(new TokenEvent.Requested(scope));
    CompletableFuture<AccessToken> future = new CompletableFuture<>();
    ClockReading requestedAt = context.clocks().now();
    http.newCall(request).enqueue(new TokenCallback(scope, secret, requestedAt, future));
    return future;
  }

  private AccessToken read(Response response, Scope scope, Secret secret, ClockReading requestedAt)
      throws IOException, TokenFailure {
    byte[] body = start(response);
    if (!response.isSuccessful()) {
      throw error(response, body, scope, secret);
    }
    try {
      if (body.length > MAX_RESPONSE_BYTES) {
        throw new MalformedTokenResponseException("it is longer than 64 KiB");
      }
      return token(AccessTokenResponse.parse(body, secret), scope, requestedAt);
    } catch (MalformedTokenResponseException e) {
      if (TokenErrorResponse.isError(body)) {
        throw error(response, body, scope, secret);
      }
      String message =
          "The response to POST %s (%d, %s) contains no token, because %s. Is the base URL right?"
              .formatted(
                  PATH,
                  response.code(),
                  contentType(SecretEcho.withoutEcho(response, secret)),
                  e.getMessage());
      throw new TokenFailure(
          Kind.MALFORMED,
          call -> new DecodingException(TokenFailure.withCall(message, call), null));
    }
  }

  private static TokenFailure error(Response response, byte[] body, Scope scope, Secret secret) {
    Response shown = SecretEcho.withoutEcho(response, secret);
    return TokenErrorResponse.failure(shown, body, scope, secret);
  }

  private AccessToken token(AccessTokenResponse response, Scope scope, ClockReading requestedAt)
      throws TokenFailure {
    Set<String> requested = Scopes.of(scope);
    Set<String> granted = response.scope().orElse(requested);
    if (!granted.containsAll(requested)) {
      throw new TokenFailure(Kind.PERMANENT, call -> new ScopeNotGrantedException(scope, granted));
    }
    if (!requested.containsAll(granted)) {
      publish(new TokenEvent.ExcessScopeGranted(scope, Set.copyOf(granted)));
    }
    if (!response.lifetimeStated()) {
      publish(new TokenEvent.LifetimeAssumed(scope, response.lifetime()));
    }
    publish(new TokenEvent.Refreshed(scope, Set.copyOf(granted), response.lifetime()));
    return AccessToken.expiring(
        response.accessToken(),
        granted,
        response.scope().isPresent(),
        requestedAt,
        response.lifetime(),
        context.random().nextDouble());
  }

  private void publish(TokenEvent event) {
    context.eventPublisher().publish(event);
  }

  private static byte[] start(Response response) throws IOException {
    try (Buffer start = new Buffer()) {
      // One byte more shows that the response is too long.
      while (start.size() <= MAX_RESPONSE_BYTES
          && response.body().source().read(start, MAX_RESPONSE_BYTES + 1 - start.size()) != -1) {
        // Reads on until the body ends or is too long.
      }
      return start.readByteArray();
    } catch (IOException e) {
      throw new BodyReadException(e);
    }
  }

  /** Returns the media type alone, and only if it looks like one: the server controls its text. */
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
    private final Secret secret;
    private final ClockReading requestedAt;
    private final CompletableFuture<AccessToken> future;

    TokenCallback(
        Scope scope,
        Secret secret,
        ClockReading requestedAt,
        CompletableFuture<AccessToken> future) {
      this.scope = scope;
      this.secret = secret;
      this.requestedAt = requestedAt;
      this.future = future;
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        future.complete(read(response, scope, secret, requestedAt));
      } catch (IOException e) {
        onFailure(call, e);
      } catch (Throwable e) {
        future.completeExceptionally(e);
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      @Nullable Throwable hidden = CallErrors.hidden(e);
      future.completeExceptionally(hidden == null ? TokenTransportFailure.of(e, url) : hidden);
    }
  }
}
