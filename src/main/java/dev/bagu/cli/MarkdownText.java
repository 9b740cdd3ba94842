package dev.bagu.cli;

import dev.bagu.cli.terminal.Sanitizer;
import java.util.stream.Collectors;

/**
 * Untrusted text as Markdown that shows it and does nothing else.
 *
 * <p>Every ASCII punctuation mark that could mean something is escaped, which CommonMark allows for
 * all of them (section 2.4); angle brackets and ampersands become entities; control characters go
 * through {@link Sanitizer}. Example: {@code *x* | y} gives {@code \*x\* \| y}.
 */
final class MarkdownText {
  /** Marks that mean nothing in the middle of a line and stay as they are, to be readable. */
  private static final String HARMLESS = ",;?%/'\"";

  /** Marks that mean nothing inside a word: {@code 3e-4}, {@code peft.md}. */
  private static final String HARMLESS_INSIDE = "-.=+";

  private MarkdownText() {}

  /** The text on one line. */
  static String line(String text) {
    return escaped(Sanitizer.line(text));
  }

  /** The text in a cell of a table: line ends become {@code <br>}. */
  static String cell(String text) {
    return Sanitizer.clean(text)
        .strip()
        .lines()
        .map(MarkdownText::spaced)
        .collect(Collectors.joining("<br>"));
  }

  /** The text as a quotation: every line of it is one there. */
  static String quotation(String text) {
    return Sanitizer.clean(text)
        .strip()
        .lines()
        .map(line -> line.isBlank() ? ">" : "> " + spaced(line) + "<br>")
        .collect(Collectors.joining("\n"));
  }

  /** Spaces at the beginning would make a line of code. */
  private static String spaced(String line) {
    String body = line.stripLeading();
    int spaces = line.length() - body.length();
    return "&nbsp;".repeat(Math.min(spaces, 16)) + escaped(body.replace("\t", "    ").strip());
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean mark = c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c) && !isHarmless(text, i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        // Hosts turn @name into a mention even where the mark is escaped.
        case '@' -> out.append("@<!-- -->");
        default -> out.append(mark ? "\\" : "").append(c);
      }
    }
    return out.toString();
  }

  private static boolean isHarmless(String text, int i) {
    char c = text.charAt(i);
    if (HARMLESS.indexOf(c) >= 0) {
      return true;
    }
    return HARMLESS_INSIDE.indexOf(c) >= 0
        && i > 0
        && i + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(i - 1))
        && Character.isLetterOrDigit(text.charAt(i + 1))
        // Hosts make a link of www.anything.
        && !(c == '.' && Character.toLowerCase(text.charAt(i - 1)) == 'w');
  }
}
