package dev.bagu.retrieval;

import java.util.List;
import java.util.Optional;

/**
 * What was found for a query.
 *
 * @param analysis how the query was understood
 * @param passages best first; empty only for empty knowledge
 * @param confidence that the documents answer the query, [0, 1], calibrated on questions with and
 *     without an answer
 * @param refused whether the confidence is under the floor: then the passages are only the nearest,
 *     not an answer
 * @param stored whether the first passage is a question that somebody wrote down and that asks the
 *     same
 */
public record Retrieval(
    QueryAnalysis analysis,
    List<Passage> passages,
    double confidence,
    boolean refused,
    boolean stored) {

  /** Copies the passages. */
  public Retrieval {
    passages = List.copyOf(passages);
  }

  /** The first passage where it is a stored question that asks the same. */
  public Optional<Passage> storedQuestion() {
    return stored && !passages.isEmpty() ? Optional.of(passages.get(0)) : Optional.empty();
  }
}
