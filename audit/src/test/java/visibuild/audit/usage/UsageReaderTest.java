package visibuild.audit.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static visibuild.audit.usage.UsageLines.call;
import static visibuild.audit.usage.UsageLines.line;
import static visibuild.audit.usage.UsageLines.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.policy.Access;

class UsageReaderTest {
  private static final String OPEN = "com.acme.TicketsApi#open";
  private static final String MONDAY = "2027-03-01T09:00:00Z";
  private static final String TUESDAY = "2027-03-02T09:00:00Z";

  @TempDir private Path folder;
  private final UsageReader reader = new UsageReader(true, Optional.empty());

  @Test
  void linesOfProcessesAndFiles_areMerged() throws IOException {
    read("a.jsonl", line("p1", MONDAY, write(OPEN, 2), call("com.acme.VisisApi#list", "READ", 7)));
    read("b.jsonl", line("p2", TUESDAY, write(OPEN, 3)) + "\n\n" + line("p2", MONDAY));

    assertThat(reader.recorded().problems()).isEmpty();
    assertThat(reader.recorded().lineCount()).isEqualTo(3);
    assertThat(reader.recorded().processCount()).isEqualTo(2);
    assertThat(reader.recorded().start()).contains(Instant.parse("2027-03-01T08:00:00Z"));
    assertThat(reader.recorded().methods())
        .containsOnlyKeys(OPEN, "com.acme.VisisApi#list")
        .containsEntry(
            OPEN, new RecordedUsage.Method(Access.READ_WRITE, 5, Instant.parse(TUESDAY)));
    assertThat(
            reader.recorded().daysWithRecords(LocalDate.of(2027, 2, 20), LocalDate.of(2027, 3, 10)))
        .isEqualTo(2);
  }

  @Test
  void lineThatWasDeliveredTwice_countsOnce() throws IOException {
    String line = line("p1", MONDAY, write(OPEN, 2));
    read("a.jsonl", line + "\n" + line);
    read("b.jsonl", line);

    assertThat(reader.recorded().lineCount()).isEqualTo(1);
    assertThat(reader.recorded().methods().get(OPEN).calls()).isEqualTo(2);
  }

  @Test
  void unknownMembers_areIgnored() throws IOException {
    read(
        "a.jsonl",
        line("p1", MONDAY, write(OPEN, 2))
            .replace("\"count\":2", "\"count\":2,\"millis\":[1,{}]")
            .replace("\"part\":0", "\"part\":0,\"host\":\"h1\",\"more\":null"));

    assertThat(reader.recorded().problems()).isEmpty();
    assertThat(reader.recorded().methods()).containsKey(OPEN);
  }

