package dev.bagu.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/**
 * Lays out a table: columns aligned by display width where they fit, else a list of records.
 *
 * <p>Example, wide enough and too narrow:
 *
 * <pre>
 * 方法   训练参数        LoRA
 * -----  --------          训练参数: r(d+k)
 * LoRA   r(d+k)            显存: 低
 * </pre>
 */
final class TableLayout {
  private static final String GAP = "  ";

  private final TerminalMode mode;
  private final int width;
  private final List<List<List<Span>>> rows = new ArrayList<>();
  private final List<TableCell.Alignment> alignments = new ArrayList<>();

  /** A layout for {@code width} columns. */
  TableLayout(TerminalMode mode, int width) {
    this.mode = mode;
    this.width = width;
  }

  /** The lines of the table; the first row is its head. */
  List<String> lines(TableBlock table) {
    collect(table);
    int[] widths = widths();
    int total = DisplayWidth.of(GAP) * Math.max(0, widths.length - 1);
    for (int column : widths) {
      total += column;
    }
    return total <= width ? aligned(widths) : records();
  }

  private void collect(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof TableRow) {
        List<List<Span>> row = new ArrayList<>();
        for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
          row.add(oneLine(InlineText.of(cell, mode, rows.isEmpty() ? Style.BOLD : Style.PLAIN)));
          if (rows.isEmpty()) {
            TableCell.Alignment given = ((TableCell) cell).getAlignment();
            alignments.add(given == null ? TableCell.Alignment.LEFT : given);
          }
        }
        rows.add(row);
      } else {
        collect(node);
      }
    }
  }

  private static List<Span> oneLine(List<Span> spans) {
    List<Span> flat = new ArrayList<>();
    for (Span span : spans) {
      flat.add(new Span(span.text().replace('\n', ' '), span.style(), span.whole()));
    }
    return flat;
  }

  private int[] widths() {
    int[] widths = new int[alignments.size()];
    for (List<List<Span>> row : rows) {
      for (int i = 0; i < Math.min(widths.length, row.size()); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return widths;
  }

  private List<String> aligned(int[] widths) {
    List<String> lines = new ArrayList<>();
    for (List<List<Span>> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < Math.min(widths.length, row.size()); i++) {
        int missing = widths[i] - width(row.get(i));
        int left =
            switch (alignments.get(i)) {
              case LEFT -> 0;
              case CENTER -> missing / 2;
              case RIGHT -> missing;
            };
        line.append(i == 0 ? "" : GAP).append(" ".repeat(left)).append(Span.paint(row.get(i)));
        line.append(" ".repeat(missing - left));
      }
      lines.add(line.toString().stripTrailing());
      if (lines.size() == 1) {
        lines.add(rule(widths));
      }
    }
    return lines;
  }

  private String rule(int[] widths) {
    List<String> rules = new ArrayList<>();
    for (int column : widths) {
      rules.add((mode.isColour() ? "─" : "-").repeat(Math.max(1, column)));
    }
    return mode.paint(Style.DIM, String.join(GAP, rules));
  }

  /** One block a row: the first cell, then {@code head: cell} lines under it. */
  private List<String> records() {
    List<String> lines = new ArrayList<>();
    List<List<Span>> head = rows.get(0);
    for (List<List<Span>> row : rows.size() > 1 ? rows.subList(1, rows.size()) : rows) {
      lines.addAll(wrapped(row.isEmpty() ? List.of() : row.get(0), "", GAP));
      for (int i = 1; i < row.size(); i++) {
        List<Span> field = new ArrayList<>(i < head.size() ? head.get(i) : List.of());
        field.add(Span.of(": ", Style.PLAIN));
        field.addAll(row.get(i));
        lines.addAll(wrapped(field, GAP, GAP + GAP));
      }
    }
    return lines;
  }

  private List<String> wrapped(List<Span> spans, String first, String rest) {
    List<String> lines = new ArrayList<>();
    for (List<Span> line : LineBreaker.wrap(spans, width - rest.length())) {
      lines.add((lines.isEmpty() ? first : rest) + Span.paint(line));
    }
    return lines;
  }

  private static int width(List<Span> cell) {
    return cell.stream().mapToInt(span -> DisplayWidth.of(span.text())).sum();
  }
}
