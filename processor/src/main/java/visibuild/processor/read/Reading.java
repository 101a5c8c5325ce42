package visibuild.processor.read;

import visibuild.processor.model.Anchor;
import visibuild.processor.model.ApiInterface;

/** What came of reading an interface. */
public sealed interface Reading {
  /** The whole interface. */
  record Complete(ApiInterface api) implements Reading {}

  /**
   * Something it names is not there: another processor may still write it, or it is a mistake.
   *
   * @param missing the name as far as the compiler knows it, empty if it does not
   * @param anchor where it is named
   */
  record Waiting(String missing, Anchor anchor) implements Reading {}
}
