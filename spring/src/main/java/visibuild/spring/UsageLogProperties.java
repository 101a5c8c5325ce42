package visibuild.spring;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The properties {@code visibuild.usage-log.*}.
 *
 * @param enabled Whether to record the access that the program uses; by default only if a file is
 *     set.
 * @param file File to which a line of JSON is appended for each interval; without it, lines go to
 *     the logger "visibuild.usage".
 * @param interval Length of an interval, at least 1s; one hour by default.
 * @param program Name of the program in each line; "spring.application.name" by default.
 */
@ConfigurationProperties("visibuild.usage-log")
record UsageLogProperties(
    @Nullable Boolean enabled,
    @Nullable Path file,
    @Nullable Duration interval,
    @Nullable String program) {

  /** Returns the file; null if the property is absent or blank. */
  @Nullable Path givenFile() {
    return file == null || file.toString().isBlank() ? null : file;
  }

  boolean isOn() {
    return enabled == null ? givenFile() != null : enabled;
  }
}
