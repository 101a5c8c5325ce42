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
import visibuild.internal.auth.Clocks;
import visibuild.internal.auth.SecretReader;
import visibuild.internal.auth.TokenEndpoint;
import visibuild.internal.auth.TokenEventPublisher;
import visibuild.internal.auth.TokenProvider;
import visibuild.internal.auth.TokenThreads;

/** The runtime's token source, wired as {@code Visibuild} wires it. */
final class Ours implements Tokens {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpUrl ORIGIN = HttpUrl.get("https://visibuild.example/");

  private final TokenThreads threads = new TokenThreads();
  private final OkHttpClient http;
  private final TokenProvider source;
  private final Call call;

  Ours(SlowEndpoint endpoint) {
    http =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(threads.workers()))
            .addInterceptor(chain -> answer(chain, endpoint))
            .build();
    AuthContext outside =
        new AuthContext(
            Clocks.ofMachine(),
            threads.timer(),
            threads.workers(),
            () -> ThreadLocalRandom.current().nextLong(),
            new TokenEventPublisher(null, Runnable::run),
            PATIENCE);
    SecretReader secrets = new SecretReader(() -> "benchmark", secret -> secret, outside);
    source =
        CachingTokenProvider.of(
            new TokenEndpoint(http, ORIGIN, "benchmark", outside), secrets, Scope.READ, outside);
    call = http.newCall(new Request.Builder().url(ORIGIN).build());
  }

  @Override
  public String token() {
    try {
      return source.token(call).authorization();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    source.close();
    threads.close();
  }

  private static Response answer(Interceptor.Chain chain, SlowEndpoint endpoint) {
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
