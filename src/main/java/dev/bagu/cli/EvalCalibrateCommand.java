package dev.bagu.cli;

import dev.bagu.evaluation.Question;
import dev.bagu.evaluation.QuestionSet;
import dev.bagu.evaluation.WeightFit;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bagu eval calibrate}: fits the confidence to a person's own folder and keeps it. */
@Command(
    name = "calibrate",
    description =
        "Fit the confidence and its floor to your own documents, and use them from now on.")
final class EvalCalibrateCommand extends BaguCommand {
  @Mixin private EvalOptions eval = new EvalOptions();

  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  EvalCalibrateCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    List<Question> questions = eval.questions();
    boolean both =
        questions.stream().anyMatch(Question::answerable)
            && !questions.stream().allMatch(Question::answerable);
    if (!both) {
      throw new dev.bagu.BadInput(context.text("eval.both"));
    }
    try (OpenKnowledge open = OpenKnowledge.of(context, knowledge)) {
      QuestionSet set =
          new QuestionSet(
              "own", questions, open.index(), open::retriever, EvalOptions.grade(questions));
      Path file = context.folders().data().resolve(OpenKnowledge.CALIBRATION);
      WeightsFile.write(file, "bagu eval calibrate", new WeightFit(List.of(set)).calibrate());
      context.out().println(context.text("eval.calibrated", file));
    }
    return ExitCode.OK;
  }
}
