package dev.bagu.cli;

import dev.bagu.check.DraftChecker;
import dev.bagu.evaluation.CheckEvaluation;
import dev.bagu.evaluation.CheckFigures;
import dev.bagu.evaluation.CheckRun;
import dev.bagu.evaluation.DraftCase;
import dev.bagu.evaluation.DraftFile;
import dev.bagu.retrieval.HybridRetriever;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bagu eval check}: how well claims of drafts are judged. */
@Command(
    name = "check",
    description = "Measure the verdicts on labelled drafts: macro-F1, precision, recall.")
final class EvalCheckCommand extends BaguCommand {
  @Option(
      names = "--drafts",
      paramLabel = "FILE",
      required = true,
      order = 40,
      description = "Drafts, one JSON object a line: id, question, claims, missed; repeatable.")
  private List<Path> files = List.of();

  @Option(
      names = "--split",
      paramLabel = "NAME",
      order = 41,
      description = "Check only the drafts of this split, dev or test.")
  private String split = "";

  @Option(
      names = "--run",
      paramLabel = "OUT",
      order = 42,
      description = "Write the verdicts of each draft, one JSON object a line.")
  private @Nullable Path run;

  @Option(names = "--json", order = 43, description = "Print one JSON object.")
  private boolean json;

  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  EvalCheckCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    List<DraftCase> drafts = new ArrayList<>();
    files.forEach(file -> drafts.addAll(DraftFile.read(file)));
    drafts.removeIf(draft -> !split.isEmpty() && !draft.split().equals(split));
    try (OpenKnowledge open = OpenKnowledge.of(context, knowledge)) {
      HybridRetriever retriever = open.retriever();
      DraftChecker checker = new DraftChecker(retriever, open.store().encoders());
      List<CheckRun> runs = new CheckEvaluation(retriever, checker).run(drafts);
      if (run != null) {
        DraftFile.write(run, runs);
      }
      if (json) {
        context.out().println(CheckFigures.json(runs));
      } else {
        CheckFigures.lines(runs).forEach(context.out()::println);
      }
    }
    return ExitCode.OK;
  }
}
