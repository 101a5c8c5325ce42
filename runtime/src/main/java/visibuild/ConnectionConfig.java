package visibuild;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.crypto.SecretKey;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.CallAdapter;

/**
 * The immutable configuration of one connection, as {@link Visibuild.Builder} collected it. A null
 * component has its default.
 *
 * @param logReader receives the HTTP log; null for the logger
 * @param rateLimitInterval the time from one call to the next; zero for no limit
 * @param callFactory makes calls with a client that has all interceptors of this connection; null
 *     for the client itself
 * @param maxResponseBytes the limit of one decoded response body
 * @param program the program's name in the {@code User-Agent}
 */
record ConnectionConfig(
    BaseUrl baseUrl,
    Credential credential,
    @Nullable OkHttpClient httpClient,
    @Nullable HttpOptions http,
    @Nullable ObjectMapper objectMapper,
    boolean readsSnakeCase,
    @Nullable Clock clock,
    @Nullable TokenListener tokenListener,
    @Nullable TokenStore tokenStore,
    @Nullable SecretKey tokenKey,
    HttpLogLevel logLevel,
    @Nullable Consumer<String> logReader,
    int retries,
    Duration maxWait,
    Duration rateLimitInterval,
    @Nullable Duration callTimeout,
    long maxResponseBytes,
    @Nullable String program,
    List<CallAdapter.Factory> callAdapterFactories,
    @Nullable ClientAuthorizer clientAuthorizer,
    @Nullable AccessUsage accessUsage,
    @Nullable CallListener callListener,
    @Nullable Function<? super OkHttpClient, ? extends Call.Factory> callFactory) {

  /** Refuses settings that contradict each other. */
  ConnectionConfig {
    if (http != null && httpClient != null) {
      throw new IllegalArgumentException(
          "Both http(...) and httpClient(...) configure the transport; call only one of them. A"
              + " client of the program has its own timeouts, proxy, TLS and connections.");
    }
    callAdapterFactories = List.copyOf(callAdapterFactories);
  }

  /** Returns the client to send calls with: the program's, or a new one. */
  OkHttpClient newOrGivenClient() {
    if (httpClient != null) {
      return httpClient;
    }
    return (http == null ? HttpOptions.defaults() : http).client();
  }

  /** Returns whether this connection made its client, and therefore closes it. */
  boolean ownsClient() {
    return httpClient == null;
  }

  /** Shows no component, because some hold secrets. */
  @Override
  public String toString() {
    return "ConnectionConfig[baseUrl=" + baseUrl.url() + ", credential=" + credential + "]";
  }
}
