package visibuild.processor.validation;

import java.util.ArrayList;
import java.util.List;
import visibuild.processor.model.SourceLocation;

/** Collects the problems of one interface, in the order in which they are found. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Adds a problem, whose text from the user's sources may contain line breaks. */
  void add(Rule rule, SourceLocation location, String message, String hint) {
    found.add(new Problem(rule, location, MessageText.of(message), MessageText.of(hint)));
  }

  List<Problem> toList() {
    return List.copyOf(found);
  }
}
