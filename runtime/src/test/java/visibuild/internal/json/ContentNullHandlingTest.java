package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.DecodingException;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** Lists of lists in a record: at each depth there is a null where the type says so. */
@Tag("slow")
class ContentNullHandlingTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  enum Status {
    OPEN
  }

  @NullMarked
  @SuppressWarnings("ArrayRecordComponent") // A program may have one.
  record Deep(
      @Nullable List<List<String>> rows,
      @Nullable Map<String, List<String>> byName,
      @Nullable List<@Nullable List<String>> someRows,
      @Nullable List<List<@Nullable String>> gaps,
      @Nullable List<List<Status>> statuses,
      @Nullable List<Map<String, List<String>>> threeDeep,
      @Nullable List<List<@Nullable List<String>>> mixed,
      @Nullable List<? extends List<String>> wild,
      String @Nullable [][] table,
      @Nullable @JsonFormat(pattern = "d.M.yyyy") List<List<LocalDate>> days) {}

  @NullUnmarked
  record Loose(List<List<String>> rows) {}

  interface Grids {
    @GET("api/core/v1/grids")
    Call<Deep> deep();

    @GET("api/core/v1/grids")
    Call<Loose> loose();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rows | [['a'],null] | rows[1]",
        "rows | [['a'],['b',null]] | rows[1][1]",
        "byName | {'a':null} | byName.a",
        "byName | {'a':['b',null]} | byName.a[1]",
        "someRows | [null,[null]] | someRows[1][0]",
        "gaps | [[null],null] | gaps[1]",
        "statuses | [null] | statuses[0]",
        "threeDeep | [{'a':['b',null]}] | threeDeep[0].a[1]",
        "threeDeep | [{'a':null}] | threeDeep[0].a",
        "mixed | [[null,[null]]] | mixed[0][1][0]",
        "mixed | [null] | mixed[0]",
        "wild | [[null]] | wild[0][0]",
        "table | [['a',null]] | table[0][1]",
        "table | [null] | table[0]",
      })
  void aNullWhereTheTypeHasNoneIsRefused(String member, String value, String place) {
    respond(member, value);

    assertThatThrownBy(() -> ClientCalls.execute(grids().deep()))
        .isInstanceOf(DecodingException.class)
        .hasMessageStartingWith(
            "GET api/core/v1/grids: $.data.grid." + place + ": it is null or missing;");
  }

  @Test
  void aNullWhereTheTypeAllowsItIsRead() {
    respond("gaps", "[['a',null],[]]");
    assertThat(ClientCalls.execute(grids().deep()).gaps())
        .isEqualTo(List.of(Arrays.asList("a", null), List.of()));

    respond("someRows", "[null,['a']]");
    assertThat(ClientCalls.execute(grids().deep()).someRows())
        .isEqualTo(Arrays.asList(null, List.of("a")));
  }

  @Test
  void anEnumMayBeUnknownAtAnyDepth() {
    respond("statuses", "[['OPEN','brand_new']]");

    assertThat(ClientCalls.execute(grids().deep()).statuses())
        .isEqualTo(List.of(Arrays.asList(Status.OPEN, null)));
  }

  @Test
  void theFormatOfTheComponentHoldsAtAnyDepth() {
    respond("days", "[['2.3.2026']]");

    assertThat(ClientCalls.execute(grids().deep()).days())
        .isEqualTo(List.of(List.of(LocalDate.of(2026, 3, 2))));
  }

  @Test
  void whereNothingIsSaidNothingIsRefused() {
    respond("rows", "[[null],null]");

    assertThat(ClientCalls.execute(grids().loose()).rows())
        .isEqualTo(Arrays.asList(Collections.singletonList(null), null));
  }

  private void respond(String member, String value) {
    server.calls(
        Replies.json(
            "{\"data\":{\"grid\":{\"%s\":%s}}}".formatted(member, value.replace('\'', '"'))));
  }

  private Grids grids() {
    return server.connect(Scope.READ).readAccess().implement(Grids.class);
  }
}
