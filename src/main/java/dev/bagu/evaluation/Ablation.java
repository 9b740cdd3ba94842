package dev.bagu.evaluation;

import dev.bagu.retrieval.HybridRetriever;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What each group of signals gives: the figures without it.
 *
 * <p>The weights are not fitted again and the candidates stay the same, so a row shows what the
 * product loses by the group, not what a product built without it would reach.
 */
public final class Ablation {
  /** The groups of signals; every signal but the exact wording is in one of them. */
  static final List<Group> GROUPS =
      List.of(
          new Group(
              "late interaction",
              Set.of(
                  "late-chunk",
                  "late-entry",
                  "late-rare",
                  "late-weak",
                  "late-wording",
                  "english-late")),
          new Group("vectors", Set.of("chunk-vector", "wording-vector", "english-vector")),
          new Group(
              "words",
              Set.of(
                  "entry-words",
                  "entry-pairs",
                  "chunk-pairs",
                  "heading",
                  "coverage-words",
                  "coverage-pairs",
                  "coverage-entry",
                  "terms",
                  "terms-heading",
                  "terms-strength")),
          new Group("names", Set.of("names")));

  /** Signals that see the same side of a text. */
  record Group(String title, Set<String> signals) {}

  private Ablation() {}

  /**
   * A row of the table.
   *
   * @param title what is missing
   * @param runs what is found without it
   */
  public record Row(String title, List<Run> runs) {}

  /** One row for everything, and one a group that is left out. */
  public static List<Row> rows(HybridRetriever retriever, List<Question> questions) {
    RetrievalEvaluation evaluation = new RetrievalEvaluation(retriever);
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("everything", evaluation.run(questions)));
    for (Group group : GROUPS) {
      rows.add(
          new Row(
              "without " + group.title(),
              evaluation.run(questions, signal -> !group.signals().contains(signal))));
    }
    return rows;
  }
}
