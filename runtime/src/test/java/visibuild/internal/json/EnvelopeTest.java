package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.DecodingException;
import visibuild.Page;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** The values that are read from the envelope. */
@Tag("slow")
class EnvelopeTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @ParameterizedTest
  @ValueSource(strings = {"project", "anything", "next", "data"})
  void theOneMemberOfDataIsTheResponseWhateverItsName(String name) {
    respond("{\"data\":{\"%s\":{\"id\":\"p1\",\"name\":\"Tower\"}}}".formatted(name));

    assertThat(project()).isEqualTo(new Project("p1", "Tower"));
  }

  @Test
  void aListIsTheResponseToo() {
    respond("{\"data\":{\"projects\":[{\"id\":\"p1\"},{\"id\":\"p2\"}]}}");

    assertThat(ClientCalls.execute(server.readCalls().projects()))
        .isEqualTo(List.of(new Project("p1", null), new Project("p2", null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{\"visis\":[{\"id\":\"v\"}],\"project\":{\"id\":\"p1\"}}}",
        "{\"data\":{\"project\":{\"id\":\"p1\"},\"visis\":[{\"id\":\"v\"}]}}",
        "{\"data\":{\"project\":{\"id\":\"p1\"}}}"
      })
  void dataKeyChoosesAmongSeveralMembers(String body) {
    respond(body);

    assertThat(ClientCalls.execute(server.readCalls().projectByKey("p1")))
        .isEqualTo(new Project("p1", null));
  }

  @Test
  void unknownMembersAreIgnoredEverywhere() {
    respond(
        "{\"meta\":{\"a\":[1]},\"data\":{\"project\":{\"id\":\"p1\",\"new\":{\"x\":[1]}}},\"z\":1}");

    assertThat(project()).isEqualTo(new Project("p1", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"data\":{\"a\":{},\"b\":{}}} | $.data has several members; choose one with @DataKey",
        "{} | it has no member \"data\"",
        "{\"project\":{}} | it has no member \"data\"",
        "{\"data\":null} | $.data is not an object",
        "{\"data\":[]} | $.data is not an object",
        "{\"data\":7} | $.data is not an object",
        "{\"data\":{}} | $.data is empty",
        "[] | $ is not an object",
        "null | $ is not an object",
        "'' | the response is empty; check for a proxy in between",
        "' ' | the response is empty; check for a proxy in between"
      })
  void whatIsNoEnvelopeIsRefusedWithItsReason(String body, String reason) {
    respond(body);

    assertThatThrownBy(this::project)
        .isInstanceOf(DecodingException.class)
        .hasMessage(
            "GET api/core/v1/projects/{id}: The response is not in Visibuild's envelope: "
                + reason
                + " [Calls.project]");
  }

  @Test
  void aMissingDataKeyIsNamed() {
    respond("{\"data\":{\"ticket\":{}}}");

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().projectByKey("p1")))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("$.data has no member \"project\"");
  }

  @Test
  void aValueThatIsNullIsRefused() {
    respond("{\"data\":{\"project\":null}}");

    assertThatThrownBy(this::project)
        .isInstanceOf(DecodingException.class)
        .hasMessageStartingWith(
            "GET api/core/v1/projects/{id} returned status 200 without a value.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pagination\":{\"pageSize\":2,\"next\":\"c1\"},\"data\":{\"projects\":[{\"id\":\"p1\"}]}}",
        "{\"data\":{\"projects\":[{\"id\":\"p1\"}]},\"pagination\":{\"next\":\"c1\",\"x\":{}}}"
      })
  void paginationMayStandOnEitherSideOfData(String body) {
    respond(body);

    assertThat(page()).isEqualTo(new Page<>(List.of(new Project("p1", null)), "c1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{\"projects\":[]}}",
        "{\"data\":{\"projects\":[]},\"pagination\":null}",
        "{\"data\":{\"projects\":[]},\"pagination\":{\"next\":null}}"
      })
  void aPageWithoutNextIsTheLast(String body) {
    respond(body);

    assertThat(page()).isEqualTo(new Page<>(List.of(), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[null]", "[{\"id\":\"p1\"},null]"})
  void aPageWithNullsIsRefused(String items) {
    respond("{\"data\":{\"projects\":%s}}".formatted(items));

    assertThatThrownBy(this::page)
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("is null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | $.pagination has no member \"next\"",
        "{\"pageSize\":2} | $.pagination has no member \"next\"",
        "7 | $.pagination is not an object",
        "{\"next\":{\"id\":\"c1\"}} | $.pagination.next is neither a cursor nor null",
        "{\"next\":[\"c1\"]} | $.pagination.next is neither a cursor nor null",
        "{\"next\":true} | $.pagination.next is neither a cursor nor null"
      })
  void paginationThatIsNotUnderstoodIsNotTakenForTheLastPage(String pagination, String reason) {
    respond("{\"data\":{\"projects\":[]},\"pagination\":%s}".formatted(pagination));

    assertThatThrownBy(this::page)
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aCursorMayBeANumber() {
    respond("{\"data\":{\"projects\":[]},\"pagination\":{\"next\":17}}");

    assertThat(page().next()).isEqualTo("17");
  }

  @Test
  void aListOfWhichThereAreMorePagesIsRefused() {
    respond("{\"data\":{\"projects\":[]},\"pagination\":{\"next\":\"c1\"}}");

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().projects()))
        .isInstanceOf(DecodingException.class)
        .hasMessage(
            "GET api/core/v1/projects: There are more pages than this one; let the method return"
                + " Paged, which reads them all. [Calls.projects]");
  }

  @Test
  void aListWithANullInItIsRefused() {
    respond("{\"data\":{\"projects\":[{\"id\":\"p1\"},null]}}");

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().projects()))
        .isInstanceOf(DecodingException.class)
        .hasMessage("GET api/core/v1/projects: $.data.projects[1] is null. [Calls.projects]");
  }

  @ParameterizedTest
  @ValueSource(strings = {" trailing garbage {", "{}", " 7", "]"})
  void whatFollowsTheEnvelopeIsRefused(String rest) {
    respond("{\"data\":{\"project\":{\"id\":\"p1\"}}}" + rest);

    assertThatThrownBy(this::project).isInstanceOf(DecodingException.class);
  }

  private void respond(String body) {
    server.calls(Replies.json(body));
  }

  private Project project() {
    return ClientCalls.execute(server.readCalls().project("p1"));
  }

  private Page<Project> page() {
    return ClientCalls.execute(server.readCalls().page(null, null));
  }
}
