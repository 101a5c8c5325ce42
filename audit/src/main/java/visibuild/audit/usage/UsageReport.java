package visibuild.audit.usage;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import visibuild.audit.usage.RecordedUsage.Method;
import visibuild.policy.LockFile;
import visibuild.policy.MalformedFileException;
import visibuild.policy.TeamPolicy;

/**
 * The report on the usage of a policy: the unused writes, and the smaller policy and lock as a
 * patch.
 *
 * @param text the report for people
 * @param patch the change of the files in the unified format; empty if nothing can be removed
 * @param unused whether the records show an approved write that is not used
 * @since 0.1
 */
public record UsageReport(String text, String patch, boolean unused) {
  private static final int CONTEXT = 3;

  /**
   * Compares {@code recorded} with the files.
   *
   * @param policy the policy file, if there is one
   * @param lock the lock file; without it, the one that the policy names
   * @throws IOException if a file cannot be read; the message names it
   * @throws MalformedFileException if a file is malformed
   */
  public static UsageReport of(
      RecordedUsage recorded, Optional<Path> policy, Optional<Path> lock, LocalDate today, int days)
      throws IOException, MalformedFileException {
    TeamPolicy team = TeamPolicy.open(policy, lock, UsageReport::name);
    UsageReview review = UsageReview.of(recorded, team, today, days);
    String patch = "";
    if (review.coversThePeriod()) {
      if (policy.isPresent()) {
        String before = read(policy.get());
        patch += patch(policy.get(), before, review.smallerPolicy(before));
      }
      Optional<Path> place = TeamPolicy.lockPlace(policy, lock);
      if (place.isPresent() && team.lock().isPresent()) {
        patch +=
            patch(
                place.get(),
                read(place.get()),
                LockFile.write(review.smallerLock(team.lock().get())));
      }
    }
    return new UsageReport(
        text(review, patch), patch, review.coversThePeriod() && !review.unused().isEmpty());
  }

  private static String text(UsageReview review, String patch) {
    StringBuilder text = new StringBuilder();
    RecordedUsage recorded = review.recorded();
    text.append(
        "%s of %s; records exist on %d of the last %d days.\n"
            .formatted(
                number(recorded.lineCount(), "line"),
                number(recorded.processCount(), "process", "processes"),
                review.daysWithRecords(),
                review.days()));
    if (recorded.unreadableLines() > 0) {
      text.append(
          "%s could not be read, so a write may have been used that is missing here.\n"
              .formatted(number(recorded.unreadableLines(), "line")));
    }
    if (!review.coversThePeriod()) {
      text.append(
          "The records cover the last %s only, so no write can be called unused in %d days. Wait, or review fewer days.\n"
              .formatted(number((int) review.coveredDays(), "day"), review.days()));
    }
    text.append(
        review.coversThePeriod()
            ? "\nApproved and not used in %d days:\n".formatted(review.days())
            : "\nApproved and not recorded so far:\n");
    review
        .unused()
        .forEach((name, method) -> text.append("  - %s, %s\n".formatted(name, lastUse(method))));
    none(review.unused(), text);
    text.append("\nUsed:\n");
    review
        .usedWrites()
        .forEach(
            (name, method) ->
                text.append(
                    "  - %s, %s, last on %s\n"
                        .formatted(
                            name,
                            number(method.calls(), "call", "calls"),
                            RecordedUsage.day(method.last()))));
    none(review.usedWrites(), text);
    if (!review.notApproved().isEmpty()) {
      text.append("\nUsed, and named by no approval or lock:\n");
      review.notApproved().forEach(name -> text.append("  - ").append(name).append('\n'));
    }
    if (!patch.isEmpty()) {
      text.append("\nThe smaller files, as a patch:\n\n").append(patch);
    }
    return text.toString();
  }

  private static void none(Map<?, ?> entries, StringBuilder text) {
    if (entries.isEmpty()) {
      text.append("  none\n");
    }
  }

  private static String lastUse(Optional<Method> method) {
    return method
        .map(use -> "last used on " + RecordedUsage.day(use.last()))
        .orElse("never recorded");
  }

  private static String number(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static String number(int count, String unit) {
    return number(count, unit, unit + "s");
  }

  private static String patch(Path file, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    List<String> old = lines(before);
    return UnifiedDiffUtils.generateUnifiedDiff(
            name(file), name(file), old, DiffUtils.diff(old, lines(after)), CONTEXT)
        .stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Returns the lines of a file as a patch shows them: a carriage return belongs to its line, and a
   * last line without a line break carries the marker that {@code git apply} requires.
   */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int last = lines.size() - 1;
    String end = lines.remove(last);
    if (!end.isEmpty()) {
      lines.add(end + "\n\\ No newline at end of file");
    }
    return lines;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }
}
