package dev.bagu.answer;

import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.SourceSpan;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A numbered piece of the documents that one answer may use.
 *
 * @param n its number, from 1
 * @param question what its entry answers
 * @param chunks its text, in the order of the file; at least one
 */
public record Evidence(int n, String question, List<Chunk> chunks) {
  /** Copies the chunks. */
  public Evidence {
    chunks = List.copyOf(chunks);
    if (chunks.isEmpty()) {
      throw new IllegalArgumentException("illegal chunks: none, must be at least one");
    }
  }

  /** Raw, as it stands in the file. */
  public String text() {
    return chunks.stream().map(Chunk::text).collect(Collectors.joining("\n\n"));
  }

  /** Where all of it stands. */
  public SourceSpan span() {
    SourceSpan first = chunks.get(0).span();
    return first.lines(first.startLine(), chunks.get(chunks.size() - 1).span().endLine());
  }

  /**
   * How a prompt shows it: the number, what it is about, and the text. Only its own number looks
   * like one: a document cannot forge a mark, or the beginning of another piece.
   */
  String forPrompt() {
    return "[" + n + "] " + Mark.disarmed(question) + "\n" + Mark.disarmed(text());
  }
}
