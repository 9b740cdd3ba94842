package dev.bagu.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rows of a LaTeX environment: {@code a &= b \\ c &= d} is {@code a = b} and {@code c = d}.
 *
 * <p>Row ends and alignment marks inside nested braces and environments are left alone.
 */
final class LatexRows {
  private static final Set<String> ALIGNMENTS =
      Set.of(
          "aligned",
          "align",
          "align*",
          "alignat",
          "gather",
          "gather*",
          "gathered",
          "split",
          "equation",
          "equation*",
          "multline",
          "multline*");

  private LatexRows() {}

  /** Whether the environment only lays out lines. */
  static boolean isAlignment(String environment) {
    return ALIGNMENTS.contains(environment);
  }

  /** Where {@code \end{name}} begins that closes an environment whose body begins at {@code at}. */
  static int end(String source, int at, String name) {
    String opens = "\\begin{" + name + "}";
    String closes = "\\end{" + name + "}";
    int open = 1;
    for (int i = source.indexOf('\\', at); i >= 0; i = source.indexOf('\\', i + 1)) {
      open += source.startsWith(opens, i) ? 1 : source.startsWith(closes, i) ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The rows that are not blank, in order, each {@code &} replaced by {@code between}. */
  static List<String> of(String body, String between) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    int nested = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      nested += c == '{' || body.startsWith("\\begin{", i) ? 1 : 0;
      nested -= c == '}' || body.startsWith("\\end{", i) ? 1 : 0;
      if (nested <= 0 && c == '&') {
        trimEnd(row);
        row.append(between);
      } else if (nested <= 0 && body.startsWith("\\\\", i)) {
        rows.add(row.toString().strip());
        row.setLength(0);
        i++;
      } else if (c == '\\' && i + 1 < body.length() && "{}&\\".indexOf(body.charAt(i + 1)) >= 0) {
        row.append(c).append(body.charAt(++i));
      } else {
        row.append(c);
      }
    }
    rows.add(row.toString().strip());
    rows.removeIf(String::isBlank);
    return rows;
  }

  private static void trimEnd(StringBuilder row) {
    while (row.length() > 0 && row.charAt(row.length() - 1) == ' ') {
      row.setLength(row.length() - 1);
    }
  }
}
