package visibuild.audit.reachability;

import org.jspecify.annotations.Nullable;

/**
 * Why a method is reached.
 *
 * @param caller the reached method that leads to it; null for an entry point
 * @param line the line in the caller; 0 where it is not known
 * @param note what a reader must know beyond "is called by"; may be empty
 */
record Cause(@Nullable MethodModel caller, int line, String note) {
  static Cause entry(String note) {
    return new Cause(null, 0, note);
  }

  Cause with(String why) {
    return new Cause(caller, line, why);
  }
}
