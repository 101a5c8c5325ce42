package visibuild.audit.usage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import visibuild.policy.json.FileFailures;
import visibuild.policy.json.MalformedJsonException;

/**
 * Reads files of usage lines, as an {@code AccessUsageLog} or a log pipeline writes them; a name
 * that ends with {@code .gz} is unpacked. A line that cannot be read is reported, and the others
 * count.
 *
 * <pre>{@code
 * UsageReader reader = new UsageReader(true, Optional.empty());
 * reader.read(Path.of("usage.jsonl"));
 * RecordedUsage usage = reader.recorded();
 * }</pre>
 *
 * @since 0.1
 */
public final class UsageReader {
  private static final int LONGEST_LINE = 1024 * 1024;

  private final boolean onlyUsage;
  private final Optional<String> program;
  private final RecordedUsage recorded = new RecordedUsage();

  /**
   * Creates a reader.
   *
   * @param onlyUsage whether each line must be a usage line; otherwise other lines of a log are
   *     passed over
   * @param program the program whose lines count; all programs, if empty
   */
  public UsageReader(boolean onlyUsage, Optional<String> program) {
    this.onlyUsage = onlyUsage;
    this.program = program;
  }

  /** Returns the usage that was read so far. */
  public RecordedUsage recorded() {
    return recorded;
  }

  /**
   * Reads {@code file}.
   *
   * @throws IOException if the file cannot be read; the message names it
   */
  public void read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          file + ": there is no such file. Name files of an AccessUsageLog, such as usage.jsonl.");
    }
    try (BufferedReader lines = open(file)) {
      StringBuilder line = new StringBuilder();
      for (int number = 1; next(lines, line); number++) {
        line(file, number, line);
      }
    } catch (IOException unreadable) {
      throw new IOException(
          "%s: it cannot be read (%s).".formatted(file, FileFailures.reason(unreadable)),
          unreadable);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream content = Files.newInputStream(file);
    try {
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(content) : content;
      return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException failure) {
      content.close();
      throw failure;
    }
  }

  /** Reads the next line into {@code line}, one character more than the limit at most. */
  private static boolean next(Reader lines, StringBuilder line) throws IOException {
    line.setLength(0);
    int character = lines.read();
    if (character < 0) {
      return false;
    }
    for (; character >= 0 && character != '\n'; character = lines.read()) {
      if (line.length() <= LONGEST_LINE) {
        line.append((char) character);
      }
    }
    return true;
  }

  private void line(Path file, int number, StringBuilder line) {
    if (line.length() > LONGEST_LINE) {
      recorded.addProblem(file, number, "the line has more than " + LONGEST_LINE + " characters");
      return;
    }
    if (line.indexOf(UsageInterval.MARK) < 0) {
      if (onlyUsage && !line.toString().isBlank()) {
        recorded.addProblem(
            file,
            number,
            "this is no usage line; with --log, other lines of a log are passed over");
      }
      return;
    }
    try {
      Optional<UsageInterval> interval = UsageInterval.in(line.toString());
      if (interval.isEmpty()) {
        recorded.addProblem(file, number, "this is no usage line");
      }
      interval
          .filter(each -> program.isEmpty() || program.get().equals(each.program()))
          .ifPresent(recorded::add);
    } catch (MalformedJsonException malformed) {
      recorded.addProblem(file, number, String.valueOf(malformed.getMessage()));
    }
  }
}
