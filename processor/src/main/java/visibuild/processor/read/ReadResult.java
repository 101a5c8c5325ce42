package visibuild.processor.read;

import java.util.List;
import java.util.Optional;
import visibuild.processor.element.MoreElements;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.SourceLocation;

/** The result of reading an interface. */
public sealed interface ReadResult {
  /** The whole interface. */
  record Complete(ApiInterface api) implements ReadResult {}

  /**
   * The interface names something that is missing: another processor may still write it.
   *
   * @param missing the name of a missing type; empty if it is no type
   * @param location where it is named; for a name in a class file, the interface
   */
  record Deferred(String missing, SourceLocation location) implements ReadResult {
    /** Returns whether the compiler reports nothing: it reports names in source files only. */
    public boolean isUnreported() {
      return !missing.isEmpty()
          && location instanceof ElementLocation place
          && MoreElements.isType(place.element());
    }
  }

  /**
   * The result after the last round.
   *
   * @param api the interface with its complete methods; empty if the interface itself names a
   *     missing type
   * @param missing the missing types, each once
   */
  record Partial(Optional<ApiInterface> api, List<Deferred> missing) implements ReadResult {
    /** Makes a part of a copy of {@code missing}. */
    public Partial {
      missing = List.copyOf(missing);
    }
  }
}
