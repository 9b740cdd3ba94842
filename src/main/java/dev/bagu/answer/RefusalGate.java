package dev.bagu.answer;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Holds back the beginning of an answer until it is clear that it is not the sentinel by which a
 * model says that the evidence does not answer; nothing of a refusal gets through, and nothing of
 * the thinking that some models write first, between {@code <think>} and {@code </think>}.
 *
 * <p>The sentinel counts alone on the first line, in any case, with spaces for underscores, inside
 * emphasis, quotation marks or code marks; or, written with its underscores, at the beginning of
 * the first line. Prose that begins "Not covered in the paper is …" is an answer.
 */
final class RefusalGate {
  private static final String THINKING = "<think>";
  private static final String THOUGHT = "</think>";

  private final String sentinel;
  private final Consumer<String> out;
  private final StringBuilder held = new StringBuilder();
  private boolean thought;
  private boolean open;
  private boolean refused;

  RefusalGate(String sentinel, Consumer<String> out) {
    this.sentinel = sentinel.toLowerCase(Locale.ROOT);
    this.out = out;
  }

  void accept(String piece) {
    if (refused) {
      return;
    }
    if (open) {
      out.accept(piece);
      return;
    }
    held.append(piece);
    if (!thinking()) {
      decide(false);
    }
  }

  /**
   * The reply has ended.
   *
   * @param whole whether it came to its own end; of one that broke off, a beginning that could
   *     still have become the sentinel is dropped
   */
  void end(boolean whole) {
    if (open || refused || thinking()) {
      return;
    }
    decide(true);
    if (whole && !refused) {
      release();
    }
  }

  /** Whether the model refused. */
  boolean refused() {
    return refused;
  }

  /** Whether what came may be, or is, thinking that has not ended; takes off what has. */
  private boolean thinking() {
    String begun = held.toString().stripLeading();
    if (!begun.startsWith(THINKING)) {
      return !begun.isEmpty() && THINKING.startsWith(begun);
    }
    int end = held.indexOf(THOUGHT);
    if (end < 0) {
      return true;
    }
    held.delete(0, end + THOUGHT.length());
    thought = true;
    return false;
  }

  private void decide(boolean atEnd) {
    String begun = held.toString().stripLeading().toLowerCase(Locale.ROOT);
    int line = begun.indexOf('\n');
    String first = line < 0 ? begun : begun.substring(0, line);
    boolean lineEnds = atEnd || line >= 0;
    String letters = letters(first);
    String bare = first.replaceAll("\\A[\\s*_`\"'“”#>-]+", "");
    if (bare.startsWith(sentinel)
        && bare.length() > sentinel.length()
        && !Character.isLetterOrDigit(bare.charAt(sentinel.length()))) {
      refused = true;
    } else if (lineEnds) {
      refused = letters.equals(letters(sentinel));
      if (!refused && line >= 0) {
        release();
      }
    } else if (!letters(sentinel).startsWith(letters)) {
      release();
    }
  }

  private void release() {
    open = true;
    String begun = thought ? held.toString().stripLeading() : held.toString();
    held.setLength(0);
    if (!begun.isEmpty()) {
      out.accept(begun);
    }
  }

  private static String letters(String text) {
    return text.replaceAll("[\\s*_`\"'“”#>.。:：!！-]", "");
  }
}
