package visibuild.benchmark.call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import visibuild.benchmark.MarkdownTable;
import visibuild.internal.http.ConnectionMonitor;
import visibuild.internal.http.HttpClients;
import visibuild.internal.http.Origin;

/**
 * The cost of the check of a pooled connection before a write: the same writes over the loopback
 * with and without it. Both take turns in one JVM, in batches, so that other load affects both; the
 * ratio is the median of the pairs' ratios.
 *
 * <p>The client with the check also has the guard of the origin, which the check is part of; the
 * other has an empty interceptor in its place.
 */
public final class SocketCheckTable {
  private static final int PAIRS = 300;
  private static final int BATCH = 250;
  private static final int WARM_UP_BATCHES = 40;

  private SocketCheckTable() {}

  /** Writes the table {@code socket}. */
  public static void main(String[] arguments) throws IOException {
    try (LoopbackServer server = LoopbackServer.start()) {
      HttpUrl url = HttpUrl.get(server.url() + "api/core/v1/tickets");
      OkHttpClient base = Transport.standard();
      Call.Factory plain = unchecked(base);
      Call.Factory checked = checked(base, Origin.of(url));
      for (int i = 0; i < WARM_UP_BATCHES; i++) {
        batch(plain, url);
        batch(checked, url);
      }
      List<Double> without = new ArrayList<>();
      List<Double> with = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < PAIRS; i++) {
        boolean isPlainFirst = i % 2 == 0;
        double first = batch(isPlainFirst ? plain : checked, url);
        double second = batch(isPlainFirst ? checked : plain, url);
        without.add(isPlainFirst ? first : second);
        with.add(isPlainFirst ? second : first);
        ratios.add(with.get(i) / without.get(i));
      }
      new MarkdownTable(
              "a write over the loopback, median of " + PAIRS, "OkHttp", "checked", "ratio")
          .row(
              "wall time",
              "%.1f µs".formatted(quantile(without, 0.5)),
              "%.1f µs".formatted(quantile(with, 0.5)),
              "%.3f".formatted(quantile(ratios, 0.5)))
          .row(
              "the fastest tenth",
              "%.1f µs".formatted(quantile(without, 0.1)),
              "%.1f µs".formatted(quantile(with, 0.1)),
              "%.3f".formatted(quantile(with, 0.1) / quantile(without, 0.1)))
          .publish("socket");
    }
    System.exit(0);
  }

  private static Call.Factory unchecked(OkHttpClient base) {
    return base.newBuilder()
        .addInterceptor(chain -> chain.proceed(chain.request()))
        .addNetworkInterceptor(chain -> chain.proceed(chain.request()))
        .build();
  }

  private static Call.Factory checked(OkHttpClient base, Origin origin) {
    ConnectionMonitor connections = new ConnectionMonitor();
    return HttpClients.forApi(
        HttpClients.withProbedSockets(base),
        origin,
        (chain, request) -> {
          try {
            return chain.proceed(request);
          } finally {
            connections.reset(chain.call());
          }
        },
        connections,
        client -> client,
        false,
        new AtomicBoolean());
  }

  /** Returns the microseconds of one write. */
  private static double batch(Call.Factory calls, HttpUrl url) throws IOException {
    RequestBody body = RequestBody.create("x".repeat(200), MediaType.get("application/json"));
    long start = System.nanoTime();
    for (int i = 0; i < BATCH; i++) {
      Request request = new Request.Builder().url(url).post(body).build();
      try (Response response = calls.newCall(request).execute()) {
        response.body().bytes();
      }
    }
    return (System.nanoTime() - start) / 1e3 / BATCH;
  }

  private static double quantile(List<Double> values, double share) {
    return values.stream().sorted().skip((long) (values.size() * share)).findFirst().orElseThrow();
  }
}
