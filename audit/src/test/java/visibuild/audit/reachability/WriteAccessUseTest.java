package visibuild.audit.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.audit.CallStep;
import visibuild.audit.Client;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Samples;
import visibuild.audit.Verdict;
import visibuild.audit.propose.ProposedPolicy;
import visibuild.audit.report.Format;
import visibuild.audit.report.SourceRoots;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;
import visibuild.policy.PolicyFile;
import visibuild.policy.Rule;
import visibuild.policy.TeamPolicy;

/** Programs that only read, and need a credential with write access nevertheless. */
class WriteAccessUseTest {
  private static final String READS = "DeskApiClient.create(%s).read0();";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DeskApiClient.create(new visibuild.Visibuild().writeAccess()).read0();",
        "java.util.function.Function<visibuild.Visibuild, visibuild.ReadAccess> access ="
            + " visibuild.Visibuild::writeAccess;"
            + " DeskApiClient.create(access.apply(new visibuild.Visibuild())).read0();",
        "Object access = visibuild.Visibuild.class.getMethod(\"writeAccess\")"
            + ".invoke(new visibuild.Visibuild());"
            + " DeskApiClient.create((visibuild.ReadAccess) access).read0();"
      })
  void programThatAsksForWriteAccessToRead_needsReadWriteAndIsToldTheRemedy(String statements)
      throws Exception {
    Program program = program(statements, Map.of());

    assertThat(program.needs()).isEqualTo(Access.READ_WRITE);
    assertThat(program.needsWriteAccessToRead()).isTrue();
    assertThat(program.reachability().writeAccess().get(0).method()).isEqualTo("desk.Main.main");
    assertThat(text(program))
        .contains(
            "desk needs READ_WRITE",
            "No call that writes is reachable, but it asks for write access, which fails with a"
                + " credential of scope READ (desk.Main.main -> visibuild.Visibuild.writeAccess).");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DeskApiClient.create(new visibuild.Visibuild().readAccess()).read0();",
        "visibuild.ClientCredentials.of(\"id\", visibuild.Scope.READ_WRITE);"
            + " DeskApiClient.create(new visibuild.Visibuild().readAccess()).read0();",
        "visibuild.ClientCredentials.of(\"id\", visibuild.Scope.READ).withoutNarrowing();"
            + " DeskApiClient.create(new visibuild.Visibuild().readAccess()).read0();"
      })
  void programWhoseTokensOnlyRead_needsRead(String statements) throws Exception {
    Program program = program(statements, Map.of());

    assertThat(program.needs()).isEqualTo(Access.READ);
    assertThat(text(program)).contains("desk needs READ\n").doesNotContain("asks for write access");
  }

  @Test
  void readsWithATokenOfTheWholeScope_needReadWrite() throws Exception {
    Program program =
        program(
            "visibuild.ClientCredentials.of(\"id\", visibuild.Scope.READ_WRITE).withoutNarrowing();"
                + READS.formatted("new visibuild.Visibuild().readAccess()"),
            Map.of());

    assertThat(program.needs()).isEqualTo(Access.READ_WRITE);
    assertThat(text(program)).contains("withoutNarrowing(), so that its reads carry a token");
  }

  @Test
  void writeAccessThatOnlyUnreachedCodeAsksFor_doesNotCount() throws Exception {
    Program program =
        program(
            READS.formatted("new visibuild.Visibuild().readAccess()"),
            Map.of(
                "desk.Old",
                "package desk; class Old { Object go() { return new visibuild.Visibuild().writeAccess(); } }"));

    assertThat(program.needs()).isEqualTo(Access.READ);
  }

  @Test
  void writeAccessThatAContainerInjects_counts() throws Exception {
    Program program =
        program(
            "",
            Map.of(
                "desk.Bean",
                """
                package desk;
                @fw.Job public class Bean {
                  public Bean(visibuild.WriteAccess access) { DeskApiClient.create(access).read0(); }
                }"""));

    assertThat(program.needs()).isEqualTo(Access.READ_WRITE);
    assertThat(program.reachability().writeAccess())
        .extracting(CallStep::toString)
        .containsExactly("visibuild.WriteAccess (found by its annotation @Job)");
  }

  @Test
  void policyForReading_isBrokenWithTheCallSite() throws Exception {
    Program program = program(READS.formatted("new visibuild.Visibuild().writeAccess()"), Map.of());
    Verdict verdict = verdict(program, "{\"version\": 1, \"highestScope\": \"READ\"}");

    assertThat(verdict.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.rule()).isEqualTo(Rule.SCOPE_TOO_HIGH);
              assertThat(violation.source().orElseThrow().file()).endsWith("Main.java");
              assertThat(violation.hint()).contains("Visibuild.readAccess()");
            });
    Findings findings = Findings.about(List.of(program)).with(verdict);
    assertThat(Format.HTML.render(findings, SourceRoots.NONE))
        .contains("<title>desk only reads, but needs a credential that can write</title>");
    for (Format format : Format.values()) {
      assertThat(format.render(findings, SourceRoots.NONE).replace("<wbr>", ""))
          .contains("readAccess");
    }
  }

  @Test
  void proposedPolicy_holdsAtOnce() throws Exception {
    Program program = program(READS.formatted("new visibuild.Visibuild().writeAccess()"), Map.of());
    String policy = new ProposedPolicy(List.of(program), "Kim Lee", LocalDate.MAX).policy();

    assertThat(verdict(program, policy.replaceAll(",\\s*\"lock\": \"[^\"]*\"", "")).holds())
        .isTrue();
  }

  private static String text(Program program) {
    return Format.TEXT.render(Findings.about(List.of(program)), SourceRoots.NONE);
  }

  private static Verdict verdict(Program program, String policy) throws Exception {
    return Verdict.of(
        new TeamPolicy(
            List.of(PolicyFile.read("policy.json", policy.getBytes(StandardCharsets.UTF_8))),
            List.of(),
            Optional.empty()),
        List.of(program),
        LocalDate.EPOCH);
  }

  private Program program(String statements, Map<String, String> more) throws Exception {
    Map<String, String> sources = new LinkedHashMap<>(GeneratedRuntime.SOURCES);
    sources.putAll(more);
    sources.put("desk.DeskApi", "package desk; public interface DeskApi { void read0(); }");
    sources.put(
        "desk.DeskApiClient",
        """
        package desk;
        public final class DeskApiClient implements DeskApi {
          private DeskApiClient(visibuild.ReadAccess access) {}
          public static DeskApi create(visibuild.ReadAccess access) { return new DeskApiClient(access); }
          @Override public void read0() {}
        }""");
    sources.put(
        "desk.Main",
        "package desk; public class Main { public static void main(String[] a) throws Exception { %s } }"
            .formatted(statements));
    Descriptor api = Samples.api("desk.DeskApi", Samples.call("read0", "GET", "tickets", 5));
    return new Program(
        "desk",
        List.of(new Client(api, "desk.jar")),
        ReachabilityTest.analyse(CompiledSources.compile(sources, folder), List.of(api)));
  }
}
