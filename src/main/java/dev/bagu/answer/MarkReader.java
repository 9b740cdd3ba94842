package dev.bagu.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the marks in a Markdown text from everything else, piece by piece as the text comes.
 *
 * <p>Example: {@code 设 $x[9]$，合并后没有延迟[1, 2]。} is text, the mark {@code [1, 2]}, and text. Code
 * (fences, spans), formulas ({@code $…$}, {@code $$…$$}, {@code \(…\)}, {@code \[…\]}) and brackets
 * before {@code (}, which are links, hold no marks. What opens code or a formula and is not closed
 * on its line (a block: before an empty line) opened nothing, so that a stray {@code $} hides no
 * mark behind it. What cannot be told yet is held back, up to {@value #LONGEST_BLOCK} characters.
 *
 * <p>How the text is cut into pieces changes nothing. For one text, used by one thread.
 */
final class MarkReader {
  /** Hears the text in order; all of it together is the text that was read. */
  interface Sink {
    /** What is no mark, as it stands. */
    void text(String text);

    /**
     * A mark.
     *
     * @param next the character after it; a space at the end of the text
     */
    void mark(Mark mark, char next);
  }

  private static final int WAIT = -1;
  private static final int LONGEST_BLOCK = 2000;
  private static final int LONGEST_SPAN = 400;
  static final int LONGEST_MARK = 120;
  private static final int LONGEST_INDENT = 100;

  private static final Pattern FENCE =
      Pattern.compile("[ \\t>]*(?:(?:[-*+]|\\d{1,3}[.)])[ \\t]+)*(`{3,}|~{3,})");
  private static final Pattern CLOSING_SO_FAR = Pattern.compile("[ \\t>]*(?:`*|~*)[ \\t\\r]*");

  private final Sink sink;
  private final StringBuilder pending = new StringBuilder();
  private boolean atEnd;
  private boolean lineStart = true;
  private String fence = "";

  MarkReader(Sink sink) {
    this.sink = sink;
  }

  /** Reads a whole text. */
  static void read(String text, Sink sink) {
    MarkReader reader = new MarkReader(sink);
    reader.accept(text);
    reader.end();
  }

  void accept(String piece) {
    pending.append(piece);
    read();
  }

  void end() {
    atEnd = true;
    read();
  }

  private void read() {
    int at = 0;
    while (at < pending.length()) {
      int past = fence.isEmpty() ? step(at) : codeLine(at);
      if (past == WAIT) {
        break;
      }
      at = past;
    }
    pending.delete(0, at);
  }

  private int step(int at) {
    if (lineStart) {
      int past = fenceLine(at);
      if (past != at) {
        return past;
      }
      lineStart = false;
    }
    return switch (pending.charAt(at)) {
      case '\n' -> {
        lineStart = true;
        yield text(at, at + 1);
      }
      case '`' -> codeSpan(at);
      case '$' -> next(at + 1) == '$' ? block(at, "$$") : formula(at);
      case '\\' -> escape(at);
      case '[', '【', '［' -> bracket(at, at);
      default -> plain(at);
    };
  }

  private int plain(int at) {
    int to = at + 1;
    while (to < pending.length() && "\n`$\\[【［".indexOf(pending.charAt(to)) < 0) {
      to++;
    }
    return text(at, to);
  }

  /** Past the line that opens a code block; {@code at} where this line opens none. */
  private int fenceLine(int at) {
    int limit = Math.min(pending.length(), at + LONGEST_INDENT);
    Matcher opening = FENCE.matcher(pending).region(at, limit);
    boolean found = opening.lookingAt();
    if (opening.hitEnd() && (!atEnd || limit < pending.length())) {
      return limit == at + LONGEST_INDENT ? at : WAIT;
    }
    if (!found) {
      return at;
    }
    int line = pending.indexOf("\n", at);
    if (opening.group(1).charAt(0) == '`') {
      int tick = pending.indexOf("`", opening.end());
      if (tick >= 0 && (line < 0 || tick < line) && tick < at + LONGEST_SPAN) {
        return at;
      }
      if (line < 0 && !atEnd && pending.length() - at < LONGEST_SPAN) {
        return WAIT;
      }
    }
    fence = opening.group(1);
    return lineTo(at, line);
  }

  private int codeLine(int at) {
    int line = pending.indexOf("\n", at);
    String content = pending.substring(at, line < 0 ? pending.length() : line);
    if (lineStart && line < 0 && !atEnd && content.length() < LONGEST_INDENT) {
      if (CLOSING_SO_FAR.matcher(content).matches()) {
        return WAIT;
      }
    }
    if (lineStart && content.length() < LONGEST_INDENT && closesFence(content)) {
      fence = "";
    }
    return lineTo(at, line);
  }

  private boolean closesFence(String line) {
    String run = line.replaceAll("^[ \\t>]+|[ \\t\\r]+$", "");
    return run.startsWith(fence) && run.chars().allMatch(c -> c == fence.charAt(0));
  }

  private int lineTo(int at, int newline) {
    lineStart = newline >= 0;
    return text(at, newline >= 0 ? newline + 1 : pending.length());
  }

  private int codeSpan(int at) {
    int from = runEnd(at);
    if (from == pending.length() && !atEnd) {
      return WAIT;
    }
    int limit = limit(at);
    int tick = find("`", from, limit);
    while (tick >= 0) {
      int end = runEnd(tick);
      if (end == pending.length() && !atEnd) {
        return WAIT;
      }
      if (end - tick == from - at && end <= limit) {
        return text(at, end);
      }
      tick = find("`", end, limit);
    }
    return waits(limit) ? WAIT : text(at, from);
  }

  private int runEnd(int at) {
    int to = at;
    while (to < pending.length() && pending.charAt(to) == '`') {
      to++;
    }
    return to;
  }

  /** A dollar opens before a character and closes after one, not before a digit, as in Pandoc. */
  private int formula(int at) {
    if (at + 1 == pending.length() && !atEnd) {
      return WAIT;
    }
    if (Character.isWhitespace(next(at + 1))) {
      return text(at, at + 1);
    }
    int limit = limit(at);
    for (int i = at + 1; i < limit; i++) {
      char before = pending.charAt(i - 1);
      if (pending.charAt(i) == '$' && before != '\\' && !Character.isWhitespace(before)) {
        if (i + 1 == pending.length() && !atEnd) {
          return WAIT;
        }
        if (!Character.isDigit(next(i + 1))) {
          return text(at, i + 1);
        }
      }
    }
    return waits(limit) ? WAIT : text(at, at + 1);
  }

  private int block(int at, String close) {
    int end = find(close, at + 2, at + LONGEST_BLOCK);
    int empty = find("\n\n", at + 2, at + LONGEST_BLOCK);
    if (end >= 0 && (empty < 0 || end < empty)) {
      return text(at, end + 2);
    }
    boolean open = empty < 0 && !atEnd && pending.length() - at < LONGEST_BLOCK;
    return open ? WAIT : text(at, at + 2);
  }

  private int escape(int at) {
    if (at + 1 == pending.length()) {
      return atEnd ? text(at, at + 1) : WAIT;
    }
    char escaped = pending.charAt(at + 1);
    if (escaped == '[') {
      return bracket(at, at + 1);
    }
    if (escaped == '(') {
      int limit = limit(at);
      int end = find("\\)", at + 2, limit);
      if (end >= 0) {
        return text(at, end + 2);
      }
      return waits(limit) ? WAIT : text(at, at + 2);
    }
    return escaped == '\n' ? text(at, at + 1) : text(at, at + 2);
  }

  /** A bracket that opens at {@code open}; {@code at} is before its backslash where it has one. */
  private int bracket(int at, int open) {
    int close = open + 1;
    int limit = Math.min(pending.length(), open + 1 + LONGEST_MARK);
    while (close < limit && "]】］[【［\n".indexOf(pending.charAt(close)) < 0) {
      close++;
    }
    String inner = pending.substring(open + 1, close);
    if (close == pending.length() && inner.length() < LONGEST_MARK && !atEnd) {
      return Mark.mayBegin(inner) ? WAIT : noMark(at, open);
    }
    if (close == limit || "]】］".indexOf(pending.charAt(close)) < 0 || !Mark.is(inner)) {
      return noMark(at, open);
    }
    if (close + 1 == pending.length() && !atEnd) {
      return WAIT;
    }
    boolean link = next(close + 1) == '(' && at == open && pending.charAt(open) == '[';
    if (link) {
      return text(at, close + 1);
    }
    sink.mark(Mark.of(pending.substring(at, close + 1), inner), next(close + 1));
    return close + 1;
  }

  private int noMark(int at, int open) {
    return at == open ? text(at, open + 1) : block(at, "\\]");
  }

  /** Whether more text may yet close what did not close before the limit. */
  private boolean waits(int limit) {
    return limit == pending.length() && !atEnd;
  }

  /** Where a span that opens at {@code at} must have closed. */
  private int limit(int at) {
    int end = Math.min(pending.length(), at + LONGEST_SPAN);
    for (int i = at; i < end; i++) {
      if (pending.charAt(i) == '\n') {
        return i;
      }
    }
    return end;
  }

  private int find(String what, int from, int limit) {
    int end = Math.min(pending.length(), limit);
    int found = from < end ? pending.substring(from, end).indexOf(what) : -1;
    return found < 0 ? -1 : from + found;
  }

  private char next(int at) {
    return at < pending.length() ? pending.charAt(at) : ' ';
  }

  private int text(int from, int to) {
    sink.text(pending.substring(from, to));
    return to;
  }
}
