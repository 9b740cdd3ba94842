package dev.bagu.check;

import dev.bagu.index.KnowledgeIndex;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Passage;
import dev.bagu.retrieval.Retrieval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the entry that a draft is to be held against. */
public final class EntryFinder {
  /** Claims of a draft that are looked up. */
  private static final int CLAIMS = 6;

  /** Passages that each of them speaks for. */
  private static final int PASSAGES = 3;

  private final HybridRetriever retriever;

  /** A finder over what a retriever finds. */
  public EntryFinder(HybridRetriever retriever) {
    this.retriever = retriever;
  }

  /** The ordinal of the entry with an id; empty where there is none. */
  public OptionalInt byId(String id) {
    KnowledgeIndex index = retriever.index();
    return IntStream.range(0, index.entryCount())
        .filter(entry -> index.entry(entry).id().equals(id))
        .findFirst();
  }

  /** The entry that answers a question; empty where the documents do not cover it. */
  public OptionalInt byQuestion(String question) {
    Retrieval found = retriever.retrieve(question, 1, Set.of());
    return found.refused() || found.passages().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(found.passages().get(0).ordinal());
  }

  /**
   * The entry that a draft seems to answer: the one that most of its claims lead to, each counting
   * by its confidence. Empty where no claim leads anywhere.
   */
  public OptionalInt byDraft(String draft) {
    Map<Integer, Double> votes = new HashMap<>();
    List<Claim> claims = ClaimSplitter.split(draft);
    for (Claim claim : claims.subList(0, Math.min(CLAIMS, claims.size()))) {
      Retrieval found = retriever.retrieve(claim.text(), PASSAGES, Set.of());
      if (!found.refused()) {
        for (Passage passage : found.passages()) {
          votes.merge(passage.ordinal(), found.confidence() * passage.score(), Double::sum);
        }
      }
    }
    return votes.entrySet().stream()
        .max(
            Map.Entry.<Integer, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
        .map(best -> OptionalInt.of(best.getKey()))
        .orElse(OptionalInt.empty());
  }
}
