package dev.bagu.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * How many terminal columns a text takes, and how to fit it into a number of columns.
 *
 * <p>Widths follow JLine's {@code WCWidth} (Markus Kuhn's table), with two corrections after
 * Unicode's EastAsianWidth: pictographs such as ✅ and ⭐ take two columns, each half of a flag one.
 * Chinese characters and full-width punctuation take 2, combining marks and control sequences 0,
 * everything else 1; a tab counts as 4. Characters of "ambiguous" width (“ ” … — → α) count as 1,
 * as in every terminal that is not set to a legacy East Asian mode.
 *
 * <p>Example: {@code of("LoRA 的秩")} is 9: four letters, a space and two characters of two columns.
 */
public final class DisplayWidth {
  /** Wide pictographs of the basic plane that WCWidth counts as one; pairs of first and last. */
  private static final char[] WIDE_PICTOGRAPHS = {
    0x231a, 0x231b, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3, 0x25fd, 0x25fe, 0x2614, 0x2615,
    0x2648, 0x2653, 0x267f, 0x267f, 0x2693, 0x2693, 0x26a1, 0x26a1, 0x26aa, 0x26ab, 0x26bd, 0x26be,
    0x26c4, 0x26c5, 0x26ce, 0x26ce, 0x26d4, 0x26d4, 0x26ea, 0x26ea, 0x26f2, 0x26f3, 0x26f5, 0x26f5,
    0x26fa, 0x26fa, 0x26fd, 0x26fd, 0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728, 0x274c, 0x274c,
    0x274e, 0x274e, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27b0, 0x27b0, 0x27bf, 0x27bf,
    0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2b55, 0x2b55
  };

  private DisplayWidth() {}

  /** Columns of the text on one line, at least 0; line feeds count nothing. */
  public static int of(String text) {
    int width = 0;
    int i = 0;
    while (i < text.length()) {
      int past = pastAnsi(text, i);
      if (past > i) {
        i = past;
        continue;
      }
      int code = text.codePointAt(i);
      width += of(code);
      i += Character.charCount(code);
    }
    return width;
  }

  /** Columns of one code point: 0, 1 or 2; 4 for a tab. */
  public static int of(int code) {
    if (code < 0x7f) {
      return code >= 0x20 ? 1 : code == '\t' ? 4 : 0;
    }
    if (code >= 0x4e00 && code <= 0x9fff) {
      return 2;
    }
    if (code >= 0x1f1e6 && code <= 0x1f1ff) {
      return 1;
    }
    if (code >= 0x231a && code <= 0x2b55 && isWidePictograph(code)) {
      return 2;
    }
    return Math.max(0, WCWidth.wcwidth(code));
  }

  /** The text with spaces after it up to {@code width} columns; unchanged when it is wider. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /**
   * The text cut to {@code width} columns, with … as its last column when something was cut. Meant
   * for text without control sequences.
   */
  public static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int code = text.codePointAt(i);
      used += of(code);
      if (used > width - 1) {
        break;
      }
      kept.appendCodePoint(code);
    }
    return width < 1 ? "" : kept.append('…').toString();
  }

  /** Wraps a text to {@code width} columns; see {@link #wrap(String, int, String, String)}. */
  public static List<String> wrap(String text, int width) {
    return wrap(text, width, "", "");
  }

  /**
   * Wraps a text by the rules of {@code LineBreaker}; {@code `code`} and {@code $formulas$} stay
   * whole where they fit. Line feeds in the text stay line ends.
   *
   * <p>Example: {@code wrap("冻结预训练权重,只训练低秩矩阵。", 20, "- ", " ")} (two spaces) gives {@code "-
   * 冻结预训练权重,只"} and {@code " 训练低秩矩阵。"}.
   *
   * @param width columns of a whole line with its indent, at least 1
   * @param first what the first line begins with
   * @param rest what every further line begins with
   */
  public static List<String> wrap(String text, int width, String first, String rest) {
    int inner = Math.max(1, width - Math.max(of(first), of(rest)));
    List<String> lines = new ArrayList<>();
    for (List<Span> line : LineBreaker.wrap(Span.plain(text), inner)) {
      lines.add((lines.isEmpty() ? first : rest) + Span.paint(line));
    }
    return lines;
  }

  /** The index after a control sequence (CSI or OSC) that begins at {@code i}; else {@code i}. */
  static int pastAnsi(String text, int i) {
    if (text.charAt(i) != '\u001b' || i + 1 >= text.length()) {
      return i;
    }
    char kind = text.charAt(i + 1);
    int at = i + 2;
    if (kind == '[') {
      while (at < text.length() && text.charAt(at) < 0x40) {
        at++;
      }
      return Math.min(text.length(), at + 1);
    }
    if (kind == ']') {
      int bell = text.indexOf('\u0007', at);
      int terminator = text.indexOf("\u001b\\", at);
      if (bell >= 0 && (terminator < 0 || bell < terminator)) {
        return bell + 1;
      }
      return terminator < 0 ? i : terminator + 2;
    }
    return i;
  }

  private static boolean isWidePictograph(int code) {
    for (int i = 0; i < WIDE_PICTOGRAPHS.length; i += 2) {
      if (code >= WIDE_PICTOGRAPHS[i] && code <= WIDE_PICTOGRAPHS[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
