package visibuild.benchmark.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The cache of a token that programs write: a token and its end, and a lock around the request for
 * another.
 */
final class HandWrittenTokens {
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final OkHttpClient http;
  private final ObjectMapper mapper;
  private final String url;
  private volatile Token token = new Token("", 0);

  private record Token(String authorization, long endMillis) {}

  HandWrittenTokens(OkHttpClient http, ObjectMapper mapper, String url) {
    this.http = http;
    this.mapper = mapper;
    this.url = url + "oauth/token";
  }

  String authorization() {
    Token current = token;
    return System.currentTimeMillis() < current.endMillis()
        ? current.authorization()
        : renewed().authorization();
  }

  private synchronized Token renewed() {
    if (System.currentTimeMillis() >= token.endMillis()) {
      token = request();
    }
    return token;
  }

  private Token request() {
    FormBody form =
        new FormBody.Builder()
            .add("grant_type", "client_credentials")
            .add("client_id", "benchmark")
            .add("client_secret", "benchmark")
            .add("scope", "read")
            .build();
    Request request = new Request.Builder().url(url).post(form).build();
    try (Response response = http.newCall(request).execute()) {
      var json = mapper.readTree(response.body().byteStream());
      long life = Duration.ofSeconds(json.path("expires_in").asLong()).minus(MARGIN).toMillis();
      return new Token(
          "Bearer " + json.path("access_token").asText(), System.currentTimeMillis() + life);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
