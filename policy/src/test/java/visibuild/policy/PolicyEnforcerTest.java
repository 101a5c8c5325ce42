package visibuild.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.ClientNotPermittedException;
import visibuild.Scope;
import visibuild.policy.PolicyEnforcer.Denial;
import visibuild.policy.fixture.DeskApi;
import visibuild.policy.fixture.DeskApiClient;
import visibuild.policy.fixture.FakeClient;
import visibuild.policy.fixture.UnreadableApi;

class PolicyEnforcerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2027-06-30T23:59:59Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private final List<String> lines = new ArrayList<>();
  private final Handler handler = new Lines();
  private final Logger logger = Logger.getLogger("visibuild.access");

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
  }

  @Test
  void permittedClient_passes() throws IOException {
    PolicyEnforcer enforcer = enforcer("\"mayWrite\": [\"visibuild.policy.fixture.DeskApi\"]");

    assertThatCode(() -> authorize(enforcer, DeskApiClient.class)).doesNotThrowAnyException();
  }

  @Test
  void clientThatIsNotPermitted_isRefusedWithEachViolation() throws IOException {
    PolicyEnforcer enforcer = enforcer("\"highestScope\": \"READ\", \"mayWrite\": []");

    assertThatThrownBy(() -> authorize(enforcer, DeskApiClient.class))
        .isInstanceOf(ClientNotPermittedException.class)
        .hasMessageStartingWith("visibuild.policy.fixture.DeskApiClient is not permitted here.")
        .hasMessageContaining("[scope-too-high] DeskApi.open (POST api/core/v1/tickets)")
        .hasMessageContaining("[write-not-allowed] DeskApi.open");
    assertThat(lines).isEmpty();
  }

  @Test
  void extendedPolicy_isEnforced() throws IOException {
    Files.writeString(
        folder.resolve("company.json"), "{\"version\": 1, \"highestScope\": \"READ\"}");
    PolicyEnforcer enforcer = enforcer("\"extends\": \"company.json\"");

    assertThatThrownBy(() -> authorize(enforcer, DeskApiClient.class))
        .hasMessageContaining("[scope-too-high]")
        .hasMessageContaining("company.json:1");
    assertThatThrownBy(
            () -> enforcer("\"extends\": \"company.json\", \"highestScope\": \"READ_WRITE\""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a policy can only narrow the one that it extends");
  }

  @Test
  void approval_expiresByTheClock() throws IOException {
    String approval =
        "\"approvals\": [{\"write\": \"visibuild.policy.fixture.*\", \"approvedBy\": \"Kim\","
            + " \"until\": \"2027-06-%s\"}]";

    assertThatCode(() -> authorize(enforcer(approval.formatted("30")), DeskApiClient.class))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> authorize(enforcer(approval.formatted("29")), DeskApiClient.class))
        .hasMessageContaining("[approval-expired]");
  }

  @Test
  void clientWithoutAUsableDescriptor_isRefused() throws IOException {
    PolicyEnforcer enforcer = enforcer("\"neverCall\": []");

    assertThatThrownBy(() -> authorize(enforcer, Runnable.class))
        .isInstanceOf(ClientNotPermittedException.class)
        .hasMessageContaining("there is no META-INF/visibuild/java.lang.Runnable.json");
    assertThatThrownBy(() -> authorize(enforcer, FakeClient.class))
        .hasMessageContaining("describes visibuild.policy.fixture.DeskApiClient");
    assertThatThrownBy(() -> authorize(enforcer, UnreadableApi.Client.class))
        .hasMessageContaining("its descriptor cannot be read");
  }

  @Test
  void unreadablePolicy_isAnIllegalArgument() {
    assertThatThrownBy(() -> PolicyEnforcer.ofFile(folder.resolve("gone.json")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gone.json: there is no such file");
    assertThatThrownBy(() -> enforcer("\"mayRight\": []"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("policy.json:1: the key \"mayRight\" is unknown");
  }

  @Test
  void warnMode_permitsAndReportsEveryDenial() throws IOException {
    List<Denial> denials = new ArrayList<>();
    PolicyEnforcer enforcer =
        enforcer("\"highestScope\": \"READ\", \"mayWrite\": []").warnOnly(denials::add);

    authorize(enforcer, DeskApiClient.class);
    authorize(enforcer, DeskApiClient.class);
    authorize(enforcer, FakeClient.class);

    assertThat(denials)
        .extracting(Denial::client, Denial::reasons)
        .containsExactly(
            tuple(DeskApiClient.class.getName(), List.of("scope-too-high", "write-not-allowed")),
            tuple(DeskApiClient.class.getName(), List.of("scope-too-high", "write-not-allowed")),
            tuple(FakeClient.class.getName(), List.of("descriptor-unusable")));
  }

  @Test
  void warnMode_logsEachClientAndReasonOnceOnOneLine() throws IOException {
    PolicyEnforcer enforcer = enforcer("\"mayWrite\": []").warnOnly();

    authorize(enforcer, DeskApiClient.class);
    authorize(enforcer, DeskApiClient.class);
    authorize(enforcer, FakeClient.class);

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith(
            "WARNING The policy is not enforced, only watched."
                + " visibuild.policy.fixture.DeskApiClient is not permitted here."
                + " [write-not-allowed] DeskApi.open")
        .doesNotContain("\n");
  }

  @Test
  void warnMode_survivesAListenerThatFails() throws IOException {
    PolicyEnforcer enforcer =
        enforcer("\"mayWrite\": []")
            .warnOnly(
                denial -> {
                  throw new IllegalStateException("no meter");
                });

    authorize(enforcer, DeskApiClient.class);
    authorize(enforcer, DeskApiClient.class);

    assertThat(lines).filteredOn(line -> line.contains("listener")).hasSize(1);
  }

  @Test
  void warnMode_permitsSilentlyWhatThePolicyPermits() throws IOException {
    List<Denial> denials = new ArrayList<>();
    authorize(
        enforcer("\"mayWrite\": [\"visibuild.**\"]").warnOnly(denials::add), DeskApiClient.class);

    assertThat(denials).isEmpty();
    assertThat(lines).isEmpty();
  }

  private PolicyEnforcer enforcer(String members) throws IOException {
    return PolicyEnforcer.ofFile(
        Files.writeString(folder.resolve("policy.json"), "{\"version\": 1, " + members + "}"),
        CLOCK);
  }

  private static void authorize(PolicyEnforcer enforcer, Class<?> client) {
    enforcer.authorize(
        client, DeskApi.class.isAssignableFrom(client) ? Scope.READ_WRITE : Scope.READ);
  }

  /** Records the log lines. */
  private final class Lines extends Handler {
    @Override
    public void publish(LogRecord logged) {
      lines.add(logged.getLevel() + " " + new SimpleFormatter().formatMessage(logged));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
