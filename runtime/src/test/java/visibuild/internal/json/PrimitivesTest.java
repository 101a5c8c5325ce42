package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** A primitive is never made up. */
class PrimitivesTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @NullUnmarked
  record Ticket(String id, int number) {}

  @NullMarked
  record Loose(@Nullable Integer number, @JsonIgnore int seen) {}

  @NullMarked
  record Zero(@JsonSetter(nulls = Nulls.AS_EMPTY) int number) {}

  static final class Old {
    final boolean open;

    @JsonCreator
    Old(@JsonProperty("open") boolean open) {
      this.open = open;
    }
  }

  static final class Bean {
    private int number;

    public int getNumber() {
      return number;
    }

    public void setNumber(int number) {
      this.number = number;
    }
  }

  interface Tickets {
    @GET("api/core/v1/tickets/t1")
    Call<Ticket> ticket();

    @GET("api/core/v1/tickets/t1")
    Call<Loose> loose();

    @GET("api/core/v1/tickets/t1")
    Call<Zero> zero();

    @GET("api/core/v1/tickets/t1")
    Call<Old> old();

    @GET("api/core/v1/tickets/t1")
    Call<Bean> bean();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'id':'t1'}", "{'id':'t1','number':null}"})
  void aRecordsPrimitiveThatIsNullOrMissingIsRefused(String ticket) {
    respond(ticket);

    assertThatThrownBy(() -> ClientCalls.execute(tickets().ticket()))
        .isInstanceOf(DecodingException.class)
        .hasMessageStartingWith(
            "GET api/core/v1/tickets/t1: $.data.ticket.number: it is null or missing; make it a"
                + " @Nullable Integer, and not int, if it may be")
        .hasMessageEndingWith("[Tickets.ticket]");
  }

  @Test
  void whatIsThereIsRead() {
    respond("{'id':'t1','number':0,'brand':'new'}");

    assertThat(ClientCalls.execute(tickets().ticket())).isEqualTo(new Ticket("t1", 0));
  }

  @Test
  void aBoxedOneMayBeMissingAndAnIgnoredOneIsNotLookedFor() {
    respond("{}");

    assertThat(ClientCalls.execute(tickets().loose())).isEqualTo(new Loose(null, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'number':null}"})
  void aCallThatAsksForZeroGetsIt(String ticket) {
    respond(ticket);

    assertThat(ClientCalls.execute(tickets().zero())).isEqualTo(new Zero(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'open':null}"})
  void soIsOneThatAConstructorTakes(String ticket) {
    respond(ticket);

    assertThatThrownBy(() -> ClientCalls.execute(tickets().old()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("$.data.ticket.open: it is null or missing; make it a @Nullable");
  }

  @Test
  void soIsNullForASetter() {
    respond("{'number':null}");

    assertThatThrownBy(() -> ClientCalls.execute(tickets().bean()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("$.data.ticket.number: it is null or missing;");
  }

  @Test
  void aSetterThatNothingIsSaidOfIsNotCalled() {
    respond("{}");

    assertThat(ClientCalls.execute(tickets().bean()).getNumber()).isZero();
  }

  private void respond(String ticket) {
    server.calls(Replies.json("{\"data\":{\"ticket\":" + ticket.replace('\'', '"') + "}}"));
  }

  private Tickets tickets() {
    return server.connect(Scope.READ).readAccess().implement(Tickets.class);
  }
}
