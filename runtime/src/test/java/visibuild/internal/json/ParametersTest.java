package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;

/** Arguments in paths, queries and headers. */
class ParametersTest {
  private static final UUID ID = UUID.fromString("0190a1b2-0000-7000-8000-000000000001");

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  enum Status {
    @JsonProperty("n_a")
    NOT_APPLICABLE,
    @JsonProperty("open")
    OPEN {
      @Override
      public String toString() {
        return "of no use here";
      }
    }
  }

  interface Visis {
    @GET("api/core/v1/visis/{id}/{status}")
    Call<Object> path(@Path("id") UUID id, @Path("status") Status status);

    @GET("api/core/v1/visis")
    Call<Object> query(
        @Query("updatedAfter") @Nullable Instant updatedAfter,
        @Query("due") @Nullable LocalDate due,
        @Query("status") @Nullable List<Status> status);

    @GET("api/core/v1/visis")
    Call<Object> header(@Header("X-Status") @Nullable Status status);
  }

  @Test
  void anIdAndAnEnumGoIntoThePath() {
    ClientCalls.execute(visis().path(ID, Status.OPEN));

    assertThat(target()).isEqualTo("/api/core/v1/visis/" + ID + "/open");
  }

  @Test
  void timesAndEnumsGoIntoTheQuery() {
    ClientCalls.execute(
        visis()
            .query(
                Instant.parse("2027-03-01T08:00:00Z"),
                LocalDate.of(2027, 3, 1),
                List.of(Status.OPEN, Status.NOT_APPLICABLE)));

    assertThat(target())
        .isEqualTo(
            "/api/core/v1/visis?updatedAfter=2027-03-01T08%3A00%3A00Z&due=2027-03-01"
                + "&status=open&status=n_a");
  }

  @Test
  void whatIsNullIsLeftOutOfTheQuery() {
    ClientCalls.execute(visis().query(null, null, null));

    assertThat(target()).isEqualTo("/api/core/v1/visis");
  }

  @Test
  void anEnumGoesIntoAHeader() {
    ClientCalls.execute(visis().header(Status.NOT_APPLICABLE));

    assertThat(server.calls().get(0).getHeaders().get("X-Status")).isEqualTo("n_a");
  }

  @Test
  void whatIsNullInThePathIsRefused() {
    assertThatThrownBy(() -> ClientCalls.execute(visis().path(ID, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("status");
    assertThat(server.calls()).isEmpty();
  }

  private String target() {
    return server.calls().get(0).getTarget();
  }

  private Visis visis() {
    return server.connect(Scope.READ).readAccess().implement(Visis.class);
  }
}
