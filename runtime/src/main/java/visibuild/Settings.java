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
    HttpOptions http,
    @Nullable ObjectMapper objectMapper,
    @Nullable Clock clock,
    TokenListener tokenListener,
    @Nullable TokenStore tokenStore,
    @Nullable SecretKey tokenKey,
    CallSettings calls) {}
