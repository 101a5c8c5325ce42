package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import visibuild.fixture.MutableClock;
import visibuild.fixture.RecordedLog;
import visibuild.internal.upload.Uploads;

class AccessUsageLogTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();
  private final AccessUsage usage = new AccessUsage();
  @RegisterExtension final RecordedLog logged = new RecordedLog("visibuild.usage", Level.INFO);
  private final ManualScheduler scheduler = new ManualScheduler();
  private Path file;

  interface DeskApi {}

  static final class DeskApiClient implements DeskApi {
    interface Calls {}
  }

  @BeforeEach
  void listen() {
    file = folder.resolve("usage.jsonl");
  }

  @AfterEach
  void stopListening() {
    scheduler.shutdownNow();
  }

  @Test
  void line_holdsInterfacesMethodsScopesAndCounts() throws IOException {
    Instant from = clock.instant();
    try (AccessUsageLog log = log()) {
      usage.hold(
          DeskApiClient.class, new ClientAccess(DeskApiClient.class.getName(), Scope.READ_WRITE));
      open(2);
      usage.count(DeskApiClient.Calls.class, "list", Scope.READ);
      clock.advance(Duration.ofHours(1));
      log.flush();

      JsonNode line = JSON.readTree(Files.readString(file));
      String process = line.get("process").textValue();
      assertThat(Files.readString(file))
          .isEqualTo(
              "{\"visibuildUsage\":1,\"program\":\"desk\",\"process\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"part\":0,\"clients\":[{\"interface\":\"%s\",\"scope\":\"READ_WRITE\"}],\"calls\":[{\"interface\":\"%s\",\"method\":\"list\",\"scope\":\"READ\",\"count\":1},{\"interface\":\"%s\",\"method\":\"open\",\"scope\":\"READ_WRITE\",\"count\":2}]}\n"
                  .formatted(
                      process,
                      from,
                      from.plus(Duration.ofHours(1)),
                      DeskApi.class.getName(),
                      DeskApi.class.getName(),
                      DeskApi.class.getName()));
    }
  }

  @Test
  void eachLine_countsItsIntervalOnly() throws IOException {
    try (AccessUsageLog log = log()) {
      open(2);
      log.flush();
      log.flush();
      open(3);
      log.flush();
    }
    assertThat(lines()).extracting(AccessUsageLogTest::writes).containsExactly(2L, 0L, 3L, 0L);
    assertThat(lines()).extracting(line -> line.get("clients").size()).containsOnly(0);
  }

  @Test
  void intervals_joinWithoutAGap_alsoIfTheClockGoesBack() throws IOException {
    try (AccessUsageLog log = log()) {
      clock.advance(Duration.ofMinutes(5));
      log.flush();
      clock.advance(Duration.ofMinutes(-3));
      log.flush();
    }
    List<JsonNode> lines = lines();
    for (int index = 1; index < lines.size(); index++) {
      assertThat(lines.get(index).get("from")).isEqualTo(lines.get(index - 1).get("to"));
      assertThat(instant(lines.get(index), "to"))
          .isAfterOrEqualTo(instant(lines.get(index), "from"));
    }
  }

  @Test
  void failingFile_failsNoCallAndLosesNoCount() throws IOException {
    Files.createDirectory(file);
    Instant start = clock.instant();
    try (AccessUsageLog log = log()) {
      open(2);
      log.flush();
      clock.advance(Duration.ofHours(1));
      log.flush();
      assertThat(logged.records()).hasSize(1);
      assertThat(logged.messages().get(0)).contains("cannot be written", "kept");

      Files.delete(file);
      open(1);
      log.flush();

      assertThat(lines()).extracting(AccessUsageLogTest::writes).containsExactly(3L);
      assertThat(instant(lines().get(0), "from")).isEqualTo(start);
    }
  }

  @Test
  void scheduledWrite_happensEachIntervalAndNeverThrows() throws IOException {
    Files.createDirectory(file);
    try (AccessUsageLog log = log()) {
      assertThat(scheduler.period).isEqualTo(Duration.ofMinutes(10));
      assertThatCode(scheduler.task::run).doesNotThrowAnyException();
      Files.delete(file);
      scheduler.task.run();
      scheduler.task.run();

      assertThat(lines()).hasSize(2);
      log.flush();
    }
    assertThat(scheduler.isShutdown()).as("a scheduler that was passed in stays open").isFalse();
  }

  @Test
  void close_writesTheLastIntervalOnce() throws IOException {
    AccessUsageLog log = log();
    open(1);
    log.close();
    log.close();
    open(1);
    log.flush();

    assertThat(lines()).extracting(AccessUsageLogTest::writes).containsExactly(1L);
  }

  @Test
  void manyMethods_makeSeveralShortLines() throws IOException {
    for (int number = 0; number < 400; number++) {
      usage.count(DeskApiClient.Calls.class, "methodWithAName" + number, Scope.READ_WRITE);
    }
    log().close();

    assertThat(Files.readAllLines(file))
        .hasSize(8)
        .allSatisfy(line -> assertThat(line.length()).isLessThan(16 * 1024));
    assertThat(lines()).extracting(line -> line.get("part").intValue()).doesNotHaveDuplicates();
    assertThat(lines().stream().mapToInt(line -> line.get("calls").size()).sum()).isEqualTo(400);
  }

  @Test
  void lineThatAnotherProcessLeftUnfinished_isNotContinued() throws IOException {
    Files.writeString(file, "{\"visibuildUsage\":1,\"pro");
    log().close();

    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(Files.readAllLines(file).get(1)).startsWith("{\"visibuildUsage\":1,");
  }

  @Test
  void fullFile_isNotExtended() throws IOException {
    try (var full =
        Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      full.position(UsageFile.LARGEST).write(StandardCharsets.UTF_8.encode("\n"));
    }
    long size = Files.size(file);
    log().close();

    assertThat(Files.size(file)).isEqualTo(size);
    assertThat(logged.messages().get(0)).contains("Move it away");
  }

  @Test
  void upload_isNamedAsPoliciesNameIt() throws IOException {
    usage.count(Uploads.Calls.class, "announce", Scope.READ_WRITE);
    usage.count(Uploads.Calls.class, "send", Scope.READ_WRITE);
    log().close();

    assertThat(lines().get(0).get("calls"))
        .hasToString(
            "[{\"interface\":\"visibuild.Attachments\",\"method\":\"upload\",\"scope\":\"READ_WRITE\",\"count\":1}]");
  }

  @Test
  void withoutAFile_linesGoToTheLogger() throws IOException {
    open(1);
    AccessUsageLog.builder(usage).clock(clock).scheduler(scheduler).start().close();

    assertThat(logged.records()).hasSize(1);
    assertThat(writes(JSON.readTree(logged.messages().get(0)))).isEqualTo(1);
    assertThat(file).doesNotExist();
  }

  @Test
  void withoutAScheduler_logWritesByItself() {
    AccessUsageLog log = AccessUsageLog.builder(usage).file(file).start();
    log.close();

    assertThat(file).exists();
  }

  @Test
  void shortInterval_isRefused() {
    AccessUsageLog.Builder builder = AccessUsageLog.builder(usage);

    assertThatThrownBy(() -> builder.interval(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Set one of a second or more");
  }

  private AccessUsageLog log() {
    return AccessUsageLog.builder(usage)
        .program("desk")
        .file(file)
        .interval(Duration.ofMinutes(10))
        .clock(clock)
        .scheduler(scheduler)
        .start();
  }

  private void open(int times) {
    for (int time = 0; time < times; time++) {
      usage.count(DeskApiClient.Calls.class, "open", Scope.READ_WRITE);
    }
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static long writes(JsonNode line) {
    long writes = 0;
    for (JsonNode call : line.get("calls")) {
      writes +=
          call.get("scope").textValue().equals("READ_WRITE") ? call.get("count").longValue() : 0;
    }
    return writes;
  }

  private static Instant instant(JsonNode line, String member) {
    return Instant.parse(line.get(member).textValue());
  }

  /** Keeps the task, which the test runs. */
  private static final class ManualScheduler extends ScheduledThreadPoolExecutor {
    private Runnable task = () -> {};
    private Duration period = Duration.ZERO;

    ManualScheduler() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
        Runnable command, long initialDelay, long delay, TimeUnit unit) {
      task = command;
      period = Duration.of(delay, unit.toChronoUnit());
      return schedule(() -> {}, 1, TimeUnit.DAYS);
    }
  }
}
