package visibuild.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * A call that is not the same in two programs.
 *
 * @param before the call in the first program; empty if it is new
 * @param after the call in the second program; empty if it is gone
 * @since 0.1
 */
public record Change(Optional<Call> before, Optional<Call> after) {
  /** What happened to the call. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** It is gone. */
    REMOVED,
    /** Its verb, its path, or what it needs is another. */
    CHANGED;

    /** The kind as a word: {@code added}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What happened to the call. */
  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }

  /** The call as it is now, or as it was if it is gone. */
  public Call call() {
    return after.or(() -> before).orElseThrow();
  }

  /** Whether the second program can write something here that the first could not. */
  public boolean newWrite() {
    return after.filter(call -> call.method().writes()).isPresent()
        && before.filter(this::isTheSameWrite).isEmpty();
  }

  /** Whether {@code old} wrote to the same place: then only the reason for it is another. */
  private boolean isTheSameWrite(Call old) {
    return old.method().writes()
        && old.method().verb().equals(call().method().verb())
        && old.method().path().equals(call().method().path());
  }
}
