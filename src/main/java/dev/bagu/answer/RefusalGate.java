package dev.bagu.answer;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Holds back the beginning of an answer until it is clear that it is not the sentinel by which a
 * model says that the evidence does not answer; nothing of a refusal gets through.
 *
 * <p>The sentinel counts in any case, inside emphasis, quotation marks or code marks, and with text
 * behind it.
 */
final class RefusalGate {
  private final String sentinel;
  private final Consumer<String> out;
  private final StringBuilder held = new StringBuilder();
  private boolean open;
  private boolean refused;

  RefusalGate(String sentinel, Consumer<String> out) {
    this.sentinel = letters(sentinel);
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
    String letters = letters(held.toString());
    if (letters.startsWith(sentinel)) {
      refused = true;
    } else if (!sentinel.startsWith(letters)) {
      release();
    }
  }

  /** The answer has ended: a beginning that never became the sentinel goes through. */
  void end() {
    if (!open && !refused) {
      release();
    }
  }

  /** Whether the model refused. */
  boolean refused() {
    return refused;
  }

  private void release() {
    open = true;
    if (!held.isEmpty()) {
      out.accept(held.toString());
    }
  }

  private static String letters(String text) {
    return text.replaceAll("[\\s*_`\"'“”#>.。-]", "").toLowerCase(Locale.ROOT);
  }
}
