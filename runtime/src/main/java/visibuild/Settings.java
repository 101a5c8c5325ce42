package visibuild;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import javax.crypto.SecretKey;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** What a connection is made of, as the builder collected it; what is null has its usual form. */
record Settings(
    BaseUrl baseUrl,
    Credential credential,
    @Nullable OkHttpClient httpClient,
    @Nullable HttpOptions http,
    @Nullable ObjectMapper objectMapper,
    @Nullable Clock clock,
    @Nullable TokenListener tokenListener,
    @Nullable TokenStore tokenStore,
    @Nullable SecretKey tokenKey,
    CallSettings calls) {
  /** Refuses two answers to one question. */
  Settings {
    if (http != null && httpClient != null) {
      throw new IllegalArgumentException(
          "Both http(...) and httpClient(...) say how calls travel; leave one out. Timeouts, proxy,"
              + " TLS and connections of a client of your own are set on that client.");
    }
  }

  /** The client to send calls with: the user's, or one of our own. */
  OkHttpClient client() {
    if (httpClient != null) {
      return httpClient;
    }
    return (http == null ? HttpOptions.defaults() : http).client();
  }
}
