package visibuild.audit;

import java.util.Optional;
import visibuild.policy.SourcePosition;

/**
 * One method on the way from an entry point to a call.
 *
 * @param method the method, such as {@code com.acme.Main.main}
 * @param source the place in it from which the next step is taken; empty if that is not known
 * @param note why the method runs where no code calls it directly, such as {@code found by its
 *     annotation @Scheduled}; may be empty
 * @since 0.1
 */
public record CallStep(String method, Optional<SourcePosition> source, String note) {
  /** Returns a step that only explains. */
  public static CallStep note(String note) {
    return new CallStep("", Optional.empty(), note);
  }

  /** Returns the step for people: {@code com.acme.Main.main (called as a Runnable)}. */
  @Override
  public String toString() {
    if (note.isEmpty()) {
      return method;
    }
    return method.isEmpty() ? note : method + " (" + note + ")";
  }
}
