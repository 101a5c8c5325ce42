package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.DecodingException;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** A component that is not {@code @Nullable} is never null. */
class NonNullComponentsTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  enum Status {
    OPEN
  }

  @NullMarked
  record Ticket(String id, int number, Status status, @Nullable Instant createdAt, Boolean open) {}

  @NullUnmarked
  record Loose(String id, Boolean open) {}

  @NullMarked
  @SuppressWarnings("ArrayRecordComponent") // A program may have one.
  record Many(
      @Nullable List<String> labels,
      @Nullable Map<String, String> fields,
      @Nullable List<Tag> tags,
      String @Nullable [] names,
      @Nullable List<? extends Tag> more,
      @Nullable List<Status> statuses,
      @Nullable List<@Nullable String> gaps) {}

  @NullMarked
  record Tag(String name) {}

  interface Tickets {
    @GET("api/core/v1/tickets")
    Call<List<Many>> many();

    @GET("api/core/v1/tickets")
    Call<List<Ticket>> tickets();

    @GET("api/core/v1/tickets")
    Call<List<Loose>> loose();
  }

  @Test
  void whatIsThereIsRead() {
    respond("{\"id\":\"t1\",\"number\":1,\"status\":\"OPEN\",\"open\":true}");

    assertThat(ClientCalls.execute(tickets().tickets()))
        .containsExactly(new Ticket("t1", 1, Status.OPEN, null, true));
  }

  @Test
  void anEnumMayBeUnknown() {
    respond("{\"id\":\"t1\",\"number\":1,\"status\":\"brand_new\",\"open\":true}");

    assertThat(ClientCalls.execute(tickets().tickets()).get(0).status()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"number\":1,\"open\":true", "\"id\":null,\"number\":1,\"open\":true"})
  void aMissingTextIsRefused(String members) {
    respond("{" + members + "}");

    assertThatThrownBy(() -> ClientCalls.execute(tickets().tickets()))
        .isInstanceOf(DecodingException.class)
        .hasMessageStartingWith(
            "GET api/core/v1/tickets: $.data.tickets[0].id: it is null or missing; mark it @Nullable"
                + " in the record if it may be");
  }

  @Test
  void whereNothingIsSaidNothingIsRefused() {
    respond("{}");

    assertThat(ClientCalls.execute(tickets().loose())).containsExactly(new Loose(null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "labels | ['a',null] | labels[1]",
        "fields | {'a':'b','c':null} | fields.c",
        "tags | [null] | tags[0]",
        "names | ['a',null] | names[1]",
        "more | [null] | more[0]",
      })
  void aNullAmongManyIsRefused(String member, String value, String place) {
    respond("{\"%s\":%s}".formatted(member, value.replace('\'', '"')));

    assertThatThrownBy(() -> ClientCalls.execute(tickets().many()))
        .isInstanceOf(DecodingException.class)
        .hasMessageStartingWith(
            "GET api/core/v1/tickets: $.data.tickets[0]." + place + ": it is null or missing;");
  }

  @Test
  void amongManyAnEnumMayBeUnknownAndWhatIsNullableNull() {
    respond("{\"statuses\":[\"brand_new\",\"OPEN\"],\"gaps\":[null,\"a\"]}");

    Many many = ClientCalls.execute(tickets().many()).get(0);

    assertThat(many.statuses()).containsExactly(null, Status.OPEN);
    assertThat(many.gaps()).containsExactly(null, "a");
  }

  private void respond(String ticket) {
    server.calls(Replies.json("{\"data\":{\"tickets\":[" + ticket + "]}}"));
  }

  private Tickets tickets() {
    return server.connect(Scope.READ).readAccess().implement(Tickets.class);
  }
}
