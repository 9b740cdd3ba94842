package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.BaguException;
import dev.bagu.check.EntryFinder;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Passage;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a draft is held against.
 *
 * @param question the question it answers
 * @param entry ordinal of the entry
 */
record CheckSubject(String question, int entry) {
  /** Nearest entries that are named where none is found. */
  private static final int NEAREST = 3;

  /**
   * The entry of an id.
   *
   * @param question the question as asked; empty to take the entry's own
   * @throws BadInput if no entry has the id
   */
  static CheckSubject byId(String id, String question, HybridRetriever retriever, Context context) {
    OptionalInt entry = new EntryFinder(retriever).byId(id);
    if (entry.isEmpty()) {
      throw new BadInput(context.text("check.no_entry", id));
    }
    String asked =
        question.isEmpty() ? retriever.index().entry(entry.getAsInt()).question() : question;
    return new CheckSubject(asked, entry.getAsInt());
  }

  /**
   * The entry that answers a question.
   *
   * @throws Uncovered if the documents do not hold it
   */
  static CheckSubject byQuestion(String question, HybridRetriever retriever, Context context) {
    OptionalInt entry = new EntryFinder(retriever).byQuestion(question);
    if (entry.isEmpty()) {
      throw new Uncovered(context.text("check.uncovered", nearest(question, retriever)));
    }
    return new CheckSubject(question, entry.getAsInt());
  }

  /**
   * The entry that a draft answers; it is told at once, because everything else rests on it.
   *
   * @throws BadInput if there is no word to find it from
   * @throws Uncovered if the documents hold nothing like it
   */
  static CheckSubject byDraft(String draft, HybridRetriever retriever, Context context) {
    if (draft.isBlank()) {
      throw new BadInput(context.text("check.no_question"));
    }
    OptionalInt entry = new EntryFinder(retriever).byDraft(draft);
    if (entry.isEmpty()) {
      String start = draft.strip().substring(0, Math.min(200, draft.strip().length()));
      throw new Uncovered(context.text("check.not_found", nearest(start, retriever)));
    }
    var found = retriever.index().entry(entry.getAsInt());
    context.note(context.text("check.found", found.question(), found.id()));
    return new CheckSubject(found.question(), entry.getAsInt());
  }

  private static String nearest(String text, HybridRetriever retriever) {
    List<Passage> passages = retriever.retrieve(text, NEAREST, Set.of()).passages();
    return passages.stream()
        .map(passage -> passage.entry().id() + " (" + passage.entry().question() + ")")
        .collect(Collectors.joining("; "));
  }

  /** The documents hold no entry for it: exit code 3. */
  static final class Uncovered extends BaguException {
    private static final long serialVersionUID = 1L;

    Uncovered(String message) {
      super(message);
    }

    @Override
    public int exitCode() {
      return ExitCode.REFUSAL;
    }
  }
}
