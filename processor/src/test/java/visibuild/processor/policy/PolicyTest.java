package visibuild.processor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.Compiling;

/** A violation of the team's policy is a compile error. */
@Tag("slow")
class PolicyTest {
  private static final String LOCKED =
      """
      {"interface": "com.acme.TicketsApi", "method": "create(java.lang.String)", "verb": "POST",
       "path": "api/core/v1/tickets"}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"highestScope\": \"READ\" | [visibuild/scope-too-high] TicketsApi.create (POST"
            + " api/core/v1/tickets) needs READ_WRITE, and READ is the highest scope allowed"
            + " (POLICY:2).",
        "\"mayWrite\": [] | [visibuild/write-not-allowed] TicketsApi.create (POST"
            + " api/core/v1/tickets) writes, and \"mayWrite\" does not name it (POLICY:2).",
        "\"neverCall\": [\"POST **\"] | [visibuild/path-forbidden] TicketsApi.create (POST"
            + " api/core/v1/tickets) may go to \"POST **\", which must never be called (POLICY:2).",
        "\"approvals\": [] | [visibuild/write-not-approved] TicketsApi.create (POST"
            + " api/core/v1/tickets) writes, and \"approvals\" has no entry for it (POLICY:2).",
        "\"approvals\": [{\"write\": \"com.acme.*\", \"approvedBy\": \"Kim\", \"until\":"
            + " \"2026-01-31\"}] | [visibuild/approval-expired] TicketsApi.create (POST"
            + " api/core/v1/tickets) was approved by Kim until 2026-01-31 only (POLICY:2); today is"
            + " 2026-02-01.",
        "\"lock\": \"empty.json\" | [visibuild/write-not-locked] TicketsApi.create (POST"
            + " api/core/v1/tickets) writes, and is not in EMPTY (POLICY:2).",
      })
  void aBreachIsReportedAtTheMethodWithRuleFileAndLine(String rule, String message)
      throws IOException {
    Path empty = write("empty.json", "{\"version\": 1, \"writes\": []}");
    Path policy = write("policy.json", "{\"version\": 1,\n" + rule + "}");

    Compilation compilation =
        compile("-Avisibuild.policy=" + policy, "-Avisibuild.policyDate=2026-02-01");

    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(firstLine(error.getMessage(Locale.ROOT)))
                  .isEqualTo(
                      message
                          .replace("POLICY", policy.toString())
                          .replace("EMPTY", empty.toString()));
              assertThat(error.getLineNumber()).isEqualTo(9);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"highestScope\": \"READ_WRITE\"",
        "\"mayWrite\": [\"com.acme.TicketsApi#create\"]",
        "\"neverCall\": [\"DELETE **\"]",
        "\"approvals\": [{\"write\": \"com.acme.*\", \"approvedBy\": \"Kim\", \"until\":"
            + " \"2026-02-01\"}]",
        "\"lock\": \"lock.json\"",
      })
  void whatThePolicyPermitsCompiles(String rule) throws IOException {
    write("lock.json", "{\"version\": 1, \"writes\": [" + LOCKED + "]}");
    Path policy = write("policy.json", "{\"version\": 1, " + rule + "}");

    assertThat(
            compile("-Avisibuild.policy=" + policy, "-Avisibuild.policyDate=2026-02-01")
                .diagnostics())
        .isEmpty();
  }

  @Test
  void extendedPolicy_isCheckedByTheCompiler() throws IOException {
    Path company = write("company.json", "{\"version\": 1,\n\"neverCall\": [\"POST **\"]}");
    Path policy = write("policy.json", "{\"version\": 1, \"extends\": \"company.json\"}");

    assertThat(messages(compile("-Avisibuild.policy=" + policy)))
        .containsExactly(
            "[visibuild/path-forbidden] TicketsApi.create (POST api/core/v1/tickets) may go to"
                + " \"POST **\", which must never be called (%s:2).".formatted(company));
  }

  @Test
  void policyWiderThanTheOneItExtends_isACompileError() throws IOException {
    Path company = write("company.json", "{\"version\": 1,\n\"highestScope\": \"READ\"}");
    Path policy =
        write(
            "policy.json",
            "{\"version\": 1, \"extends\": \"company.json\", \"highestScope\": \"READ_WRITE\"}");

    assertThat(messages(compile("-Avisibuild.policy=" + policy)))
        .singleElement()
        .asString()
        .contains(
            policy
                + ":1: \"highestScope\" is READ_WRITE, and the extended policy allows READ at most",
            company + ":2");
  }

  @Test
  void optionsAloneAreAPolicyToo() {
    assertThat(messages(compile("-Avisibuild.highestScope=READ")))
        .containsExactly(
            "[visibuild/scope-too-high] TicketsApi.create (POST api/core/v1/tickets) needs"
                + " READ_WRITE, and READ is the highest scope allowed (-Avisibuild.highestScope).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Avisibuild.mayWrite=", "-Avisibuild.mayWrite"})
  void anEmptyListOfWritersLetsNothingWrite(String option) {
    assertThat(messages(compile(option)))
        .containsExactly(
            "[visibuild/write-not-allowed] TicketsApi.create (POST api/core/v1/tickets) writes, and"
                + " \"mayWrite\" does not name it (-Avisibuild.mayWrite).");
  }

  @Test
  void aLockCanBeLeftOutToBeMadeAnew() throws IOException {
    Path policy = write("policy.json", "{\"version\": 1, \"lock\": \"not-there.json\"}");

    assertThat(messages(compile("-Avisibuild.policy=" + policy)))
        .containsExactly(
            "[visibuild/unusable-policy] %s: there is no such file. Check the path, or make the lock: compile with -Avisibuild.checkLock=false, then visibuild audit lock."
                .formatted(policy.resolveSibling("not-there.json")));
    assertThat(messages(compile("-Avisibuild.policy=" + policy, "-Avisibuild.checkLock=false")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"version\": 1,\n\"maywrite\": []}' | POLICY:2: the key \"maywrite\" is unknown; known are version, highestScope, mayWrite, neverCall, approvals, lock, extends.",
        "{\"version\": 2} | POLICY:1: this is a policy of version 2, and versions up to 1 are understood here; it was made for a newer release of Visibuild for Java, so use that one.",
        "'{\"version\": 1,\n\"lock\": \"bad.json\"}' | LOCK:1: it is empty; if a merge left it so, make it anew with visibuild audit lock.",
        "'' | POLICY:1: it is empty."
      })
  void aBadFileIsOneClearError(String content, String message) throws IOException {
    Path lock = write("bad.json", "");
    Path policy = write("policy.json", content);

    assertThat(messages(compile("-Avisibuild.policy=" + policy)))
        .containsExactly(
            "[visibuild/unusable-policy] "
                + message.replace("POLICY", policy.toString()).replace("LOCK", lock.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-Avisibuild.policyDate=soon | -Avisibuild.policyDate: \"soon\" is no date; write one such as"
            + " 2027-06-30.",
        "-Avisibuild.polcy=p.json | -Avisibuild.polcy: there is no such option. Write one of"
            + " visibuild.callAdapterTypes, visibuild.checkLock, visibuild.highestScope, visibuild.lock,"
            + " visibuild.mayWrite, visibuild.neverCall, visibuild.policy, visibuild.policyDate, visibuild.reachability.",
        "-Avisibuild.checkLock=no | -Avisibuild.checkLock: \"no\" is neither true nor false.",
        "-Avisibuild.policy= | -Avisibuild.policy: it names no file.",
        "-Avisibuild.policy | -Avisibuild.policy: it names no file.",
        "-Avisibuild.policy=not/there.json | not/there.json: there is no such file. Check the path.",
      })
  void aBadOptionIsOneClearError(String option, String message) {
    assertThat(messages(compile(option))).containsExactly("[visibuild/unusable-policy] " + message);
  }

  private static List<String> messages(Compilation compilation) {
    return compilation.errors().stream()
        .map(error -> firstLine(error.getMessage(Locale.ROOT)))
        .toList();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Compilation compile(String... options) {
    List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror"));
    all.addAll(List.of(options));
    return Compiling.compiler()
        .withOptions(all)
        .withProcessors(new VisibuildProcessor())
        .compile(
            JavaFileObjects.forSourceString(
                "com.acme.TicketsApi",
                """
                package com.acme;

                import retrofit2.http.*;
                import visibuild.*;

                @VisibuildApi(scope = Scope.READ_WRITE)
                interface TicketsApi {
                  @POST("tickets")
                  String create(@Body String title);
                }
                """),
            JavaFileObjects.forSourceString(
                "com.acme.User", "package com.acme; class User { TicketsApiClient client; }"));
  }
}
