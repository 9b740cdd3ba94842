package dev.bagu.check;

import dev.bagu.knowledge.Entry;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Retrieval;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** A stand-in: finds the entry that a draft is held against. */
public final class EntryFinder {
  private final HybridRetriever retriever;

  /** A finder over the entries of a retriever. */
  public EntryFinder(HybridRetriever retriever) {
    this.retriever = retriever;
  }

  /** The entry of an id; empty where there is none. */
  public OptionalInt byId(String id) {
    return IntStream.range(0, retriever.index().entryCount())
        .filter(i -> entry(i).id().equals(id))
        .findFirst();
  }

  /** The entry that a question asks for; empty where the documents do not hold it. */
  public OptionalInt byQuestion(String question) {
    Retrieval found = retriever.retrieve(question, 1, Set.of());
    return found.refused() || found.passages().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(found.passages().get(0).ordinal());
  }

  /** The entry that a draft answers; empty where none is found. */
  public OptionalInt byDraft(String draft) {
    return draft.isBlank() ? OptionalInt.empty() : byQuestion(draft);
  }

  private Entry entry(int ordinal) {
    return retriever.index().entry(ordinal);
  }
}
