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
  /** The kinds of change. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** It is gone. */
    REMOVED,
    /** The verb, the path, a fixed header or the needed access changed. */
    CHANGED;

    /** The kind as a word: {@code added}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the kind of change. */
  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }

  /** Returns the current call; for a removed call, the previous one. */
  public Call call() {
    return after.or(() -> before).orElseThrow();
  }

  /** Returns whether the second program can write something that the first could not. */
  public boolean newWrite() {
    return after.filter(call -> call.method().writes()).isPresent()
        && before.filter(this::isTheSameWrite).isEmpty();
  }

  /** Returns whether {@code old} wrote to the same place, so that only the reason differs. */
  private boolean isTheSameWrite(Call old) {
    return old.method().writes()
        && old.method().verb().equals(call().method().verb())
        && old.method().path().equals(call().method().path())
        && old.method().headers().equals(call().method().headers());
  }
}
