package visibuild.audit.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.audit.Client;
import visibuild.audit.Program;
import visibuild.audit.Samples;
import visibuild.audit.Verdict;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;
import visibuild.policy.MalformedFileException;
import visibuild.policy.PolicyFile;
import visibuild.policy.Rule;
import visibuild.policy.TeamPolicy;
import visibuild.policy.Violation;

/** The gate on a program that creates a client and never writes with it. */
@Tag("slow")
class CreatedClientTest {
  private static final String CREATE = "DeskApiClient.create(visibuild.Server.ACCESS)";

  @TempDir private Path folder;

  @Test
  void createdClientThatNeverWrites_breaksAPolicyForReading() throws Exception {
    Program program = program(CREATE + ";");

    assertThat(program.needs()).isEqualTo(Access.READ_WRITE);
    assertThat(program.writes()).isEmpty();
    assertThat(verdict(program).violations())
        .extracting(Violation::rule)
        .containsExactly(Rule.SCOPE_TOO_HIGH);
  }

  @Test
  void createdClientThatWrites_breaksItOnceForEachMethod() throws Exception {
    assertThat(verdict(program(CREATE + ".write0();")).violations())
        .singleElement()
        .satisfies(violation -> assertThat(violation.method()).isPresent());
  }

  @Test
  void clientThatIsNeverCreated_doesNotBreakIt() throws Exception {
    Program program = program("");

    assertThat(program.needs()).isEqualTo(Access.READ);
    assertThat(verdict(program).holds()).isTrue();
  }

  private static Verdict verdict(Program program) throws MalformedFileException {
    byte[] policy = "{\"version\": 1, \"highestScope\": \"READ\"}".getBytes(StandardCharsets.UTF_8);
    return Verdict.of(
        new TeamPolicy(
            List.of(PolicyFile.read("policy.json", policy)), List.of(), Optional.empty()),
        List.of(program),
        LocalDate.EPOCH);
  }

  private Program program(String statement) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>(GeneratedRuntime.SOURCES);
    sources.put("desk.DeskApi", "package desk; public interface DeskApi { void write0(); }");
    sources.put(
        "desk.DeskApiClient",
        """
        package desk;
        public final class DeskApiClient implements DeskApi {
          private final Calls calls;
          private DeskApiClient(visibuild.WriteAccess access) {
            calls = access.implement(Calls.class, visibuild.Scope.READ_WRITE);
          }
          public static DeskApi create(visibuild.WriteAccess access) { return new DeskApiClient(access); }
          @Override public void write0() { calls.write0(); }
          interface Calls { void write0(); }
        }""");
    sources.put(
        "desk.Main",
        "package desk; public class Main { public static void main(String[] a) { %s } }"
            .formatted(statement));
    Descriptor api = Samples.api("desk.DeskApi", Samples.call("write0", "POST", "tickets", 5));
    return new Program(
        "desk",
        List.of(new Client(api, "desk.jar")),
        ReachabilityTest.analyse(CompiledSources.compile(sources, folder), List.of(api)));
  }
}
