package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTextTest {
  @ParameterizedTest
  @CsvSource({
    "/tickets/{id}, tickets/{id}",
    "//host/tickets, tickets",
    "https://host:8443/api/core/v1/tickets?open=true, tickets?open=true",
    "HTTP:tickets, tickets",
    "../tickets, tickets",
    "./a/%2E%2e/b, a/b",
    "\\tickets, tickets",
    "/api/core/v1/tickets, tickets",
    "/, projects",
    "tickets, tickets"
  })
  void relativeTo_removesAllThatLeavesTheBase(String path, String expected) {
    String relative = new PathText(path).relativeTo("api/core/v1/");

    assertThat(relative).isEqualTo(expected);
    assertThat(new PathText(relative).escapesBasePath()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "\\a", "https://h/a", "http:a", "..", "a/../b", "a/%2e/b", "."})
  void pathThatLeavesItsBase_isRecognized(String path) {
    assertThat(new PathText(path).escapesBasePath()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b.c", "a/...", "a?b=../c", "a:b"})
  void pathBelowItsBase_isAccepted(String path) {
    assertThat(new PathText(path).escapesBasePath()).isEmpty();
  }

  @Test
  void partsOfAPath_areSplitAtTheFirstQuestionMark() {
    PathText path = new PathText("a/{id}/{1x}?b=1&c={d}?e");

    assertThat(path.path()).isEqualTo("a/{id}/{1x}");
    assertThat(path.keys()).containsExactly("b", "c");
    assertThat(path.placeholders()).containsExactly("id");
    assertThat(path.queryPlaceholders()).containsExactly("d");
    assertThat(path.otherBraces()).containsExactly("{1x}");
  }
}
