package dev.bagu.answer;

import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.SourceSpan;
import dev.bagu.retrieval.Retrieval;
import java.util.ArrayList;
import java.util.List;

/** An offline answer while it is put together: verbatim pieces, each behind its mark. */
final class Draft {
  private final StringBuilder text = new StringBuilder();
  private final List<Citation> citations = new ArrayList<>();
  private String heading = "";

  /** Adds a whole chunk as it stands. */
  void add(Chunk chunk) {
    piece(chunk.text().strip(), chunk.span());
  }

  /** Adds a sentence as a quotation, under the question of the entry it comes from. */
  void quote(Line line) {
    String question = line.passage().entry().question();
    if (!question.equals(heading)) {
      separate();
      text.append("**").append(question.replace("*", "")).append("**");
      heading = question;
    }
    boolean list = line.text().contains("\n") || line.text().startsWith("- ");
    piece(list ? line.text() : "> " + line.text(), line.text(), line.span());
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

  private void piece(String raw, SourceSpan span) {
    piece(raw, raw, span);
  }

  private void piece(String shown, String quote, SourceSpan span) {
    separate();
    int n = citations.size() + 1;
    citations.add(new Citation(n, span, quote));
    text.append(shown);
    // Code, tables and formula blocks end with a line that must stay alone.
    String last = shown.substring(shown.lastIndexOf('\n') + 1).strip();
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
