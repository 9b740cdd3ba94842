package dev.bagu.knowledge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kind of line a line is, by its marks. The patterns have no nested repetition, so that no
 * line takes longer than its length.
 */
final class Lines {
  private static final Pattern LIST_MARK =
      Pattern.compile(
          "^\\s*(?:[-*+•·●▪◦○]\\s+|(?:\\d{1,3}|[a-zA-Z])[.)、]\\s*(?!\\d)|[（(](?:\\d{1,3}|[一二三四五六七八九十]{1,3})[)）]\\s*)");
  private static final Pattern TABLE_RULE = Pattern.compile("^[\\s|:-]{3,}$");

  private Lines() {}

  /** Whether a line opens or closes a fenced code block. */
  static boolean fence(String line) {
    String s = line.stripLeading();
    if (!s.startsWith("```") && !s.startsWith("~~~")) {
      return false;
    }
    char mark = s.charAt(0);
    int i = 0;
    while (i < s.length() && s.charAt(i) == mark) {
      i++;
    }
    return mark == '~' || s.indexOf('`', i) < 0;
  }

  /** The fence mark of a line that opens or closes code: its run of backticks or tildes. */
  static String fenceMark(String line) {
    String s = line.stripLeading();
    int i = 0;
    while (i < s.length() && s.charAt(i) == s.charAt(0)) {
      i++;
    }
    return s.substring(0, i);
  }

  /** Whether {@code line} closes the code that {@code mark} opened. */
  static boolean closesFence(String line, String mark) {
    String s = line.strip();
    return s.startsWith(mark) && fenceMark(s).length() == s.length();
  }

  /** Whether a line is a list item. */
  static boolean listItem(String line) {
    return LIST_MARK.matcher(line).find();
  }

  /** The line without its list mark, where it has one. */
  static String withoutListMark(String line) {
    Matcher m = LIST_MARK.matcher(line);
    return m.find() ? line.substring(m.end()) : line;
  }

  /** Columns of white space before the first character; a tab counts four. */
  static int indent(String line) {
    int columns = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != ' ' && c != '\t' && c != '\u3000') {
        break;
      }
      columns += c == '\t' ? 4 : c == '\u3000' ? 2 : 1;
    }
    return columns;
  }

  /** Whether a line is a row of a pipe table. */
  static boolean tableRow(String line) {
    String s = line.strip();
    return s.length() > 2 && s.startsWith("|") && s.indexOf('|', 1) > 0;
  }

  /** Whether a line is the rule under a table's head. */
  static boolean tableRule(String line) {
    return line.indexOf('-') >= 0 && line.indexOf('|') >= 0 && TABLE_RULE.matcher(line).matches();
  }

  /** Whether a line holds pictures, perhaps as links, and nothing else. */
  static boolean pictureOnly(String line) {
    String s = line.strip();
    int at = 0;
    while (at < s.length()) {
      int end = pictureEnd(s, at);
      if (end < 0) {
        return false;
      }
      at = end;
      while (at < s.length() && Character.isWhitespace(s.charAt(at))) {
        at++;
      }
    }
    return !s.isEmpty();
  }

  /** Where the picture that begins at {@code from} ends, or -1. */
  private static int pictureEnd(String s, int from) {
    if (s.startsWith("<img", from)) {
      return s.indexOf('>', from) + 1 > 0 ? s.indexOf('>', from) + 1 : -1;
    }
    boolean linked = s.startsWith("[![", from);
    if (!linked && !s.startsWith("![", from)) {
      return -1;
    }
    int end = targetEnd(s, from + (linked ? 3 : 2));
    return linked && end >= 0 && s.startsWith("](", end) ? targetEnd(s, end) : end;
  }

  private static int targetEnd(String s, int from) {
    int label = s.indexOf("](", from);
    int close = label < 0 ? -1 : s.indexOf(')', label);
    return close < 0 ? -1 : close + 1;
  }

  /** Whether a line opens a formula block that it does not close. */
  static boolean opensFormula(String line) {
    String s = line.strip();
    return s.startsWith("$$") && (s.length() == 2 || s.indexOf("$$", 2) < 0);
  }

  /** Whether a line closes a formula block. */
  static boolean closesFormula(String line) {
    return line.indexOf("$$") >= 0;
  }
}
