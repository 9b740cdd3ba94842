package dev.bagu.evaluation;

import dev.bagu.BadInput;
import dev.bagu.check.DraftChecker;
import dev.bagu.check.EntryFinder;
import dev.bagu.check.Judgement;
import dev.bagu.check.PointCoverage;
import dev.bagu.retrieval.HybridRetriever;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Judges the claims of labelled drafts, as they are given, one by one. */
public final class CheckEvaluation {
  private final HybridRetriever retriever;
  private final DraftChecker checker;

  /** An evaluation of a checker over the index of a retriever. */
  public CheckEvaluation(HybridRetriever retriever, DraftChecker checker) {
    this.retriever = retriever;
    this.checker = checker;
  }

  /** One run a draft, in their order. */
  public List<CheckRun> run(List<DraftCase> drafts) {
    List<CheckRun> runs = new ArrayList<>();
    for (DraftCase draft : drafts) {
      long start = System.nanoTime();
      DraftChecker.Observation seen = observe(draft);
      double millis = (System.nanoTime() - start) / 1e6;
      runs.add(
          new CheckRun(
              draft,
              seen.judgements().stream().map(Judgement::verdict).toList(),
              seen.points().stream()
                  .filter(CheckEvaluation::missed)
                  .map(PointCoverage::point)
                  .toList(),
              seen.given().stream().map(CheckEvaluation::missed).toList(),
              millis));
    }
    return runs;
  }

  private static boolean missed(PointCoverage point) {
    return point.state() == PointCoverage.State.MISSED;
  }

  /** What is looked at for one draft. */
  DraftChecker.Observation observe(DraftCase draft) {
    List<String> claims = draft.claims().stream().map(DraftCase.LabelledClaim::text).toList();
    return checker.observe(draft.question(), entry(draft), claims, draft.missed());
  }

  /** The draft's own entry, else the first that its question finds, refused or not. */
  int entry(DraftCase draft) {
    OptionalInt named = new EntryFinder(retriever).byId(draft.entry());
    if (named.isPresent()) {
      return named.getAsInt();
    }
    if (!draft.entry().isEmpty()) {
      throw new BadInput("draft " + draft.id() + ": there is no entry " + draft.entry());
    }
    return retriever.retrieve(draft.question(), 1, Set.of()).passages().stream()
        .findFirst()
        .orElseThrow(() -> new BadInput("draft " + draft.id() + ": the documents are empty"))
        .ordinal();
  }
}
