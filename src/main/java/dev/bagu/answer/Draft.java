package dev.bagu.answer;

import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.Line;
import dev.bagu.knowledge.SourceSpan;
import dev.bagu.retrieval.Retrieval;
import java.util.ArrayList;
import java.util.List;

/**
 * An offline answer while it is put together: verbatim pieces, each behind its mark. Numbers in
 * brackets that the documents themselves have become {@code \[9\]}, so that every mark is ours.
 */
final class Draft {
  private final StringBuilder text = new StringBuilder();
  private final List<Citation> citations = new ArrayList<>();
  private final int before;
  private String heading = "";

  /**
   * An empty draft.
   *
   * @param before how many numbers are taken: its first mark is the next one
   */
  Draft(int before) {
    this.before = before;
  }

  /** Adds words of a document as they stand. */
  void add(String raw, SourceSpan span) {
    piece("", raw, span);
  }

  /** Adds a line as a quotation, under the question of the entry it comes from. */
  void quote(Entry entry, Line line) {
    if (!entry.question().equals(heading)) {
      separate();
      text.append("**").append(Mark.escaped(entry.question().replace("*", ""))).append("**");
      heading = entry.question();
    }
    boolean block = line.text().contains("\n") || line.text().startsWith("- ");
    piece(block ? "" : "> ", line.text(), line.span());
  }

  Answer answer(Retrieval retrieval, List<Notice> notices) {
    return new Answer(
        Outcome.OFFLINE,
        text.toString(),
        citations,
        retrieval.confidence(),
        "",
        notices,
        retrieval);
  }

  private void piece(String prefix, String raw, SourceSpan span) {
    separate();
    int n = before + citations.size() + 1;
    citations.add(new Citation(n, span, raw));
    text.append(prefix).append(Mark.escaped(raw));
    // Code, tables and formula blocks end with a line that must stay alone.
    String last = raw.substring(raw.lastIndexOf('\n') + 1).strip();
    boolean alone =
        last.startsWith("```")
            || last.startsWith("~~~")
            || last.endsWith("$$")
            || last.endsWith("|");
    text.append(alone ? "\n\n" : " ").append('[').append(n).append(']');
  }

  private void separate() {
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
  }
}
