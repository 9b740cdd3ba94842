package dev.bagu.evaluation;

import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Passage;
import dev.bagu.retrieval.Retrieval;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Asks a retriever every question of a file. */
public final class RetrievalEvaluation {
  /** Passages that are asked for: several may share a heading, which then counts once. */
  private static final int PASSAGES = 20;

  private final HybridRetriever retriever;
  private final Places places;

  /** An evaluation of one retriever. */
  public RetrievalEvaluation(HybridRetriever retriever) {
    this.retriever = retriever;
    this.places = Places.of(retriever.index());
  }

  /**
   * One run a question, in their order; the first question is asked once more before, so that no
   * model load counts.
   */
  public List<Run> run(List<Question> questions) {
    return run(questions, PASSAGES, passages -> passages);
  }

  /** The same, ordered by some of the signals alone. */
  List<Run> run(List<Question> questions, Predicate<String> keep) {
    return run(questions, Integer.MAX_VALUE, passages -> Order.by(passages, keep));
  }

  private List<Run> run(
      List<Question> questions, int most, Function<List<Passage>, List<Passage>> order) {
    if (!questions.isEmpty()) {
      retriever.retrieve(questions.get(0).text(), most, Set.of());
    }
    return questions.stream().map(question -> run(question, most, order)).toList();
  }

  private Run run(Question question, int most, Function<List<Passage>, List<Passage>> order) {
    long start = System.nanoTime();
    Retrieval retrieval = retriever.retrieve(question.text(), most, Set.of());
    double millis = (System.nanoTime() - start) / 1e6;
    HitList hits = new HitList(question, places);
    order.apply(retrieval.passages()).forEach(p -> hits.add(p.entry(), p.score()));
    return new Run(question, retrieval.confidence(), retrieval.refused(), hits.hits(), millis);
  }

  /**
   * The same, with the query's own wording not taken for the entry's: what {@code bagu eval self}
   * asks.
   */
  public List<Run> runWithoutExact(List<Question> questions) {
    return run(questions, signal -> !signal.equals(Order.EXACT));
  }
}
