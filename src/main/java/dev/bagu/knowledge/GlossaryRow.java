package dev.bagu.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term with its names.
 *
 * <p>Example: 位置编码, "positional encoding", PE. An abbreviation with two meanings has two rows.
 *
 * @param zh Chinese names, the usual one first; may be empty
 * @param en English names, the usual one first; may be empty
 * @param abbreviations short forms; empty where there are none
 * @param definition one line; empty where the row was found in running text
 * @param entryId the entry that explains it, or in which it was found; empty where there is none
 * @param line where it stands, 1-based
 */
public record GlossaryRow(
    List<String> zh,
    List<String> en,
    List<String> abbreviations,
    String definition,
    String entryId,
    int line) {
  /** Copies the lists. */
  public GlossaryRow {
    zh = List.copyOf(zh);
    en = List.copyOf(en);
    abbreviations = List.copyOf(abbreviations);
  }

  // Written out: what Java generates for a record is put together at the first call, and that costs
  // a cold start 15 ms.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GlossaryRow row
        && line == row.line
        && zh.equals(row.zh)
        && en.equals(row.en)
        && abbreviations.equals(row.abbreviations)
        && definition.equals(row.definition)
        && entryId.equals(row.entryId);
  }

  @Override
  public int hashCode() {
    return zh.hashCode() * 31 + line;
  }
}
