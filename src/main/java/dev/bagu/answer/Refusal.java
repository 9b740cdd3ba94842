package dev.bagu.answer;

import dev.bagu.retrieval.Retrieval;
import java.util.List;

/**
 * The documents do not cover the question.
 *
 * @param mode {@code offline}, or the name of the model that said so
 * @param confidence that the documents answer the question, [0, 1]
 * @param nearest the nearest entries, best first; empty only for empty knowledge
 * @param notices what a person should know about how it came about, in order
 * @param retrieval what was found
 */
public record Refusal(
    String mode,
    double confidence,
    List<Nearest> nearest,
    List<Notice> notices,
    Retrieval retrieval)
    implements Outcome {

  /** How many of the nearest entries are shown. */
  private static final int SHOWN = 3;

  /** Copies the lists. */
  public Refusal {
    nearest = List.copyOf(nearest);
    notices = List.copyOf(notices);
  }

  /**
   * An entry that came near.
   *
   * @param entry its id
   * @param question its question
   * @param score its score in the ranking, [0, 1]
   */
  public record Nearest(String entry, String question, double score) {}

  /** The refusal that follows from a retrieval. */
  static Refusal of(String mode, Retrieval retrieval, List<Notice> notices) {
    List<Nearest> nearest =
        retrieval.passages().stream()
            .limit(SHOWN)
            .map(p -> new Nearest(p.entry().id(), p.entry().question(), p.score()))
            .toList();
    return new Refusal(mode, retrieval.confidence(), nearest, notices, retrieval);
  }
}
