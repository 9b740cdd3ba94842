package dev.bagu.cli;

import dev.bagu.evaluation.Report;
import dev.bagu.evaluation.RetrievalEvaluation;
import dev.bagu.evaluation.Run;
import dev.bagu.evaluation.SelfQuestions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bagu eval self}: what a person's own documents fail to find of themselves. */
@Command(
    name = "self",
    description = "Ask the documents their own questions and headings, and list what they miss.")
final class EvalSelfCommand extends BaguCommand {
  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  EvalSelfCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    try (OpenKnowledge open = OpenKnowledge.of(context, knowledge)) {
      List<Run> runs =
          new RetrievalEvaluation(open.retriever()).runWithoutExact(SelfQuestions.of(open.index()));
      Report.ranking("self", runs, 2).forEach(context.out()::println);
      for (Run run : runs) {
        if (run.rank(2) != 1) {
          String first = run.hits().isEmpty() ? "-" : run.hits().get(0).entry();
          context
              .out()
              .println(
                  context.text("eval.missed", run.question().id(), run.question().text(), first));
        }
      }
    }
    return ExitCode.OK;
  }
}
