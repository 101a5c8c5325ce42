package visibuild.internal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import okio.Socket;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * Refuses libraries that are too old, so that no call fails with a linkage error. Maven and Gradle
 * may choose other versions than this library names.
 */
public final class RequiredLibraries {
  private static final int JACKSON_MAJOR = 2;
  private static final int LOWEST_JACKSON_MINOR = 15;

  private RequiredLibraries() {}

  /**
   * Refuses versions that this library does not work with.
   *
   * @throws IllegalStateException if a library is missing or too old; names it and what to add
   */
  public static void check() {
    OkHttpVersion.check();
    @Nullable String problem = problem();
    if (problem != null) {
      throw new IllegalStateException(problem);
    }
  }

  private static @Nullable String problem() {
    if (OkHttpVersion.needsOkioSockets() && !hasOkioSockets()) {
      return "The Okio on the class path is older than OkHttp %s needs. Add com.squareup.okio:okio:3.15.0 or later to the program's dependencies."
          .formatted(OkHttpVersion.current());
    }
    if (!hasService()) {
      return "The Retrofit on the class path is older than 2.10.0. Add com.squareup.retrofit2:retrofit:3.0.0 or later to the program's dependencies.";
    }
    Version core = new JsonFactory().version();
    Version databind = PackageVersion.VERSION;
    if (isTooOld(core) || isTooOld(databind)) {
      return "jackson-core %s and jackson-databind %s are on the class path, but 2.15.0 or later is needed of both. Add com.fasterxml.jackson.core:jackson-databind:2.15.0 or later to the program's dependencies."
          .formatted(core, databind);
    }
    return hasJavaTime()
        ? null
        : "Jackson's module for java.time is missing. Add com.fasterxml.jackson.datatype:jackson-datatype-jsr310 to the program's dependencies.";
  }

  private static boolean isTooOld(Version jackson) {
    return jackson.getMajorVersion() == JACKSON_MAJOR
        && jackson.getMinorVersion() < LOWEST_JACKSON_MINOR;
  }

  private static boolean hasOkioSockets() {
    try {
      Class<?> unused = Socket.class;
      return true;
    } catch (NoClassDefFoundError e) {
      return false;
    }
  }

  private static boolean hasJavaTime() {
    try {
      Class<?> unused = JavaTimeModule.class;
      return true;
    } catch (NoClassDefFoundError e) {
      return false;
    }
  }

  private static boolean hasService() {
    try {
      return Invocation.class.getMethod("service") != null;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
