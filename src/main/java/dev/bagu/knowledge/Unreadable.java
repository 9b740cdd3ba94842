package dev.bagu.knowledge;

/** A file that cannot become text; the message is the one-line reason that the person sees. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreadable(String reason) {
    super(reason);
  }

  Unreadable(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** The reason, never null. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