  @Test
  void numberBeyond32Bits_isRead() throws IOException {
    read("a.jsonl", line("p1", MONDAY, write(OPEN, 3_000_000_000L)));

    assertThat(reader.recorded().methods().get(OPEN).calls()).isEqualTo(3_000_000_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"visibuildUsage\":1 | \"visibuildUsage\":2 | a.jsonl:2: the line has version 2, and versions up to 1 are understood here",
        "\"visibuildUsage\":1 | \"visibuildUsage\":\"1\" | should be a whole number",
        "\"process\":\"p2\", | `` | a.jsonl:2: \"process\" is missing.",
        "\"to\":\"2027-03-02T09:00:00Z\" | \"to\":\"yesterday\" | \"to\" should be an instant such as",
        "\"to\":\"2027-03-02T09:00:00Z\" | \"to\":\"2027-03-02T07:00:00Z\" | \"to\" is before \"from\"",
        "\"count\":1 | \"count\":0 | a.jsonl:2: \"count\" is the number 0 and should be",
        "\"count\":1 | \"count\":-5 | should be a whole number from 1 on",
        "\"scope\":\"READ_WRITE\" | \"scope\":\"ALL\" | \"scope\" should be one of [READ, READ_WRITE]",
        "\"calls\":[ | \"calls\":{ | a.jsonl:2:",
        "\"interface\" | \"api\" | \"interface\" is missing",
        "\"count\":1}]} | `` | a.jsonl:2: the text ends in the middle of a value.",
        "\"visibuildUsage\" | \"usage\" | a.jsonl:2: this is no usage line; with --log",
      })
  void badLine_isNamedWithItsPlace_andTheOthersCount(String part, String wrong, String problem)
      throws IOException {
    String bad = line("p2", TUESDAY, write("com.acme.A#x", 1));
    assertThat(bad).contains(part);

    read(
        "a.jsonl",
        line("p1", MONDAY, write(OPEN, 2))
            + "\n"
            + bad.replace(part, wrong)
            + "\n"
            + line("p3", MONDAY, write(OPEN, 3)));

    assertThat(reader.recorded().problems())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("a.jsonl:2: ").toString())
        .contains(problem)
        .doesNotContain("\n");
    assertThat(reader.recorded().methods()).containsOnlyKeys(OPEN);
    assertThat(reader.recorded().methods().get(OPEN).calls()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-03-01 09:00:00 INFO visibuild.usage - LINE",
        "{main} INFO LINE",
        "LINE \u001b[0m",
        "{\"@timestamp\":\"2027-03-01T09:00:00Z\",\"level\":\"INFO\",\"message\":\"ESCAPED\"}",
        "{\"log\":{\"event\":LINE},\"stream\":\"stdout\"}",
        "{\"stream\":\"stdout\",\"log\":\"INFO ESCAPED\\n\"}",
      })
  void lineOfALog_isFound(String layout) throws IOException {
    String line = line("p1", MONDAY, write(OPEN, 2));
    read(
        "a.log",
        layout
            .replace("LINE", line)
            .replace("ESCAPED", line.replace("\\", "\\\\").replace("\"", "\\\"")));

    assertThat(reader.recorded().problems()).isEmpty();
    assertThat(reader.recorded().methods()).containsOnlyKeys(OPEN);
  }

  @Test
  void otherLinesOfALog_arePassedOver() throws IOException {
    UsageReader log = new UsageReader(false, Optional.empty());
    Path file =
        Files.writeString(
            folder.resolve("app.log"),
            "starting\n{\"level\":\"INFO\"}\n" + line("p1", MONDAY, write(OPEN, 2)) + "\ndone");
    log.read(file);

    assertThat(log.recorded().problems()).isEmpty();
    assertThat(log.recorded().methods()).containsOnlyKeys(OPEN);
    reader.read(file);
    assertThat(reader.recorded().unreadableLines()).isEqualTo(3);
  }

  @Test
  void packedFile_isUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(line("p1", MONDAY, write(OPEN, 2)).getBytes(StandardCharsets.UTF_8));
    }
    reader.read(Files.write(folder.resolve("a.jsonl.gz"), packed.toByteArray()));

    assertThat(reader.recorded().methods()).containsOnlyKeys(OPEN);
    Path plain = Files.writeString(folder.resolve("b.gz"), "no gzip");
    assertThatThrownBy(() -> reader.read(plain))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(plain + ": it cannot be read (");
  }

  @Test
  void lineWithoutEnd_isNotKeptInMemory() throws IOException {
    String huge = "{\"visibuildUsage\":1,\"x\":\"" + "y".repeat(2 * 1024 * 1024);
    read("a.jsonl", huge + "\n" + line("p1", MONDAY, write(OPEN, 2)));

    assertThat(reader.recorded().problems())
        .singleElement()
        .asString()
        .endsWith("a.jsonl:1: the line has more than 1048576 characters.");
    assertThat(reader.recorded().methods()).containsOnlyKeys(OPEN);
  }

  @Test
  void linesOfAnotherProgram_areLeftOut() throws IOException {
    UsageReader other = new UsageReader(true, Optional.of("import"));
    Path file = Files.writeString(folder.resolve("a.jsonl"), line("p1", MONDAY, write(OPEN, 2)));
    other.read(file);

    assertThat(other.recorded().lineCount()).isZero();
    assertThat(other.recorded().problems()).isEmpty();
  }

  @Test
  void missingFile_isNamed() {
    assertThatThrownBy(() -> reader.read(folder.resolve("gone.jsonl")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gone.jsonl: there is no such file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1000000000-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "-0001-12-31T00:00:00Z"
      })
  void instantBeyondTheCalendar_isAProblemOfItsLine(String instant) throws IOException {
    read(
        "a.jsonl",
        line("p1", MONDAY).replace("2027-03-01T08:00:00Z", instant).replace(MONDAY, instant)
            + "\n"
            + line("p2", MONDAY));

    assertThat(reader.recorded().lineCount()).isEqualTo(1);
    assertThat(reader.recorded().problems())
        .singleElement(STRING)
        .endsWith("a.jsonl:1: \"from\" should be an instant such as 2026-11-27T09:00:00Z.");
  }

  @Test
  void sumBeyondALong_isTheHighestNumber() throws IOException {
    read(
        "a.jsonl",
        line("p1", MONDAY, write(OPEN, Long.MAX_VALUE))
            + "\n"
            + line("p2", MONDAY, write(OPEN, 9)));

    assertThat(reader.recorded().methods().get(OPEN).calls()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void emptyCompressedFile_isNamedWithTheReason() throws IOException {
    Path file = Files.createFile(folder.resolve("a.jsonl.gz"));

    assertThatThrownBy(() -> reader.read(file))
        .hasMessage(file + ": it cannot be read (it ends too early).");
  }

  @Test
  void intervalOfCenturies_countsAYearAtMost() throws IOException {
    read("a.jsonl", line("p1", MONDAY).replace("2027-03-01T08", "1027-03-01T08"));

    assertThat(
            reader.recorded().daysWithRecords(LocalDate.of(1000, 1, 1), LocalDate.of(2100, 1, 1)))
        .isEqualTo(367);
  }

  /** Damages one of three lines at random; the other two must count, and nothing may be thrown. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void damagedLine_takesNoOtherWithIt(long seed) throws IOException {
    Random random = new Random(seed);
    for (int time = 0; time < 50; time++) {
      StringBuilder damaged = new StringBuilder(line("p2", TUESDAY, write("com.acme.A#x", 1)));
      for (int change = 0; change < 1 + random.nextInt(4); change++) {
        int place = random.nextInt(damaged.length());
        switch (random.nextInt(3)) {
          case 0 -> damaged.deleteCharAt(place);
          case 1 -> damaged.setCharAt(place, (char) (' ' + random.nextInt(95)));
          default -> damaged.setLength(Math.max(10, place));
        }
      }
      UsageReader fresh = new UsageReader(true, Optional.empty());
      fresh.read(
          Files.writeString(
              folder.resolve("damaged.jsonl"),
              line("p1", MONDAY, write(OPEN, 2))
                  + "\n"
                  + damaged
                  + "\n"
                  + line("p3", MONDAY, write(OPEN, 3))));

      assertThat(fresh.recorded().methods().get(OPEN).calls()).as("%s", damaged).isEqualTo(5);
      List<String> problems = fresh.recorded().problems();
      assertThat(problems.size() + fresh.recorded().lineCount()).as("%s", damaged).isEqualTo(3);
    }
  }

  private void read(String name, String content) throws IOException {
    reader.read(Files.writeString(folder.resolve(name), content));
  }
}
