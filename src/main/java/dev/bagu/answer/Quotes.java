package dev.bagu.answer;

import dev.bagu.index.IndexField;
import dev.bagu.index.LexicalIndex;
import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds for each mark of an answer the words of its evidence that its statements lean on. */
final class Quotes {
  private Quotes() {}

  /**
   * One citation for each mark that stands in the text, by number; the quote is a sentence or block
   * of the evidence, verbatim, with its own lines: the one that shares most terms with all
   * statements of the mark, for its length; of two alike the first.
   */
  static List<Citation> cite(String text, List<Evidence> evidence) {
    List<Statement> statements = Statement.of(text);
    List<Citation> citations = new ArrayList<>();
    for (Evidence each : evidence) {
      String said =
          statements.stream()
              .filter(statement -> statement.marks().contains(each.n()))
              .map(Statement::text)
              .collect(Collectors.joining("\n"));
      if (!said.isEmpty()) {
        citations.add(cite(each, terms(said)));
      }
    }
    return citations;
  }

  private static Citation cite(Evidence evidence, Set<String> wanted) {
    Chunk first = evidence.chunks().get(0);
    Citation best = new Citation(evidence.n(), first.span(), first.text());
    double most = -1;
    for (Chunk chunk : evidence.chunks()) {
      for (Line line : Line.of(chunk)) {
        Set<String> terms = terms(line.text());
        double size = Math.sqrt(terms.size() + 1.0);
        terms.retainAll(wanted);
        double score = terms.size() / size;
        if (score > most && line.says()) {
          most = score;
          best = new Citation(evidence.n(), line.span(), line.text());
        }
      }
    }
    return best;
  }

  private static Set<String> terms(String text) {
    return new HashSet<>(LexicalIndex.terms(IndexField.CHUNK_PAIRS, text));
  }
}
