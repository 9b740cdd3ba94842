package dev.bagu.cli.terminal;

/**
 * How much of a Markdown text that is still arriving can be laid out without waiting for more.
 *
 * <p>Whole source lines can. Of the last line, what stands before its last white space or Chinese
 * character outside of every open mark: {@code 用 **低秩} is stable up to {@code 用}, because the two
 * stars may become bold. A row of a table is stable as a whole.
 */
final class StableText {
  private final String text;
  private int at;

  private StableText(String text, int start) {
    this.text = text;
    this.at = start;
  }

  /** The length of the stable part, from 0 to the whole length. */
  static int length(String text) {
    int start = text.lastIndexOf('\n') + 1;
    boolean tableRow = text.substring(start).strip().startsWith("|");
    return tableRow ? start : new StableText(text, start).scan();
  }

  private int scan() {
    int stable = at;
    while (at < text.length()) {
      int end = endOfMark();
      if (end < 0) {
        return stable;
      }
      if (end > at) {
        at = end;
      } else {
        int code = text.codePointAt(at);
        at += Character.charCount(code);
        if (code == ' ' || DisplayWidth.of(code) == 2) {
          stable = at;
        }
      }
    }
    return stable;
  }

  /** The index after a mark's content that begins here; -1 when open; {@code at} when no mark. */
  private int endOfMark() {
    return switch (text.charAt(at)) {
      case '`' -> past(run('`'));
      case '$' -> past(run('$'));
      case '*' -> next() == ' ' ? at : past(run('*'));
      case '[' -> endOfLink();
      case '<' -> opensTag() ? past(">") : at;
      case '\\' -> next() == '(' ? past("\\)") : next() == 0 ? -1 : at + 2;
      default -> at;
    };
  }

  /** The character after this one; 0 when it has not arrived. */
  private char next() {
    return at + 1 < text.length() ? text.charAt(at + 1) : 0;
  }

  private boolean opensTag() {
    return next() == 0 || Character.isLetter(next()) || "/!".indexOf(next()) >= 0;
  }

  /** A link's or citation's brackets, with the address in parentheses if one follows. */
  private int endOfLink() {
    int end = past("]");
    if (end < 0 || end >= text.length()) {
      return -1;
    }
    if (text.charAt(end) != '(') {
      return end;
    }
    int close = text.indexOf(')', end);
    return close < 0 ? -1 : close + 1;
  }

  /** As many of the character as stand here. */
  private String run(char mark) {
    int end = at;
    while (end < text.length() && text.charAt(end) == mark) {
      end++;
    }
    return text.substring(at, end);
  }

  /** The index after the next occurrence of the closing mark; -1 when there is none, or no more. */
  private int past(String closing) {
    int close = text.indexOf(closing, at + closing.length());
    boolean grows = close >= 0 && close + closing.length() == text.length();
    return close < 0 || grows ? -1 : close + closing.length();
  }
}
