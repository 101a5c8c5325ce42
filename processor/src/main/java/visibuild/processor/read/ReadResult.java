package visibuild.processor.read;

import java.util.List;
import java.util.Optional;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.SourceLocation;

/** What came of reading an interface. */
public sealed interface ReadResult {
  /** The whole interface. */
  record Complete(ApiInterface api) implements ReadResult {}

  /**
   * Something it names is not there: another processor may still write it, or it is a mistake.
   *
   * @param missing the name as far as the compiler knows it, empty if it does not
   * @param location where it is named
   */
  record Deferred(String missing, SourceLocation location) implements ReadResult {}

  /**
   * What is there when nothing more comes.
   *
   * @param api the interface with those methods of which all is there; empty if it is the interface
   *     itself that names what is not
   * @param missing what is not there, each name once
   */
  record Partial(Optional<ApiInterface> api, List<Deferred> missing) implements ReadResult {
    /** Makes a part of a copy of {@code missing}. */
    public Partial {
      missing = List.copyOf(missing);
    }
  }
}
