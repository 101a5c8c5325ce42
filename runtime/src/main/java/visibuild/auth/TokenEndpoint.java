package visibuild.auth;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import visibuild.DecodingException;
import visibuild.Scope;
import visibuild.ScopeNotGrantedException;
import visibuild.auth.TokenFailure.Kind;
import visibuild.failure.Breaks;

/** Visibuild's token endpoint: exchanges client credentials for access tokens (RFC 6749, 4.4). */
public final class TokenEndpoint {
  static final String PATH = "oauth/token";

  /** No honest answer is longer. */
  private static final int LONGEST_ANSWER_BYTES = 64 * 1024;

  private final OkHttpClient http;
  private final HttpUrl url;
  private final String clientId;
  private final Supplier<String> clientSecret;
  private final Clock clock;

  /**
   * Makes an endpoint.
   *
   * @param http a client that follows no redirects and shows the request to nobody
   * @param origin the origin that the endpoint lies at
   */
  public TokenEndpoint(
      OkHttpClient http,
      HttpUrl origin,
      String clientId,
      Supplier<String> clientSecret,
      Clock clock) {
    this.http = http;
    this.url = origin.newBuilder().addPathSegments(PATH).build();
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.clock = clock;
  }

  /**
   * Asks for a token of {@code scope}. The future fails with a {@link TokenFailure}; to cancel it
   * does not end the request.
   */
  CompletableFuture<AccessToken> request(Scope scope) {
    // Always with its scope: left out, it may grant less than the credential has.
    FormBody form =
        new FormBody.Builder()
            .add("grant_type", "client_credentials")
            .add("client_id", clientId)
            .add("client_secret", clientSecret.get())
            .add("scope", scope.parameter())
            .build();
    Request request =
        new Request.Builder().url(url).header("Accept", "application/json").post(form).build();
    CompletableFuture<AccessToken> future = new CompletableFuture<>();
    http.newCall(request).enqueue(new TokenCallback(scope, clock.instant(), future));
    return future;
  }

  private AccessToken read(Response response, Scope scope, Instant asked)
      throws IOException, TokenFailure {
    byte[] body = start(response);
    if (!response.isSuccessful() || TokenRefusal.isError(body)) {
      throw TokenRefusal.of(response, body, scope);
    }
    try {
      TokenAnswer answer = TokenAnswer.parse(body);
      Set<String> granted = answer.scope().orElseGet(() -> Scopes.of(scope));
      if (!granted.containsAll(Scopes.of(scope))) {
        throw new TokenFailure(Kind.LASTING, call -> new ScopeNotGrantedException(scope, granted));
      }
      return AccessToken.renewed(
          answer.accessToken(), granted, answer.scope().isPresent(), asked, answer.life());
    } catch (MalformedTokenAnswer e) {
      String message =
          "POST %s was answered %d (%s), and the answer is no token, because %s. Is the base URL right?"
              .formatted(PATH, response.code(), contentType(response), e.getMessage());
      throw new TokenFailure(
          Kind.PASSING, call -> new DecodingException(TokenFailure.said(message, call), null));
    }
  }

  private static byte[] start(Response response) throws IOException {
    try (Buffer start = new Buffer()) {
      while (start.size() < LONGEST_ANSWER_BYTES
          && response.body().source().read(start, LONGEST_ANSWER_BYTES - start.size()) != -1) {
        // Reads on until the body ends or is longer than any honest answer.
      }
      return start.readByteArray();
    }
  }

  private static String contentType(Response response) {
    String header = response.header("Content-Type");
    return header == null ? "without a content type" : header;
  }

  private final class TokenCallback implements Callback {
    private final Scope scope;
    private final Instant asked;
    private final CompletableFuture<AccessToken> future;

    TokenCallback(Scope scope, Instant asked, CompletableFuture<AccessToken> future) {
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
      } catch (TokenFailure | RuntimeException | Error e) {
        future.completeExceptionally(e);
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      future.completeExceptionally(
          new TokenFailure(
              Kind.PASSING,
              needed -> Breaks.of(e, "POST %s (for %s)".formatted(PATH, needed), url)));
    }
  }
}
