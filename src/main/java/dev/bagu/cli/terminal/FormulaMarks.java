package dev.bagu.cli.terminal;

/**
 * Finds where a formula {@code $…$}, {@code $$…$$} or {@code \(…\)} ends.
 *
 * <p>A single dollar opens a formula before anything but white space, and closes it after anything
 * but white space and before anything but a digit (Pandoc's rule), so that {@code $5 and $10} stays
 * money. Where the content holds a backslash, {@code ^}, {@code _} or <code>{</code>, white space
 * inside the dollars is allowed too. A formula never spans a blank line and is never longer than
 * {@link #LONGEST}, which keeps hostile text linear.
 */
final class FormulaMarks {
  /**
   * Characters of the longest formula that is looked for; the longest in use have some hundreds.
   */
  static final int LONGEST = 4000;

  private FormulaMarks() {}

  /** The index after the formula in dollars that begins at {@code i}; {@code i} if none does. */
  static int endOfDollars(String text, int i) {
    boolean display = text.startsWith("$$", i);
    String mark = display ? "$$" : "$";
    int from = i + mark.length();
    int limit = blankLine(text, from);
    for (int at = from; at < limit; at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.startsWith(mark, at)) {
        String content = text.substring(from, at);
        return isFormula(text, content, display, at + mark.length()) ? at + mark.length() : i;
      }
    }
    return i;
  }

  /** The index after a formula {@code \(…\)} that begins at {@code i}; {@code i} if none does. */
  static int endOfParentheses(String text, int i) {
    if (!text.startsWith("\\(", i)) {
      return i;
    }
    int end = text.substring(0, blankLine(text, i)).indexOf("\\)", i + 2);
    if (end < 0) {
      return i;
    }
    String content = text.substring(i + 2, end).strip();
    return content.length() == 1 || isTechnical(content) ? end + 2 : i;
  }

  private static boolean isFormula(String text, String content, boolean display, int after) {
    if (content.isBlank()) {
      return false;
    }
    if (display) {
      return true;
    }
    boolean tight =
        !Character.isWhitespace(content.charAt(0))
            && !Character.isWhitespace(content.charAt(content.length() - 1));
    boolean digitNext = after < text.length() && Character.isDigit(text.charAt(after));
    return (tight && !digitNext) || (!tight && isTechnical(content) && !digitNext);
  }

  private static boolean isTechnical(String content) {
    return content.chars().anyMatch(c -> "\\^_{=".indexOf(c) >= 0);
  }

  /** Where the search for an end stops: at a blank line, or LONGEST characters on. */
  private static int blankLine(String text, int from) {
    int limit = Math.min(text.length(), from + LONGEST);
    boolean blank = false;
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\n' && blank) {
        return i;
      }
      blank = c == '\n' || (blank && (c == ' ' || c == '\t'));
    }
    return limit;
  }
}
