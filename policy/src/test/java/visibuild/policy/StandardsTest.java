package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Scope;

/** Constants that this module repeats from standards and from the runtime. */
class StandardsTest {
  @ParameterizedTest
  @EnumSource(Rule.class)
  void everyRule_standsInTheReferenceWithItsStandards(Rule rule) throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("..", "docs", "reference", "policy.md")).stream()
            .filter(line -> line.startsWith("| `" + rule.id() + "` |"))
            .toList();

    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).endsWith("| " + Rule.RFC_9700_SECTION + " |");
              assertThat(rule.asvs())
                  .isNotEmpty()
                  .allSatisfy(each -> assertThat(row).contains(each));
            });
  }

  @Test
  void versionOfTheStandard_standsInTheReference() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "reference", "policy.md")))
        .contains("OWASP ASVS " + Rule.ASVS_VERSION, "RFC 9700");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET",
        "HEAD",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "PURGE",
        "PROPFIND",
        "QUERY",
        "get",
        "Head",
        "options",
        ""
      })
  void accessOfAVerb_isTheScopeOfTheRuntime(String verb) {
    assertThat(Access.ofVerb(verb).name()).isEqualTo(Scope.ofHttpMethod(verb).name());
  }

  @Test
  void accesses_areTheScopesOfTheRuntime() {
    assertThat(Access.values()).extracting(Access::name).containsExactly("READ", "READ_WRITE");
    assertThat(Scope.values()).extracting(Scope::name).containsExactly("READ", "READ_WRITE");
  }
}
