package visibuild.audit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import visibuild.audit.BuildInfo;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.audit.WriteApproval;
import visibuild.policy.Access;

/** The sentences that several forms of the report share. */
final class ReportWords {
  /** An approval that ends within so many days is shown as a warning. */
  static final int ENDING_DAYS = 30;

  private ReportWords() {}

  /** The headline of the report: {@code desk can write}. */
  static String title(Findings findings) {
    List<Program> programs = findings.programs();
    long writing = programs.stream().filter(ReportWords::canWrite).count();
    long unknown = programs.stream().filter(Program::isUnknown).count();
    if (programs.size() == 1) {
      String name = TextSanitizer.of(programs.get(0).name());
      if (unknown == 1) {
        return "No client found in " + name + ", so nothing is known of it";
      }
      if (programs.get(0).needsWriteAccessToRead()) {
        return name + " only reads, but needs a credential that can write";
      }
      return writing == 0 ? name + " only reads" : name + " can write";
    }
    if (unknown > 0) {
      return "%d of %d programs can write, nothing is known of %d"
          .formatted(writing, programs.size(), unknown);
    }
    return writing == 0
        ? "None of " + programs.size() + " programs can write"
        : "%d of %d programs can write".formatted(writing, programs.size());
  }

  private static boolean canWrite(Program program) {
    return !program.isUnknown()
        && program.needs() == Access.READ_WRITE
        && !program.needsWriteAccessToRead();
  }

  /**
   * Why a program that only reads needs a credential that can write, and the remedy; empty if it
   * does not.
   */
  static Optional<String> writeAccessToRead(Program program) {
    if (!program.needsWriteAccessToRead()) {
      return Optional.empty();
    }
    return Optional.of(
        "No call that writes is reachable, but %s (%s). %s"
            .formatted(
                program.writeAccessReason(),
                CallPaths.text(program.reachability().writeAccess()),
                program.writeAccessRemedy()));
  }

  /** The result of the policy check as a headline. */
  static String policy(Optional<Verdict> verdict) {
    if (verdict.isEmpty()) {
      return "No policy was checked";
    }
    Verdict checked = verdict.get();
    if (checked.holds()) {
      return "The policy holds";
    }
    if (checked.violations().isEmpty()) {
      return "The policy cannot be checked";
    }
    return "The policy is broken in " + ProgramStats.number(checked.violations().size(), "place");
  }

  /** The state of the approvals as a headline. */
  static String approvals(Findings findings) {
    if (findings.verdict().isEmpty()) {
      return "No approvals were read";
    }
    List<WriteApproval> approvals = findings.verdict().get().approvals();
    if (findings.programs().stream().allMatch(program -> program.writes().isEmpty())) {
      return "No write needs an approval";
    }
    if (approvals.isEmpty()) {
      return "The policy requires no approvals";
    }
    long valid = approvals.stream().filter(WriteApproval::isValid).count();
    return valid == approvals.size()
        ? approvals.size() == 1 ? "The write is approved" : "All " + valid + " writes are approved"
        : "%d of %s approved"
            .formatted(
                valid, approvals.size() == 1 ? "1 write is" : approvals.size() + " writes are");
  }

  /** The time that is left: {@code 215 days left}; nothing without an approval. */
  static String daysLeft(WriteApproval approval) {
    if (approval.daysLeft().isEmpty()) {
      return "";
    }
    long days = approval.daysLeft().getAsLong();
    if (days < 0) {
      return "expired " + (days == -1 ? "yesterday" : -days + " days ago");
    }
    return days == 0 ? "last day today" : days == 1 ? "1 day left" : days + " days left";
  }

  /**
   * The state of an approval: {@code missing}, {@code expired}, {@code ending} or {@code valid}.
   */
  static String state(WriteApproval approval) {
    if (approval.approval().isEmpty()) {
      return "missing";
    }
    if (!approval.isValid()) {
      return "expired";
    }
    return approval.daysLeft().orElse(0) <= ENDING_DAYS ? "ending" : "valid";
  }

  /** An approval as one phrase: {@code Kim Lee, until 2027-06-30, 215 days left}. */
  static String phrase(WriteApproval approval) {
    return approval
        .approval()
        .map(
            given ->
                "%s, until %s, %s"
                    .formatted(
                        TextSanitizer.of(given.approvedBy()), given.until(), daysLeft(approval)))
        .orElse("not approved");
  }

  /**
   * The recorded version and commit: {@code version 1.4, commit 1a2b3c4}; nothing if neither is.
   */
  static String build(BuildInfo build) {
    List<String> parts = new ArrayList<>();
    build.version().ifPresent(version -> parts.add("version " + TextSanitizer.of(version)));
    build
        .commit()
        .ifPresent(
            commit ->
                parts.add(
                    "commit "
                        + abbreviated(TextSanitizer.of(commit))
                        + (build.modified() ? " with uncommitted changes" : "")));
    build.time().ifPresent(time -> parts.add("built " + TextSanitizer.of(time)));
    return String.join(", ", parts);
  }

  /** A hash as people read it; JSON has it whole. */
  private static String abbreviated(String commit) {
    return commit.matches("[0-9a-fA-F]{13,}") ? commit.substring(0, 12) : commit;
  }

  /** {@link #build} with the facts that no file of the program records. */
  static String buildWithGaps(BuildInfo build) {
    String known = build(build);
    if (build.version().isEmpty() && build.commit().isEmpty()) {
      return known.isEmpty()
          ? "no version and no commit recorded"
          : known + ", no version and no commit recorded";
    }
    if (build.commit().isEmpty()) {
      return known + ", no commit recorded";
    }
    return build.version().isEmpty() ? known + ", no version recorded" : known;
  }

  /** The day of the audit: {@code Audited on 2027-06-30}; nothing if no day is known. */
  static String audited(Optional<LocalDate> day) {
    return day.map(date -> "Audited on " + date).orElse("");
  }
}
