package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.retrieval.Retrieval;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bagu search}: the passages that bear on a question, without an answer. */
@Command(
    name = "search",
    description = "Show the passages that bear on a question.",
    sortOptions = true)
final class SearchCommand extends BaguCommand {
  @Parameters(
      paramLabel = "QUESTION",
      arity = "0..*",
      description = "What to look for; read from standard input where it is left out.")
  private List<String> words = List.of();

  @Mixin private TopicOptions topic = new TopicOptions();

  @Option(names = "--json", order = 20, description = "Print one JSON object.")
  private boolean json;

  @Option(names = "--explain", order = 21, description = "Show how each passage got its place.")
  private boolean explain;

  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  SearchCommand(Context context) {
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
      Retrieval retrieval =
          open.retriever().retrieve(question, most, topic.topics(open.index(), context));
      if (json) {
        context.out().println(SearchJson.of(retrieval));
      } else {
        new SearchPage(context).print(retrieval, explain);
      }
    }
    return ExitCode.OK;
  }
}
