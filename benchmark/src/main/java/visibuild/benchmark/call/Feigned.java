package visibuild.benchmark.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Feign;
import feign.Param;
import feign.RequestLine;
import feign.jackson.JacksonDecoder;
import java.util.List;
import okhttp3.OkHttpClient;

/** OpenFeign on OkHttp and Jackson. */
final class Feigned implements Client {
  private final Tickets tickets;

  interface Tickets {
    @RequestLine("GET api/core/v1/tickets/{id}")
    Envelope.One get(@Param("id") String id);

    @RequestLine("GET api/core/v1/tickets")
    Envelope.Many list();
  }

  Feigned(OkHttpClient http, ObjectMapper mapper, String url) {
    HandWrittenTokens tokens = new HandWrittenTokens(http, mapper, url);
    tickets =
        Feign.builder()
            .client(new feign.okhttp.OkHttpClient(http))
            .decoder(new JacksonDecoder(mapper))
            .requestInterceptor(request -> request.header("Authorization", tokens.authorization()))
            .target(Tickets.class, url);
  }

  @Override
  public Ticket ticket(String id) {
    return tickets.get(id).data().ticket();
  }

  @Override
  public List<Ticket> tickets() {
    return tickets.list().data().tickets();
  }
}
