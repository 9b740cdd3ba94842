package dev.bagu.knowledge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Takes the marks off Markdown, so that words remain.
 *
 * <p>Links become their label, pictures vanish, emphasis marks, list marks, heading marks, table
 * rules, HTML tags and fence lines go; formulas lose their dollars and stay; code stays as it is.
 * One pass a line with bounded look-ahead, because the text may be hostile.
 *
 * <p>Example: {@code - **LoRA**:见 [论文](https://a.b) 的 $BA$} becomes {@code LoRA:见 论文 的 BA}.
 */
public final class Markup {
  /** Longest link target or tag that is looked for, in characters; longer ones stay as text. */
  private static final int REACH = 2000;

  /** Stands for a bracket that turned out to open a link. */
  private static final char GONE = '\u0001';

  private Markup() {}

  /** The words of one or more lines; lines that hold only marks are left out. */
  public static String plain(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    String fence = "";
    for (String line : raw.split("\n", -1)) {
      if (fence.isEmpty() && Lines.fence(line)) {
        fence = Lines.fenceMark(line);
        continue;
      }
      if (!fence.isEmpty() && Lines.closesFence(line, fence)) {
        fence = "";
        continue;
      }
      String words = fence.isEmpty() ? words(line) : line.strip();
      if (!words.isBlank()) {
        out.append(out.isEmpty() ? "" : "\n").append(words);
      }
    }
    return out.toString();
  }

  private static String words(String line) {
    if (Lines.tableRule(line) || Lines.pictureOnly(line)) {
      return "";
    }
    String text = Lines.withoutListMark(line).strip();
    int at = 0;
    while (at < text.length() && text.charAt(at) == '>') {
      at++;
    }
    text = text.substring(at).strip();
    if (Lines.tableRow(text)) {
      text = text.replace('|', ' ').strip();
    }
    if (text.equals("$$")) {
      return "";
    }
    return inline(text).strip();
  }

  /** One line's words, with only inline marks taken off. */
  static String inline(String text) {
    return new Inline(text, false).run();
  }

  /**
   * A heading as a reader of the file sees it: without emphasis, link targets and tags, but with
   * its formulas, code and spacing as they stand.
   */
  static String heading(String text) {
    return new Inline(text, true).run().strip();
  }

  /** The state of one line's pass. */
  private static final class Inline {
    private final String text;
    private final StringBuilder out;
    private final boolean verbatim;
    private final Deque<Integer> brackets = new ArrayDeque<>();
    private final Set<Integer> noClosing = new HashSet<>();
    private int at;

    Inline(String text, boolean verbatim) {
      this.text = text;
      this.verbatim = verbatim;
      this.out = new StringBuilder(text.length());
    }

    String run() {
      while (at < text.length()) {
        step(text.charAt(at));
      }
      StringBuilder clean = new StringBuilder(out.length());
      boolean space = true;
      for (int i = 0; i < out.length(); i++) {
        char c = out.charAt(i);
        boolean blank = c == ' ' || c == '\t' || c == '\u00A0';
        if (c != GONE && !(blank && space && !verbatim)) {
          clean.append(blank ? ' ' : c);
          space = blank;
        }
      }
      return clean.toString();
    }

    private void step(char c) {
      switch (c) {
        case '\\' -> escape();
        case '$' -> formula();
        case '`' -> code();
        case '[' -> open();
        case ']' -> close();
        case '<' -> tag();
        case '&' -> entity();
        case '*', '_', '~' -> emphasis(c);
        default -> keep();
      }
    }

    private void keep() {
      out.append(text.charAt(at++));
    }

    private char peek(int index) {
      return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
    }

    private void escape() {
      if ("\\`*_{}[]()#+-.!|~<>$&".indexOf(peek(at + 1)) >= 0) {
        if (verbatim) {
          keep();
        } else {
          at++;
        }
      }
      keep();
    }

    private void formula() {
      int width = peek(at + 1) == '$' ? 2 : 1;
      String mark = width == 2 ? "$$" : "$";
      int end = noClosing.contains(-width) ? -1 : text.indexOf(mark, at + width);
      if (end < 0) {
        noClosing.add(-width);
        at += width;
        out.append(width == 1 ? "$" : "");
        return;
      }
      copy(end, width);
    }

    /**
     * Copies what stands between two marks of that width, of which the second is at {@code end}.
     */
    private void copy(int end, int width) {
      out.append(text, verbatim ? at : at + width, verbatim ? end + width : end);
      at = end + width;
    }

    private void code() {
      int width = 0;
      while (peek(at + width) == '`') {
        width++;
      }
      int end = noClosing.contains(width) ? -1 : closing(at + width, width);
      if (end < 0) {
        noClosing.add(width);
        at += width;
        return;
      }
      copy(end, width);
    }

    private int closing(int from, int width) {
      int i = text.indexOf('`', from);
      while (i >= 0) {
        int run = 0;
        while (peek(i + run) == '`') {
          run++;
        }
        if (run == width) {
          return i;
        }
        i = text.indexOf('`', i + run);
      }
      return -1;
    }

    private void open() {
      boolean picture = !out.isEmpty() && at > 0 && peek(at - 1) == '!';
      brackets.push(picture ? -out.length() : out.length());
      keep();
    }

    private void close() {
      if (peek(at + 1) != '(' || brackets.isEmpty()) {
        if (!brackets.isEmpty()) {
          brackets.pop();
        }
        keep();
        return;
      }
      int end = target(at + 1);
      int opened = brackets.pop();
      if (end < 0) {
        keep();
      } else if (opened < 0) {
        out.setLength(-opened - 1);
        at = end;
      } else {
        out.setCharAt(opened, GONE);
        at = end;
      }
    }

    /** Where the target in parentheses that opens at {@code from} ends, or -1. */
    private int target(int from) {
      int depth = 0;
      int limit = Math.min(text.length(), from + REACH);
      for (int i = from; i < limit; i++) {
        char c = text.charAt(i);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0) {
          return i + 1;
        }
      }
      return -1;
    }

    private void tag() {
      char next = peek(at + 1);
      boolean tag = next == '/' || next == '!' || (next < 0x80 && Character.isLetter(next));
      int end = tag ? text.indexOf('>', at) : -1;
      if (end < 0 || end - at > REACH) {
        keep();
        return;
      }
      String inner = text.substring(at + 1, end);
      out.append(inner.startsWith("http") || inner.startsWith("mailto") ? inner : " ");
      at = end + 1;
    }

    private void entity() {
      int end = text.indexOf(';', at);
      if (end < 0 || end - at > 10) {
        keep();
        return;
      }
      out.append(Parser.unescapeEntities(text.substring(at, end + 1), false));
      at = end + 1;
    }

    private void emphasis(char c) {
      int width = 0;
      while (peek(at + width) == c) {
        width++;
      }
      char before = peek(at - 1);
      char after = peek(at + width);
      boolean alone = Character.isWhitespace(before) && Character.isWhitespace(after) && width == 1;
      boolean word = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
      boolean keepIt =
          switch (c) {
            case '_' -> word && width == 1;
            case '~' -> width != 2;
            default ->
                alone || (width == 1 && Character.isDigit(before) && Character.isDigit(after));
          };
      if (keepIt) {
        out.append(text, at, at + width);
      }
      at += width;
    }
  }
}
