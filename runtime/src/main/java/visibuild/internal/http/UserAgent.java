package visibuild.internal.http;

import org.jspecify.annotations.Nullable;

/** The {@code User-Agent} of calls (RFC 9110, section 10.1.5). */
public final class UserAgent {
  static final String HEADER = "User-Agent";

  private UserAgent() {}

  /** Returns the program, if it has a name, then this library and OkHttp with their versions. */
  public static String of(@Nullable String program) {
    String library =
        "visibuild-java/" + LibraryVersion.CURRENT + " okhttp/" + OkHttpVersion.current();
    return program == null ? library : program + " " + library;
  }
}
