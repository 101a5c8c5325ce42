package visibuild.audit.report;

import com.samskivert.mustache.Mustache;
import java.util.List;

/** The data of the page's template. All texts are final; the template only breaks long names. */
record Page(
    String title,
    String audited,
    String contentSecurityPolicy,
    String style,
    String script,
    String capability,
    List<ProgramCard> programs,
    PolicyAnswer policy,
    ApprovalAnswer approvals,
    List<BrokenRule> violations,
    List<ChangeSummary> difference,
    int columns,
    String layout,
    String callCount,
    String size,
    List<CallSection> sections,
    List<Area> areas) {

  /** Returns whether the page names the day of the audit. */
  boolean dated() {
    return !audited.isEmpty();
  }

  /** Returns the function that gives the text of a section break points. */
  Mustache.Lambda breaks() {
    return (section, out) -> out.write(BreakPoints.in(section.execute()));
  }

  /** Returns whether there is a call to list. */
  boolean any() {
    return !sections.isEmpty();
  }

  /** Returns whether a rule is broken. */
  boolean broken() {
    return !violations.isEmpty();
  }

  /** A program at the top. */
  record ProgramCard(
      String name,
      String access,
      String needs,
      String build,
      String writeShare,
      int writes,
      int reads,
      List<Remark> remarks) {
    /** Returns whether a version or commit is known, or known to be missing. */
    boolean built() {
      return !build.isEmpty();
    }
  }

  /** A sentence about a program; {@code kind} is {@code warning} or {@code plain}. */
  record Remark(String kind, String text) {}

  /** The result of the policy check; {@code state} is good, bad or warning. */
  record PolicyAnswer(
      String state, String headline, List<String> advice, List<String> gaps, List<String> files) {
    /** Returns whether files were checked. */
    boolean checked() {
      return !files.isEmpty();
    }
  }

  /** The approvals; {@code state} is good, bad, warning or plain. */
  record ApprovalAnswer(
      String state,
      String headline,
      List<String> advice,
      List<ApprovalGroup> groups,
      List<String> more) {
    /** Returns whether there is an approval to list. */
    boolean listed() {
      return !groups.isEmpty();
    }
  }

  /** Writes with the same approver and last day. */
  record ApprovalGroup(String state, String approver, String until, String left, String writes) {}

  /** One violation. */
  record BrokenRule(String rule, String where, String wrong, String instead) {}

  /** The number of changes. */
  record ChangeSummary(String before, String sentence, long added, long changed, long removed) {}

  /** A part of the server, and the resources in it. */
  record Area(String name, List<Row> rows) {}

  /** A resource: a line of the matrix. */
  record Row(String id, String name, List<Cell> cells) {}

  /**
   * A cell of the matrix; {@code first} is the first of its calls, {@code mark} the kind of change
   * in it, or nothing.
   */
  record Cell(
      String id,
      String first,
      String access,
      boolean any,
      long count,
      String label,
      boolean marked,
      String mark,
      String sign) {}

  /** A part of the one list of calls. */
  record CallSection(String title, String lead, String count, List<CallLine> calls) {}

  /** A call; {@code change} is its kind of change, or nothing. */
  record CallLine(
      String id,
      String row,
      String cell,
      String access,
      String reach,
      String verb,
      String path,
      String method,
      String where,
      String program,
      String origin,
      boolean stated,
      String change,
      String was,
      List<CallApproval> approval,
      List<Step> steps) {
    /** Returns whether the call is not as it was. */
    boolean changedAtAll() {
      return !change.isEmpty();
    }

    /** Returns whether the call had another verb or path. */
    boolean altered() {
      return !was.isEmpty();
    }

    /** Returns whether a path to the call is known. */
    boolean traced() {
      return !steps.isEmpty();
    }

    /** The length of the path in words. */
    String stepCount() {
      return ProgramStats.number(steps.size(), "step");
    }
  }

  /** The approval of a call. */
  record CallApproval(String state, String approver, String until, String left, String reason) {
    /** Returns whether the policy gives a reason. */
    boolean reasoned() {
      return !reason.isEmpty();
    }
  }

  /** A method on the way to a call. */
  record Step(String method, String note, String where) {
    /** Returns whether there is something to explain. */
    boolean noted() {
      return !note.isEmpty();
    }

    /** Returns whether the place in the source is known. */
    boolean placed() {
      return !where.isEmpty();
    }
  }
}
