package visibuild.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import okhttp3.OkHttp;
import org.jspecify.annotations.Nullable;

/** What calls say that they come from (RFC 9110, section 10.1.5). */
public final class UserAgent {
  static final String HEADER = "User-Agent";

  private UserAgent() {}

  /** The program, if it said its name, then this library, then OkHttp, each with its version. */
  public static String of(@Nullable String program) {
    String library = "visibuild-java/" + version() + " okhttp/" + OkHttp.VERSION;
    return program == null ? library : program + " " + library;
  }

  private static String version() {
    // The build writes it there; a module has no manifest that could tell. From the root, because a
    // shrinker may move this class.
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
