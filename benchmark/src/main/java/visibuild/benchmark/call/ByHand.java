package visibuild.benchmark.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.HttpException;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Retrofit with the interceptor, the envelope and the look at the status that programs write. */
final class ByHand implements Client {
  private final Tickets tickets;

  interface Tickets {
    @GET("api/core/v1/tickets/{id}")
    Call<Envelope.One> get(@Path("id") String id);

    @GET("api/core/v1/tickets")
    Call<Envelope.Many> list();
  }

  ByHand(OkHttpClient http, ObjectMapper mapper, String url) {
    HandWrittenTokens tokens = new HandWrittenTokens(http, mapper, url);
    OkHttpClient authorized =
        http.newBuilder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain
                            .request()
                            .newBuilder()
                            .header("Authorization", tokens.authorization())
                            .build()))
            .build();
    tickets =
        new Retrofit.Builder()
            .baseUrl(url)
            .client(authorized)
            .addConverterFactory(JacksonConverterFactory.create(mapper))
            .build()
            .create(Tickets.class);
  }

  @Override
  public Ticket ticket(String id) {
    return value(tickets.get(id)).data().ticket();
  }

  @Override
  public List<Ticket> tickets() {
    return value(tickets.list()).data().tickets();
  }

  private static <T> T value(Call<T> call) {
    try {
      Response<T> response = call.execute();
      T body = response.body();
      if (body == null) {
        throw new HttpException(response);
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
