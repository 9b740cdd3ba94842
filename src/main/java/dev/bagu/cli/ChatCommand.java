package dev.bagu.cli;

import dev.bagu.answer.Conversation;
import dev.bagu.answer.EvidenceSelector;
import dev.bagu.answer.ModelAnswerer;
import dev.bagu.answer.OfflineAnswerer;
import dev.bagu.check.DraftChecker;
import dev.bagu.cli.terminal.LineInput;
import dev.bagu.cli.terminal.PipedLines;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.cli.terminal.TypedLines;
import dev.bagu.index.TextModel;
import dev.bagu.llm.ChatModels;
import dev.bagu.llm.ModelSettings;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.SentenceRanker;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bagu chat}: questions one after another, of which the later build on the earlier. */
@Command(
    name = "chat",
    description = "Talk: follow-up questions build on what was asked before.",
    footer = {
      "",
      "In the conversation:",
      "  /sources       the evidence of the last answer",
      "  /check TEXT    your own answer to the last question, held against the source",
      "  /save [FILE]   write the conversation as Markdown",
      "  /clear         forget what was said",
      "  /help, /quit"
    })
final class ChatCommand extends BaguCommand {
  /** Earlier lines, in the data folder. */
  static final String HISTORY = "chat-history";

  @Mixin private TopicOptions topic = new TopicOptions();
  @Mixin ModelOptions model = new ModelOptions();
  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  ChatCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    int most = topic.most(context);
    ModelSettings settings = model.offline ? null : model.settings(context);
    try (OpenKnowledge open = OpenKnowledge.of(context, knowledge)) {
      var unused = open.store().encoders().prepare(TextModel.BGE_SMALL_ZH); // while one types
      Set<String> topics = topic.topics(open.index(), context);
      HybridRetriever retriever = open.retriever();
      OfflineAnswerer offline =
          new OfflineAnswerer(retriever, new SentenceRanker(retriever, open.store().encoders()));
      if (settings == null || !settings.isConfigured()) {
        talk(
            Conversation.offline(retriever, offline, most, topics),
            new ChatCheck(
                context, retriever, () -> new DraftChecker(retriever, open.store().encoders())),
            () -> {},
            context.text("chat.welcome.offline"));
        return ExitCode.OK;
      }
      withModel(settings, open, retriever, offline, topics);
      return ExitCode.OK;
    }
  }

  private void withModel(
      ModelSettings settings,
      OpenKnowledge open,
      HybridRetriever retriever,
      OfflineAnswerer offline,
      Set<String> topics) {
    settings.warnings().forEach(context::note);
    PromptLibrary prompts = PromptLibrary.locate(context.surroundings().system());
    try (ChatModels models = ChatModels.open(settings)) {
      ModelAnswerer answerer =
          new ModelAnswerer(
              asked -> retriever.retrieve(asked.question(), asked.passages(), asked.topics()),
              new EvidenceSelector(open.index(), settings.evidenceTokens()),
              models.call(),
              prompts,
              offline);
      talk(
          Conversation.withModel(
              retriever, answerer, models.call(), prompts, topic.most(context), topics),
          new ChatCheck(
              context,
              retriever,
              () -> new DraftChecker(retriever, open.store().encoders(), models.call(), prompts)),
          models::cancelAll,
          context.text("chat.welcome.model", Sanitizer.line(settings.model())));
    }
  }

  private void talk(Conversation conversation, ChatCheck check, Runnable cancel, String welcome) {
    try (LineInput input = input()) {
      if (input.isTyped()) {
        context.out().println(welcome);
      }
      new ChatSession(context, conversation, input, check, cancel).run();
    }
  }

  private LineInput input() {
    return context.surroundings().typed()
        ? TypedLines.open(context.folders().data().resolve(HISTORY), ChatSession.COMMANDS)
        : new PipedLines(context.surroundings().in(), context.out());
  }
}
