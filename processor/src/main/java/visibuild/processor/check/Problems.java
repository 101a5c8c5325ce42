package visibuild.processor.check;

import java.util.ArrayList;
import java.util.List;
import visibuild.processor.model.Anchor;

/** Collects the problems of one interface, in the order in which they are found. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Rule rule, Anchor anchor, String wrong, String instead) {
    found.add(new Problem(rule, anchor, wrong, instead));
  }

  List<Problem> toList() {
    return List.copyOf(found);
  }
}
