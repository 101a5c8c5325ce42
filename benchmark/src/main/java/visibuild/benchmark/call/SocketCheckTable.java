package visibuild.benchmark.call;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.benchmark.MarkdownTable;
import visibuild.internal.http.HttpClients;
import visibuild.internal.http.IdleSocketProbe;

/**
 * The cost of the check of a pooled connection before a write: the same writes to the JDK's HTTP
 * server over the loopback, with and without it. Both take turns in one JVM, in batches, so that
 * other load affects both; the ratio is the median of the pairs' ratios.
 */
public final class SocketCheckTable {
  private static final int PAIRS = 400;
  private static final int BATCH = 100;
  private static final int WARM_UP_BATCHES = 60;
  private static final int PROBES = 200_000;
  private static final byte[] RESPONSE = "{\"data\": {}}".getBytes(StandardCharsets.US_ASCII);

  private final HttpUrl url;

  private SocketCheckTable(HttpUrl url) {
    this.url = url;
  }

  /** Writes the table {@code socket}. */
  public static void main(String[] arguments) throws IOException {
    // The server writes head and body of a response separately.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    ExecutorService workers = Executors.newCachedThreadPool();
    server.setExecutor(workers);
    server.createContext(
        "/",
        exchange -> {
          try (InputStream body = exchange.getRequestBody()) {
            body.readAllBytes();
          }
          exchange.sendResponseHeaders(200, RESPONSE.length);
          exchange.getResponseBody().write(RESPONSE);
          exchange.close();
        });
    server.start();
    try {
      new SocketCheckTable(HttpUrl.get("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
          .measure();
    } finally {
      server.stop(0);
      workers.shutdownNow();
    }
    System.exit(0);
  }

  private void measure() throws IOException {
    AtomicReference<@Nullable Socket> pooled = new AtomicReference<>();
    OkHttpClient plain = client(chain -> chain.proceed(chain.request()));
    OkHttpClient checked =
        client(
            chain -> {
              Socket socket = Objects.requireNonNull(chain.connection()).socket();
              pooled.set(socket);
              if (IdleSocketProbe.isUnusable(socket)) {
                throw new IOException("The server closed the connection.");
              }
              return chain.proceed(chain.request());
            });
    for (int i = 0; i < WARM_UP_BATCHES; i++) {
      batch(plain);
      batch(checked);
    }
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      boolean isPlainFirst = i % 2 == 0;
      double first = batch(isPlainFirst ? plain : checked);
      double second = batch(isPlainFirst ? checked : plain);
      without.add(isPlainFirst ? first : second);
      with.add(isPlainFirst ? second : first);
      ratios.add(with.get(i) / without.get(i));
    }
    new MarkdownTable("a write over the loopback", "unchecked", "checked", "ratio")
        .row(row("median of " + PAIRS + " batches", without, with, quantile(ratios, 0.5)))
        .row(
            row(
                "a tenth of the batches is faster",
                without,
                with,
                0.1,
                quantile(with, 0.1) / quantile(without, 0.1)))
        .row("the check alone", "", "%.2f µs".formatted(probe(pooled.get())), "")
        .publish("socket");
  }

  private static String[] row(String name, List<Double> without, List<Double> with, double ratio) {
    return row(name, without, with, 0.5, ratio);
  }

  private static String[] row(
      String name, List<Double> without, List<Double> with, double share, double ratio) {
    return new String[] {
      name,
      "%.1f µs".formatted(quantile(without, share)),
      "%.1f µs".formatted(quantile(with, share)),
      "%.3f".formatted(ratio)
    };
  }

  /** A client with its own pool, because a pool does not distinguish sockets of two factories. */
  private static OkHttpClient client(Interceptor check) {
    return HttpClients.withProbedSockets(Transport.standard())
        .newBuilder()
        .addNetworkInterceptor(check)
        .build();
  }

  /** Returns the microseconds of one write. */
  private double batch(OkHttpClient client) throws IOException {
    RequestBody body = RequestBody.create("x".repeat(200), MediaType.get("application/json"));
    long start = System.nanoTime();
    for (int i = 0; i < BATCH; i++) {
      Request request = new Request.Builder().url(url).post(body).build();
      try (Response response = client.newCall(request).execute()) {
        if (response.body().bytes().length != RESPONSE.length) {
          throw new IllegalStateException("That is not the response.");
        }
      }
    }
    return (System.nanoTime() - start) / 1e3 / BATCH;
  }

  /** Returns the microseconds of one check of an idle connection. */
  private static double probe(@Nullable Socket idle) {
    Socket socket = Objects.requireNonNull(idle);
    long start = System.nanoTime();
    for (int i = 0; i < PROBES; i++) {
      if (IdleSocketProbe.isUnusable(socket)) {
        throw new IllegalStateException("The server closed the connection.");
      }
    }
    return (System.nanoTime() - start) / 1e3 / PROBES;
  }

  private static double quantile(List<Double> values, double share) {
    return values.stream().sorted().skip((long) (values.size() * share)).findFirst().orElseThrow();
  }
}
