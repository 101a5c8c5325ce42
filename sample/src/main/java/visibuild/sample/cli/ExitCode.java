package visibuild.sample.cli;

/** The exit codes of the program. */
final class ExitCode {
  /** All was done. */
  static final int DONE = 0;

  /** Visibuild, the network or the upload failed. */
  static final int FAILED = 1;

  /** The command line is wrong: picocli's own number for it. */
  static final int USAGE = 2;

  /** The credential is missing, wrong, or may not do this. */
  static final int CREDENTIAL = 3;

  /** A file of this machine could not be read or written: the report, or the copy. */
  static final int FILE = 4;

  private ExitCode() {}
}
