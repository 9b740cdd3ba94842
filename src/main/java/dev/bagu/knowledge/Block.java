package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines that belong together.
 *
 * @param kind what they are
 * @param from index of the first line
 * @param to index after the last line
 */
record Block(Kind kind, int from, int to) {
  /** The kinds of block; what is cut where depends on them. */
  enum Kind {
    PROSE,
    ITEM,
    CODE,
    TABLE,
    FORMULA,
    /** Pictures, advertisements, comments, rules: nothing that is searched or cited. */
    NOISE
  }

  /** Longest formula block, in lines; past that an opening {@code $$} is a slip. */
  private static final int FORMULA_LINES = 200;

  /** The blocks of the lines from {@code from} to {@code to}, in order; blank lines are in none. */
  static List<Block> of(SourceText text, int from, int to) {
    List<Block> blocks = new ArrayList<>();
    int i = text.skipBlank(from, to);
    while (i < to) {
      Block block = next(text, i, to);
      blocks.add(block);
      i = text.skipBlank(block.to(), to);
    }
    return blocks;
  }

  private static Block next(SourceText text, int from, int to) {
    String line = text.line(from);
    if (Lines.fence(line)) {
      return new Block(Kind.CODE, from, fenceEnd(text, from, to));
    }
    if (Lines.opensFormula(line)) {
      int end = formulaEnd(text, from, to);
      if (end > from) {
        return new Block(Kind.FORMULA, from, end);
      }
    }
    if (line.strip().startsWith("<!--")) {
      return new Block(Kind.NOISE, from, commentEnd(text, from, to));
    }
    if (Lines.tableRow(line)) {
      return new Block(Kind.TABLE, from, whileRow(text, from, to));
    }
    if (noise(line)) {
      return new Block(Kind.NOISE, from, from + 1);
    }
    return new Block(Lines.listItem(line) ? Kind.ITEM : Kind.PROSE, from, proseEnd(text, from, to));
  }

  /** Whether a line alone is noise. */
  static boolean noise(String line) {
    String s = line.strip();
    boolean rule =
        s.length() >= 3 && s.chars().distinct().count() == 1 && "-*_=".indexOf(s.charAt(0)) >= 0;
    return rule || Boilerplate.noise(line);
  }

  private static int fenceEnd(SourceText text, int from, int to) {
    String mark = Lines.fenceMark(text.line(from));
    for (int i = from + 1; i < to; i++) {
      if (Lines.closesFence(text.line(i), mark)) {
        return i + 1;
      }
    }
    return text.trimEnd(from, to);
  }

  private static int formulaEnd(SourceText text, int from, int to) {
    for (int i = from + 1; i < Math.min(to, from + FORMULA_LINES); i++) {
      if (Lines.closesFormula(text.line(i))) {
        return i + 1;
      }
    }
    return from;
  }

  private static int commentEnd(SourceText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.line(i).contains("-->")) {
        return i + 1;
      }
    }
    return from + 1;
  }

  private static int whileRow(SourceText text, int from, int to) {
    int i = from;
    while (i < to && Lines.tableRow(text.line(i))) {
      i++;
    }
    return i;
  }

  /** A paragraph or list item ends at a blank line or where something else begins. */
  private static int proseEnd(SourceText text, int from, int to) {
    int i = from + 1;
    while (i < to
        && !text.blank(i)
        && !Lines.fence(text.line(i))
        && !Lines.listItem(text.line(i))
        && !Lines.opensFormula(text.line(i))
        && !Lines.tableRow(text.line(i))
        && !text.line(i).strip().startsWith("<!--")
        && !noise(text.line(i))) {
      i++;
    }
    return i;
  }
}
