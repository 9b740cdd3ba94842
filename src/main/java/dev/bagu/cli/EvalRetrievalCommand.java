package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.evaluation.Ablation;
import dev.bagu.evaluation.EasyRagBaseline;
import dev.bagu.evaluation.Question;
import dev.bagu.evaluation.Report;
import dev.bagu.evaluation.RetrievalEvaluation;
import dev.bagu.evaluation.Run;
import dev.bagu.evaluation.RunFile;
import dev.bagu.index.TextModel;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bagu eval retrieval}: how well the documents are searched. */
@Command(
    name = "retrieval",
    description =
        "Measure how well a question file finds its answers: MRR, hit rates, nDCG, AUROC.")
final class EvalRetrievalCommand extends BaguCommand {
  @Mixin private EvalOptions eval = new EvalOptions();

  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      order = 44,
      description = "Run a plain chain beside it on the same documents; easy-rag is LangChain4j's.")
  private String baseline = "";

  @Option(
      names = "--ablate",
      order = 45,
      description = "Print the figures without each group of signals as well.")
  private boolean ablate;

  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  EvalRetrievalCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    if (!baseline.isEmpty() && !baseline.equals("easy-rag")) {
      throw new BadInput(context.text("eval.baseline", baseline));
    }
    List<Question> questions = eval.questions();
    int grade = EvalOptions.grade(questions);
    try (OpenKnowledge open = OpenKnowledge.of(context, knowledge)) {
      List<Run> runs = new RetrievalEvaluation(open.retriever()).run(questions);
      if (eval.run != null) {
        RunFile.write(eval.run, runs);
      }
      if (eval.json) {
        context.out().println(RunFile.figures(runs, grade));
        return ExitCode.OK;
      }
      Report.ranking("bagu", runs, grade).forEach(context.out()::println);
      context.out().println();
      Report.refusal(runs).forEach(context.out()::println);
      context.out().println(Report.latency(runs));
      if (ablate) {
        context.out().println();
        List<Ablation.Row> rows = Ablation.rows(open.retriever(), questions);
        Report.ablation(rows, grade).forEach(context.out()::println);
      }
      if (!baseline.isEmpty()) {
        var plain =
            new EasyRagBaseline(open.index(), open.store().encoders().get(TextModel.ALL_MINILM_L6));
        List<Run> theirs = plain.run(questions);
        context.out().println();
        Report.ranking(baseline, theirs, grade).forEach(context.out()::println);
        context.out().println(Report.latency(theirs));
      }
    }
    return ExitCode.OK;
  }
}
