package visibuild.benchmark.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import visibuild.Scope;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenEventPublisher;
import visibuild.internal.auth.TokenProvider;
import visibuild.internal.auth.TokenThreads;
import visibuild.internal.auth.grant.ClientCredentialsGrant;
import visibuild.internal.auth.grant.SecretSource;
import visibuild.internal.auth.grant.TokenEndpoint;
import visibuild.internal.base.Secret;
import visibuild.internal.time.Clocks;

/** The runtime's token provider, assembled as in {@code Visibuild}. */
final class Ours implements Tokens {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final HttpUrl ORIGIN = HttpUrl.get("https://visibuild.example/");

  private final TokenThreads threads = new TokenThreads();
  private final OkHttpClient http;
  private final TokenProvider provider;
  private final Call call;

  Ours(SlowEndpoint endpoint) {
    http =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(threads.workers()))
            .addInterceptor(chain -> respond(chain, endpoint))
            .build();
    AuthContext context =
        new AuthContext(
            Clocks.system(),
            threads,
            threads.workers(),
            () -> ThreadLocalRandom.current().nextLong(),
            new TokenEventPublisher(null, Runnable::run),
            TIMEOUT);
    SecretSource secrets = new SecretSource.Constant(Secret.ofUnchecked("benchmark"));
    TokenEndpoint tokens = new TokenEndpoint(http, ORIGIN, "benchmark", context);
    provider =
        new CachingTokenProvider(
            new ClientCredentialsGrant(tokens, secrets, Scope.READ), Scope.READ, context);
    call = http.newCall(new Request.Builder().url(ORIGIN).build());
  }

  @Override
  public String token() {
    try {
      return provider.token(call).authorization();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    provider.close();
    threads.close();
  }

  private static Response respond(Interceptor.Chain chain, SlowEndpoint endpoint) {
    String json =
        "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": %d, \"scope\": \"read\"}"
            .formatted(endpoint.ask().token(), endpoint.life().toSeconds());
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(json, MediaType.get("application/json")))
        .build();
  }
}
