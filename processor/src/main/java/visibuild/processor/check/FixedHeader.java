package visibuild.processor.check;

import java.util.Optional;

/** One header of {@code @Headers}, as the user wrote it. */
record FixedHeader(String text) {
  private static final String AUTHORIZATION = "Authorization";
  private static final String CONTENT_TYPE = "Content-Type";

  /** What is before the colon. */
  String name() {
    return text.substring(0, Math.max(0, text.indexOf(':')));
  }

  /** What is after the colon. */
  String value() {
    return text.substring(text.indexOf(':') + 1).trim();
  }

  boolean authorizes() {
    return name().strip().equalsIgnoreCase(AUTHORIZATION);
  }

  boolean isContentType() {
    return name().equalsIgnoreCase(CONTENT_TYPE);
  }

  /** What is wrong with its form; empty if nothing is. */
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
