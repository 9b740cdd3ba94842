package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.check.DraftChecker;
import dev.bagu.check.EntryFinder;
import dev.bagu.evaluation.CheckFit;
import dev.bagu.evaluation.ClaimFile;
import dev.bagu.evaluation.DraftCase;
import dev.bagu.evaluation.DraftFile;
import dev.bagu.retrieval.HybridRetriever;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bagu eval fit-check}: fits the weights of the verdicts, and writes them. */
@Command(
    name = "fit-check",
    description = "Fit the weights of the verdicts on labelled claims and on the dev drafts.")
final class EvalFitCheckCommand extends BaguCommand {
  @Option(
      names = "--set",
      paramLabel = "FILE=DIR",
      required = true,
      order = 40,
      description = "Drafts (.jsonl) or single claims (.tsv) and their folder; repeatable.")
  private List<String> sets = List.of();

  @Option(
      names = "--out",
      paramLabel = "OUT",
      required = true,
      order = 41,
      description = "Where the weights go.")
  private Path out = Path.of("");

  EvalFitCheckCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    CheckFit fit = new CheckFit();
    sets.forEach(set -> add(set, fit));
    WeightsFile.write(out, "bagu eval fit-check --set " + String.join(" --set ", sets), fit.fit());
    return ExitCode.OK;
  }

  private void add(String set, CheckFit fit) {
    EvalSet from = EvalSet.of(set, context);
    Path file = Path.of(from.files());
    try (OpenKnowledge open = from.open(context)) {
      HybridRetriever retriever = open.retriever();
      DraftChecker checker = new DraftChecker(retriever, open.store().encoders());
      if (file.toString().endsWith(".tsv")) {
        claims(file, retriever, checker, fit);
      } else {
        List<DraftCase> drafts =
            DraftFile.read(file).stream().filter(draft -> draft.split().equals("dev")).toList();
        fit.add(retriever, checker, drafts);
      }
    }
  }

  private static void claims(
      Path file, HybridRetriever retriever, DraftChecker checker, CheckFit fit) {
    EntryFinder finder = new EntryFinder(retriever);
    for (Map.Entry<String, List<DraftCase.LabelledClaim>> each : ClaimFile.read(file).entrySet()) {
      OptionalInt entry = finder.byId(each.getKey());
      if (entry.isEmpty()) {
        throw new BadInput(file + ": there is no entry " + each.getKey());
      }
      fit.add(
          checker,
          entry.getAsInt(),
          each.getValue().stream().map(DraftCase.LabelledClaim::text).toList(),
          each.getValue().stream().map(DraftCase.LabelledClaim::label).toList());
    }
  }
}
