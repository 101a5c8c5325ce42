package visibuild.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The {@code User-Agent} of calls (RFC 9110, section 10.1.5). */
public final class UserAgent {
  static final String HEADER = "User-Agent";

  private UserAgent() {}

  /** Returns the program, if it has a name, then this library and OkHttp with their versions. */
  public static String of(@Nullable String program) {
    String library = "visibuild-java/" + version() + " okhttp/" + OkHttpVersion.current();
    return program == null ? library : program + " " + library;
  }

  private static String version() {
    // Written by the build, because a module has no manifest to read. The path is absolute, because
    // a shrinker may move this class.
    try (InputStream file =
        UserAgent.class.getResourceAsStream("/visibuild/internal/http/version.properties")) {
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
