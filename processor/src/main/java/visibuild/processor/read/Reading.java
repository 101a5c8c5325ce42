package visibuild.processor.read;

import java.util.List;
import java.util.Optional;
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

  /**
   * What is there when nothing more comes.
   *
   * @param api the interface with those methods of which all is there; empty if it is the interface
   *     itself that names what is not
   * @param missing what is not there, each name once
   */
  record Part(Optional<ApiInterface> api, List<Waiting> missing) implements Reading {
    /** Makes a part of a copy of {@code missing}. */
    public Part {
      missing = List.copyOf(missing);
    }
  }
}
