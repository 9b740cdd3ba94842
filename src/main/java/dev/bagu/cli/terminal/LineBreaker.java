package dev.bagu.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Fills lines up to a number of columns, as many cells a line as fit.
 *
 * <p>Where a line may end is decided by {@link BreakRules}. White space around a line end is left
 * out. Where the rules leave no place, a line ends between two characters that do not form one
 * word; a single word that is wider than the line (an address) stays in one piece and sticks out,
 * so that it can be copied.
 *
 * <p>Example, 12 columns: {@code 只训练 A 和 B，推理前可合并。} gives {@code 只训练 A 和} and {@code B，推理前可} and
 * {@code 合并。}.
 */
final class LineBreaker {
  private final List<Cell> cells;
  private final int width;
  private final BreakRules rules;
  private final List<List<Span>> lines = new ArrayList<>();

  private LineBreaker(List<Cell> cells, int width) {
    this.cells = cells;
    this.width = Math.max(1, width);
    this.rules = new BreakRules(cells, this.width);
  }

  /** The lines, in order; one empty line for no spans. */
  static List<List<Span>> wrap(List<Span> spans, int width) {
    return new LineBreaker(Cell.of(spans), width).lines();
  }

  private List<List<Span>> lines() {
    int start = 0;
    while (start < cells.size()) {
      int end = endOfLine(start);
      lines.add(line(start, end));
      if (end < cells.size() && cells.get(end).isLineEnd()) {
        start = end + 1;
        if (start == cells.size()) {
          break;
        }
      } else {
        start = pastSpaces(end);
      }
    }
    if (lines.isEmpty()) {
      lines.add(List.of());
    }
    return lines;
  }

  /** The index after the last cell of the line that begins at {@code start}. */
  private int endOfLine(int start) {
    int used = 0;
    int best = -1;
    int searched = start;
    for (int i = start; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (cell.isLineEnd()) {
        return i;
      }
      if (i > start && rules.allows(i)) {
        best = i;
      }
      if (used + cell.width() > width && !cell.isSpace()) {
        int end = best > start ? best : emergency(searched, i);
        if (end > start) {
          return end;
        }
        searched = i;
      }
      used += cell.width();
    }
    return cells.size();
  }

  /** The last place after {@code from}, up to {@code i}, that is not inside a word; -1 if none. */
  private int emergency(int from, int i) {
    for (int at = i; at > from; at--) {
      if (!isWordPart(cells.get(at - 1)) || !isWordPart(cells.get(at))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isWordPart(Cell cell) {
    return !cell.isSpace() && cell.width() < 2 && !BreakRules.isChineseMark(cell.code());
  }

  private int pastSpaces(int from) {
    int i = from;
    while (i < cells.size() && cells.get(i).isSpace()) {
      i++;
    }
    return i;
  }

  private List<Span> line(int from, int to) {
    int end = to;
    while (end > from && cells.get(end - 1).isSpace()) {
      end--;
    }
    List<Span> line = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (int i = from; i < end; i++) {
      run.append(cells.get(i).text());
      boolean last = i + 1 == end;
      if (last || !cells.get(i + 1).style().equals(cells.get(i).style())) {
        line.add(Span.of(run.toString(), cells.get(i).style()));
        run.setLength(0);
      }
    }
    return line;
  }
}
