package dev.bagu.evaluation;

import java.util.List;

/**
 * What a system found for one question.
 *
 * @param question the question
 * @param confidence that the documents answer it; only its order counts for another system
 * @param refused whether the system declined
 * @param hits best first, each place once
 * @param millis how long it took
 */
public record Run(
    Question question, double confidence, boolean refused, List<Hit> hits, double millis) {

  /** Copies the hits. */
  public Run {
    hits = List.copyOf(hits);
  }

  /**
   * A place that was found.
   *
   * @param entry its id
   * @param file path relative to the knowledge folder
   * @param heading its heading
   * @param score the system's own score
   * @param grade how well it answers, 0 to 2
   */
  public record Hit(String entry, String file, String heading, double score, int grade) {}

  /** Rank of the first hit that answers with at least a grade, from 1; 0 where none does. */
  public int rank(int grade) {
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).grade() >= grade) {
        return i + 1;
      }
    }
    return 0;
  }
}
