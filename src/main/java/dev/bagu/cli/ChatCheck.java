package dev.bagu.cli;

import dev.bagu.answer.Turn;
import dev.bagu.check.CheckReport;
import dev.bagu.check.CheckRequest;
import dev.bagu.check.DraftChecker;
import dev.bagu.retrieval.HybridRetriever;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code /check} in a conversation: one's own answer to what was talked about last, held against
 * the source.
 */
final class ChatCheck {
  private final Context context;
  private final HybridRetriever retriever;
  private final Supplier<DraftChecker> checker;

  /**
   * A check within a conversation.
   *
   * @param checker made when the first draft comes: most conversations check nothing
   */
  ChatCheck(Context context, HybridRetriever retriever, Supplier<DraftChecker> checker) {
    this.context = context;
    this.retriever = retriever;
    this.checker = checker;
  }

  /**
   * Checks a draft against the entry that answered last, else against the one it seems to answer.
   */
  void check(String draft, List<Turn> turns) {
    if (draft.isBlank()) {
      context.note(context.text("chat.check.empty"));
      return;
    }
    CheckRequest request =
        turns.isEmpty() ? found(draft) : request(turns.get(turns.size() - 1), draft);
    CheckReport report = checker.get().check(request);
    CheckWords words = new CheckWords(context.messages());
    words.notices(report).forEach(context::note);
    new CheckPage(words, context.surroundings().mode().get())
        .lines(report, false)
        .forEach(context.out()::println);
  }

  private CheckRequest request(Turn turn, String draft) {
    var retrieval = turn.outcome().retrieval();
    return retrieval.refused() || retrieval.passages().isEmpty()
        ? found(draft)
        : new CheckRequest(
            turn.completion().question(), retrieval.passages().get(0).ordinal(), draft);
  }

  private CheckRequest found(String draft) {
    CheckSubject subject = CheckSubject.byDraft(draft, retriever, context);
    return new CheckRequest(subject.question(), subject.entry(), draft);
  }
}
