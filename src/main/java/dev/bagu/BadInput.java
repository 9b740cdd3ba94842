package dev.bagu;

/** A person's input (an option, a question, a path) that cannot be used as it is: exit code 2. */
public final class BadInput extends BaguException {
  private static final long serialVersionUID = 1L;

  /** Creates the failure; the message names the option or file and the rule that it breaks. */
  public BadInput(String message) {
    super(message);
  }

  /** Creates the failure with what caused it. */
  public BadInput(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 2;
  }
}
