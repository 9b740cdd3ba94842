package dev.bagu.cli;

import dev.bagu.evaluation.Report;
import dev.bagu.evaluation.RetrievalEvaluation;
import dev.bagu.evaluation.Run;
import dev.bagu.evaluation.RunFile;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bagu eval refusal}: what is refused that has an answer, and answered that has none. */
@Command(
    name = "refusal",
    description = "Measure refusals on a question file, and list the questions it gets wrong.")
final class EvalRefusalCommand extends BaguCommand {
  @Mixin private EvalOptions eval = new EvalOptions();

  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  EvalRefusalCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    try (OpenKnowledge open = OpenKnowledge.of(context, knowledge)) {
      List<Run> runs = new RetrievalEvaluation(open.retriever()).run(eval.questions());
      if (eval.run != null) {
        RunFile.write(eval.run, runs);
      }
      if (eval.json) {
        context.out().println(RunFile.figures(runs, 1));
        return ExitCode.OK;
      }
      Report.refusal(runs).forEach(context.out()::println);
      runs.stream()
          .filter(run -> run.refused() == run.question().answerable())
          .sorted(Comparator.comparingDouble(Run::confidence))
          .forEach(
              run ->
                  context
                      .out()
                      .println(
                          String.format(
                              Locale.ROOT,
                              "%s %.2f  %s",
                              context.text(run.refused() ? "eval.refused" : "eval.answered"),
                              run.confidence(),
                              run.question().text())));
    }
    return ExitCode.OK;
  }
}
