package dev.bagu.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of one paragraph with one look.
 *
 * <p>Example: {@code 秩 $r$ 远小于 $d$} is four spans: text, a whole formula, text, a whole formula.
 *
 * @param text what stands there; a line feed is a line end
 * @param style how it looks
 * @param whole whether it stays on one line where that line is wide enough (code, formulas)
 */
record Span(String text, Style style, boolean whole) {

  /** A span that may be broken. */
  static Span of(String text, Style style) {
    return new Span(text, style, false);
  }

  /** The spans of a text without other markup than {@code `code`} and {@code $formulas$}. */
  static List<Span> plain(String text) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      int end = endOfWhole(text, i);
      if (end > i) {
        spans.add(of(text.substring(start, i), Style.PLAIN));
        spans.add(new Span(text.substring(i, end), Style.PLAIN, true));
        start = end;
        i = end;
      } else {
        i++;
      }
    }
    spans.add(of(text.substring(start), Style.PLAIN));
    spans.removeIf(span -> span.text().isEmpty());
    return spans;
  }

  /** The line as one string, neighbours of the same look painted together. */
  static String paint(List<Span> line) {
    StringBuilder painted = new StringBuilder();
    StringBuilder run = new StringBuilder();
    Style style = Style.PLAIN;
    for (Span span : line) {
      if (!span.style().equals(style)) {
        painted.append(style.paint(run.toString()));
        run.setLength(0);
        style = span.style();
      }
      run.append(span.text());
    }
    return painted.append(style.paint(run.toString())).toString();
  }

  private static int endOfWhole(String text, int i) {
    char mark = text.charAt(i);
    if (mark == '`') {
      int end = text.indexOf('`', i + 1);
      return end < 0 || text.substring(i, end).indexOf('\n') >= 0 ? i : end + 1;
    }
    return mark == '$' ? FormulaMarks.endOfDollars(text, i) : i;
  }
}
