package dev.bagu.cli;

import dev.bagu.evaluation.QuestionFile;
import dev.bagu.evaluation.QuestionSet;
import dev.bagu.evaluation.Report;
import dev.bagu.evaluation.RetrievalEvaluation;
import dev.bagu.evaluation.Run;
import dev.bagu.evaluation.WeightFit;
import dev.bagu.retrieval.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bagu eval fit}: fits the ranking's weights and the confidence, and writes them. */
@Command(
    name = "fit",
    description = "Fit the weights of ranking and confidence on the dev questions of some sets.")
final class EvalFitCommand extends BaguCommand {
  @Option(
      names = "--set",
      paramLabel = "FILE[+FILE]=DIR",
      required = true,
      order = 40,
      description = "Question files and the folder they are about; repeatable.")
  private List<String> sets = List.of();

  @Option(
      names = "--out",
      paramLabel = "OUT",
      required = true,
      order = 41,
      description = "Where the weights go.")
  private Path out = Path.of("");

  EvalFitCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    List<OpenKnowledge> opened = new ArrayList<>();
    try {
      List<QuestionSet> questionSets = new ArrayList<>();
      for (String set : sets) {
        questionSets.add(open(set, opened));
      }
      WeightFit fit = new WeightFit(questionSets);
      List<List<Run>> unseen = fit.crossValidated();
      for (int i = 0; i < unseen.size(); i++) {
        print(questionSets.get(i).name() + " cross-validated", unseen.get(i), questionSets.get(i));
      }
      Map<String, Double> fitted = fit.fit();
      WeightsFile.write(out, "bagu eval fit --set " + String.join(" --set ", sets), fitted);
      for (QuestionSet set : questionSets) {
        for (String split : List.of("dev", "test")) {
          if (!set.split(split).isEmpty()) {
            List<Run> runs =
                new RetrievalEvaluation(set.retriever().apply(Weights.of(fitted)))
                    .run(set.split(split));
            print(set.name() + " " + split, runs, set);
          }
        }
      }
    } finally {
      opened.forEach(OpenKnowledge::close);
    }
    return ExitCode.OK;
  }

  private void print(String title, List<Run> runs, QuestionSet set) {
    Report.ranking(title, runs, set.grade()).forEach(context.out()::println);
    Report.refusal(runs).forEach(context.out()::println);
    context.out().println();
    context.out().flush();
  }

  private QuestionSet open(String set, List<OpenKnowledge> opened) {
    EvalSet from = EvalSet.of(set, context);
    var questions =
        java.util.Arrays.stream(from.files().split("\\+", -1))
            .flatMap(file -> QuestionFile.read(Path.of(file)).stream())
            .toList();
    OpenKnowledge open = from.open(context);
    opened.add(open);
    return new QuestionSet(
        String.valueOf(from.folder().getFileName()),
        questions,
        open.index(),
        open::retriever,
        EvalOptions.grade(questions));
  }
}
