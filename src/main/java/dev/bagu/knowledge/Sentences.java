package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits Chinese and English text into sentences without changing a character of it.
 *
 * <p>A sentence ends at {@code 。！？；}, at {@code !}, {@code ?} or {@code ;} before a space, at a
 * full stop that ends no abbreviation, number or version, and at a line end. Formulas {@code $…$}
 * and inline code are never cut. A line that is only a formula belongs to the sentence before it; a
 * line that begins in lower case goes on with the line before it.
 *
 * <p>Example: {@code 秩取 8，即 r=0.5k。效果好，e.g. QLoRA。} gives two sentences.
 */
public final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g", "i.e", "etc", "al", "vs", "cf", "fig", "figs", "eq", "eqs", "sec", "no", "dr",
          "mr", "mrs", "ms", "prof", "st", "approx", "resp", "dept", "inc", "ltd", "co", "jr", "sr",
          "vol", "pp", "ch", "ref", "refs", "tab", "u.s", "ph.d", "a.k.a", "w.r.t", "ed");

  private static final String CLOSERS = "”’\"')）】」』》*_";

  private Sentences() {}

  /**
   * Where a sentence stands.
   *
   * @param start offset of its first character
   * @param end offset after its last character, closing quotation marks included
   */
  public record Range(int start, int end) {}

  /** The sentences of a text, without the white space around them; empty for a blank text. */
  public static List<String> split(String text) {
    return ranges(text).stream().map(r -> text.substring(r.start(), r.end())).toList();
  }

  /** Where the sentences of a text stand, in order, without the white space around them. */
  public static List<Range> ranges(String text) {
    List<Range> ranges = new ArrayList<>();
    int start = 0;
    int i = 0;
    Skipper skipper = new Skipper(text);
    while (i < text.length()) {
      int past = skipper.past(i);
      if (past > i) {
        i = past;
        continue;
      }
      int end = border(text, i);
      if (end > i) {
        add(ranges, text, start, end);
        start = end;
        i = end;
      } else {
        i++;
      }
    }
    add(ranges, text, start, text.length());
    return ranges;
  }

  private static void add(List<Range> ranges, String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from == to) {
      return;
    }
    if (!ranges.isEmpty() && joins(text, from, to)) {
      Range last = ranges.remove(ranges.size() - 1);
      ranges.add(new Range(last.start(), to));
    } else {
      ranges.add(new Range(from, to));
    }
  }

  /** Whether a piece is only a formula or only punctuation, and so belongs to what precedes it. */
  private static boolean joins(String text, int from, int to) {
    if (text.charAt(from) == '$') {
      int width = text.startsWith("$$", from) ? 2 : 1;
      String mark = width == 2 ? "$$" : "$";
      int close = text.indexOf(mark, from + width);
      int end = close < 0 ? -1 : close + width;
      while (end >= 0 && end < to && "，。；,.;:： ".indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      return end == to;
    }
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return false;
      }
    }
    return text.charAt(from) != '|' && text.charAt(from) != '#';
  }

  /** The offset after the sentence that ends at {@code i}, or {@code i} where none does. */
  private static int border(String text, int i) {
    char c = text.charAt(i);
    if (c == '\n') {
      return wraps(text, i) ? i : i + 1;
    }
    boolean ends =
        switch (c) {
          case '。', '！', '？', '；', '…' -> c != '…' || (next(text, i) != '…' && openEnd(text, i));
          case '!', '?' -> spaceAfter(text, i) || (wide(next(text, i)) && c == '?');
          case ';' -> spaceAfter(text, i);
          case '.' -> spaceAfter(text, i) && !abbreviation(text, i) && !listNumber(text, i);
          default -> false;
        };
    if (!ends) {
      return i;
    }
    int end = i + 1;
    while (end < text.length()
        && (CLOSERS.indexOf(text.charAt(end)) >= 0 || "。！？!?".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  /** Whether an ellipsis ends its sentence: at a line end or before a closing mark. */
  private static boolean openEnd(String text, int i) {
    return i + 1 >= text.length() || text.charAt(i + 1) == '\n';
  }

  private static char next(String text, int i) {
    return i + 1 < text.length() ? text.charAt(i + 1) : '\n';
  }

  private static boolean wide(char c) {
    return c >= 0x2E80;
  }

  private static boolean spaceAfter(String text, int i) {
    int at = i + 1;
    while (at < text.length() && CLOSERS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at >= text.length() || Character.isWhitespace(text.charAt(at));
  }

  private static boolean abbreviation(String text, int i) {
    int start = i;
    while (start > 0
        && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')
        && i - start < 8) {
      start--;
    }
    String word = text.substring(start, i).toLowerCase(Locale.ROOT);
    boolean initial =
        i - start == 1 && Character.isUpperCase(text.charAt(start)) && next(text, i) == ' ';
    return ABBREVIATIONS.contains(word) || initial;
  }

  /** Whether the stop belongs to a list number at the start of its line. */
  private static boolean listNumber(String text, int i) {
    int start = i;
    while (start > 0 && Character.isDigit(text.charAt(start - 1)) && i - start < 4) {
      start--;
    }
    if (start == i) {
      return false;
    }
    while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
      start--;
    }
    return start == 0 || text.charAt(start - 1) == '\n';
  }

  /** Whether a line end is only where a long English line was wrapped. */
  private static boolean wraps(String text, int i) {
    int before = i - 1;
    int after = i + 1;
    return before >= 0
        && after < text.length()
        && (Character.isLowerCase(text.charAt(before)) || text.charAt(before) == ',')
        && Character.isLowerCase(text.charAt(after));
  }

  /** Passes over formulas and inline code; gives up a mark for good once it finds no partner. */
  private static final class Skipper {
    private final String text;
    private boolean noDollar;
    private boolean noDouble;
    private boolean noTick;

    Skipper(String text) {
      this.text = text;
    }

    int past(int i) {
      char c = text.charAt(i);
      if (c == '$' && (i == 0 || text.charAt(i - 1) != '\\')) {
        return text.startsWith("$$", i) ? formulaBlock(i) : formula(i);
      }
      return c == '`' ? code(i) : i;
    }

    private int formulaBlock(int i) {
      int end = noDouble ? -1 : text.indexOf("$$", i + 2);
      noDouble |= end < 0;
      return end < 0 ? i + 2 : end + 2;
    }

    private int formula(int i) {
      int end = noDollar ? -1 : text.indexOf('$', i + 1);
      noDollar |= end < 0;
      return end < 0 || lineEnds(i, end) ? i : end + 1;
    }

    private boolean lineEnds(int from, int to) {
      for (int i = from; i < to; i++) {
        if (text.charAt(i) == '\n') {
          return true;
        }
      }
      return false;
    }

    private int code(int i) {
      int width = 1;
      while (i + width < text.length() && text.charAt(i + width) == '`') {
        width++;
      }
      int end = noTick ? -1 : text.indexOf("`".repeat(Math.min(width, 3)), i + width);
      noTick |= end < 0;
      if (end < 0) {
        return i + width;
      }
      boolean cut = width < 3 && lineEnds(i, end);
      return cut ? i + width : end + Math.min(width, 3);
    }
  }
}
