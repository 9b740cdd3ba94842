package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code claims.md}: a table with the columns entry id, right, wrong. They help to judge
 * drafts and are never shown as a source.
 *
 * <p>Example: {@code | peft-07 | 原权重不动 | 原权重也更新 |}; a bar within a cell is written {@code \|}.
 */
final class ClaimPairs {
  /** The file name, in the root of a knowledge folder. */
  static final String FILE = "claims.md";

  private static final Pattern ROW =
      Pattern.compile(
          "\\s*\\|((?:[^|\\\\]|\\\\.)*)\\|((?:[^|\\\\]|\\\\.)*)\\|((?:[^|\\\\]|\\\\.)*)\\|?\\s*");

  private ClaimPairs() {}

  /** The rows of the table; its head, its rule and lines of other shape are passed over. */
  static List<ClaimPair> read(SourceText text) {
    List<ClaimPair> pairs = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      boolean head = i + 1 < text.size() && Lines.tableRule(text.line(i + 1));
      Matcher row = ROW.matcher(text.line(i));
      if (!head && !Lines.tableRule(text.line(i)) && row.matches()) {
        ClaimPair pair = new ClaimPair(cell(row, 1), cell(row, 2), cell(row, 3), text.number(i));
        if (!pair.entryId().isEmpty() && !pair.right().isEmpty() && !pair.wrong().isEmpty()) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }

  private static String cell(Matcher row, int group) {
    return row.group(group).strip().replace("\\|", "|");
  }
}
