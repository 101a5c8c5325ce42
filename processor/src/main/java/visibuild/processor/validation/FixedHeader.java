package visibuild.processor.validation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One header of {@code @Headers}, as the user wrote it. */
record FixedHeader(String text) {
  private static final String AUTHORIZATION = "Authorization";
  private static final String CONTENT_TYPE = "Content-Type";

  private static final Set<String> FRAMING = Set.of("host", "content-length", "transfer-encoding");

  /** Returns the part before the colon. */
  String name() {
    return text.substring(0, Math.max(0, text.indexOf(':')));
  }

  /** Returns the part after the colon. */
  String value() {
    return text.substring(text.indexOf(':') + 1).trim();
  }

  boolean authorizes() {
    return name().strip().equalsIgnoreCase(AUTHORIZATION);
  }

  /**
   * Returns whether it determines the target or the length of the request (RFC 9112, section 6).
   */
  boolean frames() {
    return FRAMING.contains(name().strip().toLowerCase(Locale.ROOT));
  }

  boolean isContentType() {
    return name().equalsIgnoreCase(CONTENT_TYPE);
  }

  /** Returns the problem of its form; empty if it is valid. */
  Optional<String> flaw(boolean anyLetterInValue) {
    if (name().isEmpty() || text.indexOf(':') == text.length() - 1) {
      return Optional.of("is not of the form \"Name: value\"");
    }
    if (isContentType()) {
      return Optional.empty();
    }
    if (!HeaderText.isVisible(name())) {
      return Optional.of("has a name that no header can have");
    }
    return anyLetterInValue || HeaderText.isValue(value())
        ? Optional.empty()
        : Optional.of("has " + HeaderText.foreignIn(value()) + ", which no header can have");
  }
}
