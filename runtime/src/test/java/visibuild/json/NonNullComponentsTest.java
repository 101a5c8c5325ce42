package visibuild.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.DecodingException;
import visibuild.Scope;
import visibuild.call.Answers;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** What a record says cannot be null is not. */
class NonNullComponentsTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  enum Status {
    OPEN
  }

  @NullMarked
  record Ticket(String id, int number, Status status, @Nullable Instant createdAt, Boolean open) {}

  @NullUnmarked
  record Loose(String id, Boolean open) {}

  interface Tickets {
    @GET("api/core/v1/tickets")
    Call<List<Ticket>> tickets();

    @GET("api/core/v1/tickets")
    Call<List<Loose>> loose();
  }

  @Test
  void whatIsThereIsRead() {
    answer("{\"id\":\"t1\",\"number\":1,\"status\":\"OPEN\",\"open\":true}");

    assertThat(Answers.value(tickets().tickets()))
        .containsExactly(new Ticket("t1", 1, Status.OPEN, null, true));
  }

  @Test
  void anEnumMayBeUnknown() {
    answer("{\"id\":\"t1\",\"number\":1,\"status\":\"brand_new\",\"open\":true}");

    assertThat(Answers.value(tickets().tickets()).get(0).status()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"number\":1,\"open\":true", "\"id\":null,\"number\":1,\"open\":true"})
  void aMissingTextIsRefused(String members) {
    answer("{" + members + "}");

    assertThatThrownBy(() -> Answers.value(tickets().tickets()))
        .isInstanceOf(DecodingException.class)
        .hasMessageStartingWith(
            "GET api/core/v1/tickets: $.data.tickets[0].id: it is null or missing; mark it @Nullable"
                + " in the record if it may be");
  }

  @Test
  void aPrimitiveThatIsMissingIsZero() {
    answer("{\"id\":\"t1\",\"open\":true}");

    assertThat(Answers.value(tickets().tickets()).get(0).number()).isZero();
  }

  @Test
  void whereNothingIsSaidNothingIsRefused() {
    answer("{}");

    assertThat(Answers.value(tickets().loose())).containsExactly(new Loose(null, null));
  }

  private void answer(String ticket) {
    server.calls(Replies.json("{\"data\":{\"tickets\":[" + ticket + "]}}"));
  }

  private Tickets tickets() {
    return server.connect(Scope.READ).readAccess().implement(Tickets.class);
  }
}
