package visibuild.internal.json;

import org.jspecify.annotations.Nullable;
import visibuild.DecodingException;

/**
 * The member of a response's {@code data} that is its value.
 *
 * @param key its name, or {@code null} for the only one
 * @param otherKey another name of it, or {@code null} if it has none
 * @param mayBeNull whether its value may be {@code null}
 */
record DataMember(@Nullable String key, @Nullable String otherKey, boolean mayBeNull) {
  boolean isOnly() {
    return key == null;
  }

  boolean isCalled(String name) {
    return key == null || key.equals(name) || name.equals(otherKey);
  }

  /** Returns the message for a missing member. */
  String missing() {
    return key == null ? "$.data is empty" : "$.data has no member \"" + key + "\"";
  }

  /** Refuses {@code null} as the value of {@code name}. */
  void refuseNull(String name) {
    if (!mayBeNull) {
      String path = JsonPaths.inData(name);
      throw new DecodingException(path + " is null.", path, null, null);
    }
  }
}
