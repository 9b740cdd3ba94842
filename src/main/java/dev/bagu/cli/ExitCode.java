package dev.bagu.cli;

/** How the process ends. */
final class ExitCode {
  /** Done; of {@code ask}: answered. */
  static final int OK = 0;

  /** Something failed that is not the person's input. */
  static final int FAILURE = 1;

  /** The command line or a file that it names cannot be used. */
  static final int USAGE = 2;

  /** The documents do not cover the question. */
  static final int REFUSAL = 3;

  /** Stopped by Ctrl-C: 128 and the number of the signal, as shells count. */
  static final int INTERRUPTED = 130;

  /** Told to stop by the system: counted the same way. */
  static final int TERMINATED = 143;

  private ExitCode() {}
}
