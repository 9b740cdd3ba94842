package dev.bagu.retrieval;

import java.util.List;
import java.util.Map;

/**
 * Everything that was looked at for one query: what weights are fitted from.
 *
 * @param analysis how the query was understood
 * @param candidates all candidates, best first by the weights in force
 * @param clues what the confidence was computed from, by name
 */
public record Observation(
    QueryAnalysis analysis, List<Candidate> candidates, Map<String, Double> clues) {

  /**
   * A candidate entry.
   *
   * @param entry ordinal of the entry in the index
   * @param signals every signal's raw value, by its label
   * @param standardised every signal's value with mean 0 and deviation 1 over the candidates: what
   *     weights multiply
   */
  public record Candidate(
      int entry, Map<String, Double> signals, Map<String, Double> standardised) {}
}
