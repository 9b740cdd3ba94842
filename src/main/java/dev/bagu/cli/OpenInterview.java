package dev.bagu.cli;

import dev.bagu.BaguException;
import dev.bagu.check.CheckNotice;
import dev.bagu.check.CheckReport;
import dev.bagu.check.CheckRequest;
import dev.bagu.check.DraftChecker;
import dev.bagu.interview.InterviewRoom;
import dev.bagu.interview.Interviewer;
import dev.bagu.interview.SessionStore;
import dev.bagu.interview.Syllabus;
import dev.bagu.llm.ChatModels;
import dev.bagu.llm.ModelFailure;
import dev.bagu.llm.ModelSettings;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.retrieval.HybridRetriever;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records and the documents of one command, opened, and with them the interview room. */
final class OpenInterview implements AutoCloseable {
  private final Context context;
  private final SessionStore store;
  private final OpenKnowledge knowledge;
  private final Optional<ChatModels> models;
  private final Syllabus syllabus;
  private final PromptLibrary prompts;
  private final InterviewRoom room;
  private @Nullable DraftChecker checker;
  private String judge = "";
  private final Set<CheckNotice.Kind> told = EnumSet.noneOf(CheckNotice.Kind.class);

  private OpenInterview(
      Context context, SessionStore store, OpenKnowledge knowledge, Optional<ChatModels> models) {
    this.context = context;
    this.store = store;
    this.knowledge = knowledge;
    this.models = models;
    this.syllabus = Syllabus.of(knowledge.index());
    this.prompts = PromptLibrary.locate(context.surroundings().system());
    this.room =
        new InterviewRoom(
            syllabus,
            this::check,
            store,
            new Interviewer(prompts, models.map(ChatModels::call)),
            clock());
  }

  /** Opens without a model: enough for whatever asks nothing. */
  static OpenInterview of(Context context, KnowledgeOptions knowledge) {
    return of(context, knowledge, Optional.empty());
  }

  /** Opens the records first: where they are broken, nothing else is done. */
  static OpenInterview of(
      Context context, KnowledgeOptions options, Optional<ModelSettings> settings) {
    SessionStore store = Records.open(context);
    try {
      OpenKnowledge knowledge = OpenKnowledge.of(context, options);
      try {
        return new OpenInterview(context, store, knowledge, settings.map(ChatModels::open));
      } catch (BaguException e) {
        knowledge.close();
        throw e;
      }
    } catch (BaguException e) {
      store.close();
      throw e;
    }
  }

  SessionStore store() {
    return store;
  }

  Syllabus syllabus() {
    return syllabus;
  }

  OpenKnowledge knowledge() {
    return knowledge;
  }

  PromptLibrary prompts() {
    return prompts;
  }

  InterviewRoom room() {
    return room;
  }

  Clock clock() {
    return Clock.systemUTC();
  }

  /** The model that words questions and judges; empty offline. */
  Optional<String> model() {
    return models.map(ChatModels::modelName);
  }

  /** Who judged last: {@code offline} or a model; empty before anything was judged. */
  String judge() {
    return judge;
  }

  /** A question begins: what is told once a question may be told again. */
  void asked() {
    told.clear();
  }

  /** Stops a model that is writing, from another thread. */
  void cancel() {
    models.ifPresent(ChatModels::cancelAll);
  }

  private CheckReport check(CheckRequest request) {
    CheckReport report = checker().check(request);
    judge = report.mode();
    report.notices().forEach(this::tell);
    return report;
  }

  private DraftChecker checker() {
    if (checker == null) {
      HybridRetriever retriever = knowledge.retriever();
      checker =
          models
              .map(
                  each ->
                      new DraftChecker(
                          retriever, knowledge.store().encoders(), each.call(), prompts))
              .orElseGet(() -> new DraftChecker(retriever, knowledge.store().encoders()));
    }
    return checker;
  }

  /**
   * Tells what says nothing of the verdicts themselves: these stay hidden until the closing. What
   * is true of all that was said to a question is told once: each answer to a follow-up has what
   * was said before judged again.
   */
  private void tell(CheckNotice notice) {
    if (notice.kind() == CheckNotice.Kind.MODEL_FAILED) {
      String key = "model." + notice.arguments().getOrDefault("kind", "").toLowerCase(Locale.ROOT);
      String why = ModelFailure.fill(context.text(key), notice.arguments());
      context.note(context.text("interview.judge_failed", why));
    } else if (notice.kind() != CheckNotice.Kind.NOTHING_TO_CHECK && told.add(notice.kind())) {
      boolean orders = notice.kind() == CheckNotice.Kind.INSTRUCTIONS_IN_DRAFT;
      context.note(context.text(orders ? "interview.orders" : "interview.refused_verdicts"));
    }
  }

  @Override
  public void close() {
    models.ifPresent(ChatModels::close);
    knowledge.close();
    store.close();
  }
}
