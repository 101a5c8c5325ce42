package visibuild.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import visibuild.policy.json.Json;
import visibuild.policy.json.JsonReading;
import visibuild.policy.json.MalformedJsonException;
import visibuild.policy.json.StrictObjectReader;

/**
 * The file of a {@link Policy}, {@code visibuild-policy.json}: JSON in UTF-8, described by {@code
 * policy.schema.json}. An unknown key is an error, because a misspelt key would permit everything.
 *
 * <pre>{@code
 * {
 *   "version": 1,
 *   "extends": "../company-policy.json",
 *   "highestScope": "READ_WRITE",
 *   "mayWrite": ["com.acme.tickets.*"],
 *   "neverCall": ["api/core/v1/webhooks/**"],
 *   "approvals": [
 *     {"write": "com.acme.tickets.TicketsApi#create", "approvedBy": "Kim Lee",
 *      "until": "2027-06-30", "reason": "opens tickets from the site app"}
 *   ],
 *   "lock": "visibuild-lock.json"
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class PolicyFile {
  /** The default file name of a policy. */
  public static final String NAME = "visibuild-policy.json";

  private final String name;

  private PolicyFile(String name) {
    this.name = name;
  }

  /**
   * Reads a policy.
   *
   * @param name the file as a message is to name it
   * @throws MalformedFileException if it is none, or one of a newer version
   */
  public static Policy read(String name, byte[] content) throws MalformedFileException {
    try {
      return new PolicyFile(name)
          .policy(StrictObjectReader.of(JsonReading.read(content), "the file"));
    } catch (MalformedJsonException malformed) {
      throw new MalformedFileException(name, malformed);
    }
  }

  private Policy policy(StrictObjectReader file) throws MalformedJsonException {
    FileVersion.check(file, "a policy");
    Policy policy =
        new Policy(
            name,
            highestScope(file),
            file.find("mayWrite").isPresent()
                ? Optional.of(new Located<>(mayWrite(file), at(file.line("mayWrite"))))
                : Optional.empty(),
            file.find("neverCall").isPresent() ? neverCall(file) : List.of(),
            file.find("approvals").isPresent()
                ? Optional.of(new Located<>(approvals(file), at(file.line("approvals"))))
                : Optional.empty(),
            text(file, "lock"),
            text(file, "extends"));
    file.rejectUnknown();
    return policy;
  }

  private Optional<Located<String>> text(StrictObjectReader file, String key)
      throws MalformedJsonException {
    return file.findText(key).map(text -> new Located<>(text, at(file.line(key))));
  }

  private Optional<Located<Access>> highestScope(StrictObjectReader file)
      throws MalformedJsonException {
    return file.find("highestScope").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Located<>(
                file.constant("highestScope", Access.class), at(file.line("highestScope"))));
  }

  private List<NamePattern> mayWrite(StrictObjectReader file) throws MalformedJsonException {
    List<NamePattern> patterns = new ArrayList<>();
    for (Json item : file.items("mayWrite")) {
      patterns.add(name(item, "an entry of \"mayWrite\""));
    }
    return patterns;
  }

  private List<PathPattern> neverCall(StrictObjectReader file) throws MalformedJsonException {
    List<PathPattern> patterns = new ArrayList<>();
    for (Json item : file.items("neverCall")) {
      String text = checked(item, "an entry of \"neverCall\"", PathPattern::mistakeIn);
      patterns.add(new PathPattern(text, at(item.line())));
    }
    return patterns;
  }

  private List<Approval> approvals(StrictObjectReader file) throws MalformedJsonException {
    List<Approval> approvals = new ArrayList<>();
    for (Json item : file.items("approvals")) {
      StrictObjectReader keys = StrictObjectReader.of(item, "an entry of \"approvals\"");
      approvals.add(
          new Approval(
              name(keys.get("write"), "\"write\""),
              keys.text("approvedBy"),
              date(keys),
              keys.findText("reason"),
              at(keys.line())));
      keys.rejectUnknown();
    }
    return approvals;
  }

  private NamePattern name(Json value, String what) throws MalformedJsonException {
    return new NamePattern(checked(value, what, NamePattern::mistakeIn), at(value.line()));
  }

  private static LocalDate date(StrictObjectReader keys) throws MalformedJsonException {
    try {
      return LocalDate.parse(keys.text("until"));
    } catch (DateTimeParseException noDate) {
      throw new MalformedJsonException(
          keys.line("until"), "\"until\" should be a date such as 2027-06-30");
    }
  }

  private static String checked(
      Json value, String what, Function<String, Optional<String>> mistakeIn)
      throws MalformedJsonException {
    String text = StrictObjectReader.text(value, what);
    Optional<String> mistake = mistakeIn.apply(text);
    if (mistake.isPresent()) {
      throw new MalformedJsonException(value.line(), mistake.get());
    }
    return text;
  }

  private SourcePosition at(int line) {
    return SourcePosition.at(name, line);
  }
}
