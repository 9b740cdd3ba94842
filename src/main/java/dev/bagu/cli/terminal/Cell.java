package dev.bagu.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal puts into one place: a character with the combining marks after it.
 *
 * @param text the character, its marks, and any control sequence before it
 * @param code the character itself
 * @param width columns, 0 to 2
 * @param span number of the span that it comes from, from 0
 * @param style how it looks
 * @param whole whether its span stays on one line where that fits
 */
record Cell(String text, int code, int width, int span, Style style, boolean whole) {

  /** The cells of some spans, in order. */
  static List<Cell> of(List<Span> spans) {
    List<Cell> cells = new ArrayList<>();
    for (int s = 0; s < spans.size(); s++) {
      String text = spans.get(s).text();
      int i = 0;
      while (i < text.length()) {
        int end = endOfCluster(text, i);
        cells.add(cell(text.substring(i, end), spans.get(s), s));
        i = end;
      }
    }
    return cells;
  }

  boolean isSpace() {
    return code == ' ' || code == '\t' || code == 0x3000;
  }

  boolean isLineEnd() {
    return code == '\n';
  }

  private static Cell cell(String text, Span span, int number) {
    int base = 0;
    while (base < text.length() - 1 && DisplayWidth.pastAnsi(text, base) > base) {
      base = DisplayWidth.pastAnsi(text, base);
    }
    int code = base < text.length() ? text.codePointAt(base) : 0;
    return new Cell(text, code, DisplayWidth.of(text), number, span.style(), span.whole());
  }

  /** Control sequences, then one character, then everything without a width of its own. */
  private static int endOfCluster(String text, int start) {
    int i = start;
    while (i < text.length() && DisplayWidth.pastAnsi(text, i) > i) {
      i = DisplayWidth.pastAnsi(text, i);
    }
    if (i >= text.length()) {
      return i;
    }
    int first = text.codePointAt(i);
    i += Character.charCount(first);
    while (first != '\n' && i < text.length()) {
      int code = text.codePointAt(i);
      if (code < 0x20 || DisplayWidth.of(code) > 0) {
        break;
      }
      i += Character.charCount(code);
    }
    return i;
  }
}
