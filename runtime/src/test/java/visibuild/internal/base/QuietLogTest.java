package visibuild.internal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A logger of the program that throws. */
class QuietLogTest {
  private static final Logger FAILING =
      new Logger() {
        @Override
        public String getName() {
          return "failing";
        }

        @Override
        public boolean isLoggable(Level level) {
          throw new IllegalStateException("The configuration of the log cannot be read.");
        }

        @Override
        public void log(
            Level level,
            @Nullable ResourceBundle bundle,
            @Nullable String message,
            @Nullable Throwable thrown) {
          throw new IllegalStateException("The disk of the log is full.");
        }

        @Override
        public void log(
            Level level,
            @Nullable ResourceBundle bundle,
            @Nullable String format,
            @Nullable Object @Nullable ... params) {
          throw new IllegalStateException("The disk of the log is full.");
        }
      };

  @Test
  void levelThatCannotBeRead_isNotLogged() {
    assertThat(QuietLog.isLoggable(FAILING, Level.ERROR)).isFalse();
    assertThat(QuietLog.isLoggable(System.getLogger("visibuild.test"), Level.ERROR)).isTrue();
  }

  @Test
  void lineThatCannotBeWritten_isIgnored() {
    assertThatCode(() -> QuietLog.write(() -> FAILING.log(Level.INFO, "a line")))
        .doesNotThrowAnyException();
  }
}
