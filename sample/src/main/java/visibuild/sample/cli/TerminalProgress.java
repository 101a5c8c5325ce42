package visibuild.sample.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jspecify.annotations.Nullable;
import visibuild.sample.gather.Progress;
import visibuild.sample.print.TerminalText;

/** A bar on the standard error, which goes away when all is read. */
final class TerminalProgress implements Progress {
  private static final int NARROWEST_TERMINAL = 80;
  private static final int RECORDS_BETWEEN_MESSAGES = 100;

  private final PrintStream terminal;
  private @Nullable ProgressBar bar;

  private TerminalProgress(PrintStream terminal) {
    this.terminal = terminal;
  }

  /**
   * Returns a progress bar if the standard error is a terminal; otherwise none, so that logs stay
   * clean.
   */
  static Progress onStandardError() {
    return new ExecTerminalProvider().isSystemStream(SystemStream.Error)
        ? new TerminalProgress(System.err)
        : SILENT;
  }

  @Override
  public void begin(int projects) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("Projects")
            .setInitialMax(projects)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(terminal, NARROWEST_TERMINAL))
            .clearDisplayOnFinish()
            .build();
  }

  @Override
  public void reading(String project, int records) {
    if (bar != null && records % RECORDS_BETWEEN_MESSAGES == 1) {
      bar.setExtraMessage(TerminalText.of(project) + ", " + records);
    }
  }

  @Override
  public void projectDone() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
