package dev.bagu.check;

import dev.bagu.index.Encoding;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text at its commas, colons and stops, in Chinese and English. */
final class Clauses {
  private static final String MARKS = "，；。！？：、,;:!?…—→⇒\n（）()";

  private Clauses() {}

  /**
   * A stretch of tokens.
   *
   * @param from first, inclusive
   * @param to last, exclusive
   */
  record Tokens(int from, int to) {
    int size() {
      return to - from;
    }

    boolean holds(int token) {
      return token >= from && token < to;
    }
  }

  /**
   * The clauses of an encoded text that hold at least two tokens each; shorter ones go with what
   * follows. Together they cover all tokens, in order.
   */
  static List<Tokens> of(String text, Encoding encoding) {
    int n = encoding.starts().length;
    List<Tokens> clauses = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= n; i++) {
      boolean ends =
          i == n || borders(text, encoding.starts()[i - 1], encoding.starts()[i], from == i - 1);
      if (ends && (i == n || i - from >= 3)) {
        clauses.add(new Tokens(from, i));
        from = i;
      }
    }
    return clauses;
  }

  /** Whether a mark stands between two tokens, or one of them is the mark. */
  private static boolean borders(String text, int start, int next, boolean first) {
    if (first) {
      return false;
    }
    for (int i = start; i < Math.min(next, text.length()); i++) {
      char c = text.charAt(i);
      if (MARKS.indexOf(c) >= 0 && !inNumber(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a comma or colon stands between two digits: 1,000 or 2:4. */
  private static boolean inNumber(String text, int i) {
    return i > 0
        && i + 1 < text.length()
        && Character.isDigit(text.charAt(i - 1))
        && Character.isDigit(text.charAt(i + 1));
  }
}
