package visibuild.internal.http;

import okhttp3.OkHttp;

/**
 * The version of OkHttp on the class path. Maven and Gradle may choose another than this library
 * names, for example the 4.12.0 that Retrofit 3.0.0 requires.
 */
public final class OkHttpVersion {
  private static final int LOWEST_MAJOR = 4;
  private static final int LOWEST_MINOR = 12;

  private OkHttpVersion() {}

  /** Returns the version, such as {@code 5.5.1}. */
  public static String current() {
    try {
      // By reflection, because javac would copy the constant of the version that it compiles with.
      return String.valueOf(OkHttp.class.getField("VERSION").get(null));
    } catch (ReflectiveOperationException | LinkageError e) {
      return "before 4.0";
    }
  }

  /**
   * Refuses a version that this library does not work with.
   *
   * @throws IllegalStateException if OkHttp is older than 4.12
   */
  static void check() {
    check(current());
  }

  static void check(String version) {
    if (!isAtLeast(version, LOWEST_MAJOR, LOWEST_MINOR)) {
      throw new IllegalStateException(
          "OkHttp "
              + version
              + " is on the class path, but 4.12.0 or later is needed. Add"
              + " com.squareup.okhttp3:okhttp:4.12.0 or later to the program's dependencies.");
    }
  }

  /** Returns whether this OkHttp uses {@code okio.Socket}, which its own Okio has. */
  static boolean needsOkioSockets() {
    return isAtLeast(current(), 5, 2);
  }

  private static boolean isAtLeast(String version, int major, int minor) {
    String[] parts = version.split("[.-]");
    int first = number(parts, 0);
    return first > major || (first == major && number(parts, 1) >= minor);
  }

  private static int number(String[] parts, int index) {
    try {
      return index < parts.length ? Integer.parseInt(parts[index]) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
