package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads {@code glossary.md}: a table with the columns Chinese term, English term, abbreviation,
 * definition, entry id.
 *
 * <p>Example: {@code | 张量并行、模型内并行 | tensor parallelism | TP | 一层切到多卡 | dist-03 |} is a row with two
 * Chinese names.
 */
public final class Glossary {
  /** The file name, in the root of a knowledge folder. */
  public static final String FILE = "glossary.md";

  private Glossary() {}

  /** The rows of the table; its head, its rule and lines of other shape are passed over. */
  public static List<GlossaryRow> read(SourceText text) {
    List<GlossaryRow> rows = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      String line = text.line(i);
      boolean head = i + 1 < text.size() && Lines.tableRule(text.line(i + 1));
      if (Lines.tableRow(line) && !Lines.tableRule(line) && !head) {
        row(line, text.number(i), rows);
      }
    }
    return rows;
  }

  private static void row(String line, int number, List<GlossaryRow> rows) {
    String s = line.strip();
    String inner = s.substring(1, s.endsWith("|") ? s.length() - 1 : s.length());
    List<String> cells = Stream.of(inner.split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != 5) {
      return;
    }
    GlossaryRow row =
        new GlossaryRow(
            names(cells.get(0), "、"),
            names(cells.get(1), " / "),
            names(cells.get(2), " / "),
            cells.get(3),
            names(cells.get(4), "\n").stream().findFirst().orElse(""),
            number);
    if (!row.zh().isEmpty() || !row.en().isEmpty()) {
      rows.add(row);
    }
  }

  private static List<String> names(String cell, String separator) {
    return Stream.of(cell.split(separator, -1))
        .map(String::strip)
        .filter(
            name -> !name.isEmpty() && !name.equals("–") && !name.equals("-") && !name.equals("—"))
        .toList();
  }
}
