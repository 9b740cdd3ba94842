package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.answer.Answerer;
import dev.bagu.answer.AskRequest;
import dev.bagu.answer.EvidenceSelector;
import dev.bagu.answer.ModelAnswerer;
import dev.bagu.answer.ModelRanking;
import dev.bagu.answer.OfflineAnswerer;
import dev.bagu.answer.Outcome;
import dev.bagu.answer.Refusal;
import dev.bagu.llm.ChatModels;
import dev.bagu.llm.ModelSettings;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Retrieval;
import dev.bagu.retrieval.SentenceRanker;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bagu ask}: an answer from the documents, with its sources, or a refusal. */
@Command(name = "ask", description = "Answer a question from the documents, with citations.")
final class AskCommand extends BaguCommand {
  @Parameters(
      paramLabel = "QUESTION",
      arity = "0..*",
      description = "The question; read from standard input where it is left out.")
  private List<String> words = List.of();

  @Mixin private TopicOptions topic = new TopicOptions();

  @Option(names = "--json", order = 20, description = "Print one JSON object.")
  boolean json;

  @Option(
      names = "--explain",
      order = 21,
      description = "Show the ranked passages with their reasons, and the final prompt.")
  private boolean explain;

  @Option(
      names = "--rerank",
      order = 23,
      description = "Let the model reword the question and order the passages: two more calls.")
  private boolean rerank;

  @Option(
      names = "--no-stream",
      order = 22,
      description = "Print a model's answer when it is whole, not as it comes.")
  private boolean whole;

  @Mixin ModelOptions model = new ModelOptions();
  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  AskCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    String question = QuestionInput.of(words, context);
    int most = topic.most(context);
    if (json && explain) {
      throw new BadInput(context.text("input.json_explain"));
    }
    try (OpenKnowledge open = OpenKnowledge.of(context, knowledge, question)) {
      AskRequest request = new AskRequest(question, most, topic.topics(open.index(), context));
      HybridRetriever retriever = open.retriever();
      OfflineAnswerer offline =
          new OfflineAnswerer(retriever, new SentenceRanker(retriever, open.store().encoders()));
      // Without a model the classes that speak to one are never loaded: a tenth of a cold start.
      ModelSettings settings = model.offline ? null : model.settings(context);
      Outcome outcome =
          settings == null || !settings.isConfigured()
              ? offline(request, offline, retriever)
              : withModel(request, offline, open, retriever, settings);
      return outcome instanceof Refusal ? ExitCode.REFUSAL : ExitCode.OK;
    }
  }

  private Outcome offline(AskRequest request, OfflineAnswerer offline, HybridRetriever retriever) {
    if (explain) {
      new SearchPage(context)
          .print(
              retriever.retrieve(request.question(), request.passages(), request.topics()), true);
    }
    return print(request, offline, new AnswerPage(context), any -> {});
  }

  private Outcome withModel(
      AskRequest request,
      OfflineAnswerer offline,
      OpenKnowledge open,
      HybridRetriever retriever,
      ModelSettings settings) {
    settings.warnings().forEach(context::note);
    PromptLibrary prompts = PromptLibrary.locate(context.surroundings().system());
    try (ChatModels models = ChatModels.open(settings)) {
      Function<AskRequest, Retrieval> plain =
          asked -> retriever.retrieve(asked.question(), asked.passages(), asked.topics());
      Function<AskRequest, Retrieval> finder =
          rerank ? new ModelRanking(retriever, models.call(), prompts)::retrieve : plain;
      ModelAnswerer answerer =
          new ModelAnswerer(
              finder,
              new EvidenceSelector(open.index(), settings.evidenceTokens()),
              models.call(),
              prompts,
              offline);
      if (explain) {
        new SearchPage(context).print(finder.apply(request), true);
        new AnswerPage(context).prompt(answerer.prompt(request));
      }
      AnswerPage page = new AnswerPage(context);
      return print(request, answerer, page, json || whole ? any -> {} : page::partial);
    }
  }

  private Outcome print(
      AskRequest request, Answerer answerer, AnswerPage page, Consumer<String> onPartial) {
    Outcome outcome = answerer.answer(request, onPartial);
    if (json) {
      context.out().println(AnswerJson.of(outcome));
    } else {
      page.print(outcome);
    }
    return outcome;
  }
}
