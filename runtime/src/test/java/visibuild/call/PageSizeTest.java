package visibuild.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Paged;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** The page size that a request asks for. */
class PageSizeTest {
  private static final MockResponse FIRST = Replies.page("\"c1\"", "a", "b");
  private static final MockResponse LAST = Replies.page("null", "c");

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void withoutAPageSizeNoneIsSent() {
    server.calls(LAST);

    paged().iterator().next();

    assertThat(server.calls().get(0).getTarget()).isEqualTo("/api/core/v1/projects");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 5000})
  void thePageSizeIsSentWithEachPage(int size) {
    server.calls(FIRST, LAST);

    paged().pageSize(size).stream().forEach(project -> {});

    assertThat(server.calls())
        .extracting(call -> call.getUrl().queryParameter("pageSize"))
        .containsExactly(String.valueOf(size), String.valueOf(size));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 5001, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void aPageSizeThatThereIsNotIsRefusedAtOnce(int size) {
    Paged<Project> paged = paged();

    assertThatThrownBy(() -> paged.pageSize(size))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The page size is " + size + "; give one from 1 to 5000.");
  }

  private Paged<Project> paged() {
    Calls calls = server.readCalls();
    return ClientCalls.paged(calls::page);
  }
}
