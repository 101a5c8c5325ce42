package visibuild.audit.cli;

/** The exit codes of the program, for a CI gate. */
final class ExitCode {
  /** All holds, or nothing was asked to hold. */
  static final int HOLDS = 0;

  /** A policy or a lock is broken, or there is a new write where none may be. */
  static final int BROKEN = 1;

  /** The command cannot be understood, or an input cannot be read. */
  static final int USAGE = 2;

  private ExitCode() {}
}
