package visibuild.benchmark.call;

import java.time.Duration;
import okhttp3.OkHttpClient;

/** The transport of the requests. */
public enum Transport {
  /** A connection without a network. */
  MEMORY {
    @Override
    Connection connect() {
      OkHttpClient http = standard().newBuilder().socketFactory(MemorySocket.factory()).build();
      return new Connection(http, "http://127.0.0.1:80/", () -> {});
    }
  },
  /** TCP on the loopback. */
  LOOPBACK {
    @Override
    Connection connect() {
      LoopbackServer server = LoopbackServer.start();
      return new Connection(standard(), server.url(), server::close);
    }
  };

  /** The same for all contenders: what the runtime takes where it is given no client. */
  private static final Duration READ_PATIENCE = Duration.ofSeconds(60);

  abstract Connection connect();

  /** The client that all contenders send with. */
  static OkHttpClient standard() {
    return new OkHttpClient.Builder().readTimeout(READ_PATIENCE).build();
  }

  /** A client and where its requests go. */
  record Connection(OkHttpClient http, String url, Runnable end) {
    void close() {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
      end.run();
    }
  }
}
