package dev.bagu.cli;

import dev.bagu.retrieval.Retrieval;
import java.util.List;
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

  @Mixin ModelOptions model = new ModelOptions();
  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  AskCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    String question = QuestionInput.of(words, context);
    int most = topic.most(context);
    try (OpenKnowledge open = OpenKnowledge.of(context, knowledge, question)) {
      Retrieval retrieval =
          open.retriever().retrieve(question, most, topic.topics(open.index(), context));
      new SearchPage(context).print(retrieval, false);
      return retrieval.refused() ? ExitCode.REFUSAL : ExitCode.OK;
    }
  }
}
