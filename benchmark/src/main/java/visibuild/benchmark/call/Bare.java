package visibuild.benchmark.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp and Jackson and nothing between them: the limit. */
final class Bare implements Client {
  private final OkHttpClient http;
  private final ObjectReader one;
  private final ObjectReader many;
  private final String url;
  private final HandWrittenTokens tokens;

  Bare(OkHttpClient http, ObjectMapper mapper, String url) {
    this.http = http;
    this.one = mapper.readerFor(Envelope.One.class);
    this.many = mapper.readerFor(Envelope.Many.class);
    this.url = url + "api/core/v1/tickets";
    this.tokens = new HandWrittenTokens(http, mapper, url);
  }

  @Override
  public Ticket ticket(String id) {
    return Envelope.One.class.cast(read(url + "/" + id, one)).data().ticket();
  }

  @Override
  public List<Ticket> tickets() {
    return Envelope.Many.class.cast(read(url, many)).data().tickets();
  }

  private Object read(String place, ObjectReader reader) {
    Request request =
        new Request.Builder().url(place).header("Authorization", tokens.authorization()).build();
    try (Response response = http.newCall(request).execute()) {
      return reader.readValue(response.body().byteStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
