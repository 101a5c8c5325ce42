package visibuild.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;

/**
 * One read of a ticket of a kilobyte over the loopback: by a generated client, by Retrofit with the
 * interceptor and the envelope that programs write by hand, and by OkHttp and Jackson alone, which
 * is the limit.
 */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
  private static final String ID = "0190f5a2-7b7c-7d3e-8a55-3d1f9b0c7e21";
  private static final String TOKEN = "benchmark";

  private final ObjectMapper mapper = Visibuild.newObjectMapper();
  private final ObjectReader reader =
      mapper.readerFor(new TypeReference<Envelope<Map<String, Ticket>>>() {});
  private final OkHttpClient http = new OkHttpClient();
  private final LoopbackServer server;
  private final Visibuild visibuild;
  private final TicketsApi generated;
  private final HandWritten handWritten;

  /** What a program writes for itself: the envelope is a part of its types. */
  record Envelope<T>(T data) {}

  /** What a program writes for itself: Retrofit with {@code Call}. */
  interface HandWritten {
    @GET("api/core/v1/tickets/{id}")
    Call<Envelope<Map<String, Ticket>>> get(@Path("id") String id);
  }

  /** Starts the server and the three clients. */
  public CallBenchmark() {
    server = LoopbackServer.start();
    visibuild =
        Visibuild.builder()
            .baseUrl(server.url())
            .credential(LegacyToken.of(TOKEN, Scope.READ))
            .build();
    generated = TicketsApiClient.create(visibuild.readAccess());
    OkHttpClient authorized =
        http.newBuilder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain
                            .request()
                            .newBuilder()
                            .header("Authorization", "Bearer " + TOKEN)
                            .build()))
            .build();
    handWritten =
        new Retrofit.Builder()
            .baseUrl(server.url())
            .client(authorized)
            .addConverterFactory(JacksonConverterFactory.create(mapper))
            .build()
            .create(HandWritten.class);
  }

  /** Stops them. */
  @TearDown
  public void stop() throws IOException {
    visibuild.close();
    server.close();
  }

  /** The generated client. */
  @Benchmark
  public Ticket generated() {
    return generated.get(ID);
  }

  /** Retrofit by hand. */
  @Benchmark
  public Ticket retrofitByHand() throws IOException {
    return ticket(Objects.requireNonNull(handWritten.get(ID).execute().body()));
  }

  /** OkHttp and Jackson alone. */
  @Benchmark
  public Ticket okHttpAlone() throws IOException {
    Request request =
        new Request.Builder()
            .url(server.url() + "api/core/v1/tickets/" + ID)
            .header("Authorization", "Bearer " + TOKEN)
            .build();
    try (Response response = http.newCall(request).execute()) {
      return ticket(reader.readValue(response.body().byteStream()));
    }
  }

  private static Ticket ticket(Envelope<Map<String, Ticket>> envelope) {
    return Objects.requireNonNull(envelope.data().get("ticket"));
  }
}
