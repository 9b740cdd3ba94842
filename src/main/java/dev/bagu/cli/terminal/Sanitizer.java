package dev.bagu.cli.terminal;

/**
 * Makes untrusted text (documents, model output, file names) safe to print on a terminal.
 *
 * <p>What comes out holds no control character but line feed and tab. Three things can happen:
 *
 * <ul>
 *   <li><b>removed</b>, because a reader loses nothing: complete CSI sequences (colours and cursor
 *       moves, {@code ESC [ … letter} and the 8-bit form), zero-width characters (U+200B..200D,
 *       U+2060..2064, U+FEFF), soft hyphens, variation selectors;
 *   <li><b>turned into a line feed</b>: CR LF, a lone CR, U+2028, U+2029;
 *   <li><b>shown escaped</b>, because someone may have hidden something there: every other C0 and
 *       C1 control, each ESC, OSC or DCS introducer (the text after it stays readable),
 *       bidirectional controls, tag characters, Hangul fillers, interlinear marks, lone surrogates.
 * </ul>
 *
 * <p>Example: {@code "\u001b[31mred\u001b[0m \u202egnp.exe"} gives {@code "red \\u202egnp.exe"}. A
 * second pass changes nothing: {@code clean(clean(t)).equals(clean(t))}. One pass over the text, no
 * regular expressions; clean text comes back as the same object. Source of the list: ECMA-48 for
 * control sequences, the Unicode bidirectional algorithm (UAX 9) for the reordering marks. Not a
 * defence for anything but terminals: HTML has its own rules.
 */
public final class Sanitizer {
  private static final char ESC = '\u001b';
  private static final char CSI = '\u009b';

  private Sanitizer() {}

  /** The text without anything that a terminal would act on; keeps line feeds and tabs. */
  public static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isSuspect(text.charAt(i))) {
        return cleanFrom(text, i);
      }
    }
    return text;
  }

  /**
   * As {@link #clean}, for a value that stands inside a line (a file name, a heading): line feeds
   * and tabs are shown as {@code \n} and {@code \t}.
   */
  public static String line(String text) {
    String clean = clean(text);
    return clean.indexOf('\n') < 0 && clean.indexOf('\t') < 0
        ? clean
        : clean.replace("\n", "\\n").replace("\t", "\\t");
  }

  /**
   * How much of the text can be cleaned now although more text follows: the rest may be half of a
   * surrogate pair, of a line end or of a CSI sequence. A sequence longer than 64 characters is not
   * waited for.
   */
  static int completeLength(String text) {
    int length = text.length();
    if (length == 0) {
      return 0;
    }
    char last = text.charAt(length - 1);
    if (last == '\r' || Character.isHighSurrogate(last)) {
      return length - 1;
    }
    for (int i = length - 1; i >= Math.max(0, length - 64); i--) {
      char c = text.charAt(i);
      if (c == ESC || c == CSI) {
        boolean open = i == length - 1 || c == CSI || text.charAt(i + 1) == '[';
        return open && endOfCsi(text, i) == i ? i : length;
      }
    }
    return length;
  }

  private static String cleanFrom(String text, int start) {
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, start);
    int i = start;
    while (i < text.length()) {
      int code = text.codePointAt(i);
      int next = i + Character.charCount(code);
      if (code == ESC || code == CSI) {
        int end = endOfCsi(text, i);
        if (end > i) {
          next = end;
        } else {
          escape(out, code);
        }
      } else if (code == '\r') {
        out.append('\n');
        next = next < text.length() && text.charAt(next) == '\n' ? next + 1 : next;
      } else if (code == 0x2028 || code == 0x2029) {
        out.append('\n');
      } else if (isShown(code)) {
        escape(out, code);
      } else if (!isDropped(code)) {
        out.appendCodePoint(code);
      }
      i = next;
    }
    return out.toString();
  }

  /** Whether the character needs the slow path: cheap and never false for a bad one. */
  private static boolean isSuspect(char c) {
    if (c < 0x20) {
      return c != '\n' && c != '\t';
    }
    return c >= 0x7f
        && (c <= 0x9f
            || Character.isSurrogate(c)
            || c == 0x2028
            || c == 0x2029
            || isDropped(c)
            || isShown(c));
  }

  /** The index after a complete CSI sequence that begins at {@code i}; {@code i} if none does. */
  private static int endOfCsi(String text, int i) {
    int at = i + 1;
    if (text.charAt(i) == ESC) {
      if (at >= text.length() || text.charAt(at) != '[') {
        return i;
      }
      at++;
    }
    while (at < text.length() && text.charAt(at) >= 0x20 && text.charAt(at) <= 0x3f) {
      at++;
    }
    boolean complete = at < text.length() && text.charAt(at) >= 0x40 && text.charAt(at) <= 0x7e;
    return complete ? at + 1 : i;
  }

  /** Characters that show nothing and mean nothing to a reader of Chinese or English. */
  private static boolean isDropped(int code) {
    return code == 0xad
        || code == 0x34f
        || (code >= 0x200b && code <= 0x200d)
        || (code >= 0x2060 && code <= 0x2064)
        || (code >= 0xfe00 && code <= 0xfe0f)
        || code == 0xfeff
        || (code >= 0xe0100 && code <= 0xe01ef);
  }

  /** Characters that a terminal acts on, or that can hide or reorder text. */
  private static boolean isShown(int code) {
    return (code < 0x20 && code != '\n' && code != '\t')
        || (code >= 0x7f && code <= 0x9f)
        || code == 0x61c
        || code == 0x115f
        || code == 0x1160
        || code == 0x180e
        || code == 0x200e
        || code == 0x200f
        || (code >= 0x202a && code <= 0x202e)
        || (code >= 0x2065 && code <= 0x206f)
        || code == 0x3164
        || (code >= 0xd800 && code <= 0xdfff)
        || code == 0xffa0
        || (code >= 0xfff0 && code <= 0xfffb)
        || (code >= 0xe0000 && code <= 0xe00ff);
  }

  private static void escape(StringBuilder out, int code) {
    String hex = Integer.toHexString(code);
    out.append(code > 0xffff ? "\\U" : "\\u");
    out.append("0".repeat(Math.max(0, (code > 0xffff ? 8 : 4) - hex.length()))).append(hex);
  }
}
