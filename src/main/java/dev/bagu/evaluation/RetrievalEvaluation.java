package dev.bagu.evaluation;

import dev.bagu.knowledge.Entry;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Passage;
import dev.bagu.retrieval.Retrieval;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks a retriever every question of a file. */
public final class RetrievalEvaluation {
  /** Passages that are asked for: several may share a heading, which then counts once. */
  private static final int PASSAGES = 20;

  private final HybridRetriever retriever;

  /** An evaluation of one retriever. */
  public RetrievalEvaluation(HybridRetriever retriever) {
    this.retriever = retriever;
  }

  /**
   * One run a question, in their order; the first question is asked once more before, so that no
   * model load counts.
   */
  public List<Run> run(List<Question> questions) {
    if (!questions.isEmpty()) {
      retriever.retrieve(questions.get(0).text(), PASSAGES, Set.of());
    }
    return questions.stream().map(this::run).toList();
  }

  private Run run(Question question) {
    long start = System.nanoTime();
    Retrieval retrieval = retriever.retrieve(question.text(), PASSAGES, Set.of());
    double millis = (System.nanoTime() - start) / 1e6;
    List<Run.Hit> hits = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Passage passage : retrieval.passages()) {
      Entry entry = passage.entry();
      String place = entry.span().file() + "\n" + Question.folded(entry.span().heading());
      if (hits.size() < Figures.DEPTH && seen.add(place)) {
        hits.add(
            new Run.Hit(
                entry.id(),
                entry.span().file(),
                entry.span().heading(),
                passage.score(),
                question.grade(entry)));
      }
    }
    return new Run(question, retrieval.confidence(), retrieval.refused(), hits, millis);
  }
}
