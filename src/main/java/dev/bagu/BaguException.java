package dev.bagu;

/**
 * A failure that the person at the keyboard can act on: the message is one line that says what
 * happened, which file or option it concerns, and what to do. The edge prints the message alone and
 * exits with {@link #exitCode()}.
 */
public class BaguException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure with its one-line message. */
  public BaguException(String message) {
    super(message);
  }

  /** Creates a failure with its one-line message and what caused it. */
  public BaguException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The process exit code that this failure leads to: 1 unless a subtype says otherwise. */
  public int exitCode() {
    return 1;
  }
}
