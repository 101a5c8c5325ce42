package visibuild.benchmark.call;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import okhttp3.OkHttpClient;

/** The compared clients. */
public enum Contender {
  /** OkHttp and Jackson alone. */
  OKHTTP("OkHttp and Jackson alone") {
    @Override
    Client client(OkHttpClient http, String url) {
      return new Bare(http, mapper(), url);
    }
  },
  /** The client that the processor wrote. */
  VISIBUILD("visibuild") {
    @Override
    Client client(OkHttpClient http, String url) {
      return new Generated(http, url);
    }
  },
  /** Retrofit with a hand-written interceptor. */
  RETROFIT("Retrofit, hand-written") {
    @Override
    Client client(OkHttpClient http, String url) {
      return new ByHand(http, mapper(), url);
    }
  },
  /** OpenFeign. */
  FEIGN("OpenFeign") {
    @Override
    Client client(OkHttpClient http, String url) {
      return new Feigned(http, mapper(), url);
    }
  },
  /** Spring's HTTP interface. */
  SPRING("Spring HTTP interface") {
    @Override
    Client client(OkHttpClient http, String url) {
      return new SpringHttp(http, mapper(), url);
    }
  };

  private final String title;

  Contender(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract Client client(OkHttpClient http, String url);

  /** The mapper that programs configure themselves, sufficient for these responses. */
  private static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }
}
