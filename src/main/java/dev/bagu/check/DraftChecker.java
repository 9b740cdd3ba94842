package dev.bagu.check;

import dev.bagu.index.EncoderPool;
import dev.bagu.knowledge.Entry;
import dev.bagu.llm.ModelCall;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.retrieval.HybridRetriever;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stand-in: one claim a line, verdicts by turns, real lines of the entry. */
public final class DraftChecker {
  private final HybridRetriever retriever;
  private final String mode;

  /** A checker without a model. */
  public DraftChecker(HybridRetriever retriever, EncoderPool encoders) {
    this.retriever = retriever;
    this.mode = "offline";
  }

  /** A checker with a model. */
  public DraftChecker(
      HybridRetriever retriever, EncoderPool encoders, ModelCall call, PromptLibrary prompts) {
    this.retriever = retriever;
    this.mode = call.modelName();
  }

  /** Checks a draft. */
  public CheckReport check(CheckRequest request) {
    Entry entry = retriever.index().entry(request.entry());
    List<SourceQuote> quotes = quotes(entry);
    List<Judgement> judgements = new ArrayList<>();
    int start = 0;
    for (String line : request.draft().split("\n", -1)) {
      if (!line.isBlank()) {
        int n = judgements.size();
        Verdict verdict =
            List.of(Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.NOT_IN_SOURCE).get(n % 3);
        judgements.add(
            new Judgement(
                new Claim(line, start, start + line.length()),
                verdict,
                List.of(Reason.SAME_MEANING, Reason.NUMBER, Reason.UNMENTIONED).get(n % 3),
                verdict == Verdict.NOT_IN_SOURCE
                    ? List.of()
                    : List.of(quotes.get(n % quotes.size())),
                0.9,
                mode,
                List.of(new Feature("late-claim", 0.81), new Feature("numbers", 1))));
      }
      start += line.length() + 1;
    }
    List<PointCoverage> points = points(entry, judgements);
    double coverage = points.stream().mapToDouble(PointCoverage::share).average().orElse(0);
    int total = (int) Math.round(coverage * 100);
    return new CheckReport(
        request.question(),
        entry,
        request.draft(),
        mode,
        judgements,
        points,
        new Score(
            total,
            Math.max(0, total - 5),
            Math.min(100, total + 5),
            coverage,
            List.of(new Score.Term("coverage", total))),
        List.of());
  }

  private static List<PointCoverage> points(Entry entry, List<Judgement> judgements) {
    List<PointCoverage> points = new ArrayList<>();
    for (var point : entry.keyPoints()) {
      int n = points.size();
      PointCoverage.State state =
          judgements.isEmpty()
              ? PointCoverage.State.MISSED
              : List.of(
                      PointCoverage.State.MADE,
                      PointCoverage.State.MISSED,
                      PointCoverage.State.PARTLY)
                  .get(n % 3);
      Optional<Claim> made =
          state == PointCoverage.State.MISSED
              ? Optional.empty()
              : Optional.of(judgements.get(0).claim());
      points.add(
          new PointCoverage(
              point.text(),
              state,
              state == PointCoverage.State.MISSED ? 0 : state == PointCoverage.State.MADE ? 1 : 0.5,
              made,
              new SourceQuote(entry.span().lines(point.line(), point.line()), point.text())));
    }
    return points;
  }

  private static List<SourceQuote> quotes(Entry entry) {
    List<SourceQuote> quotes = new ArrayList<>();
    int line = entry.span().startLine();
    for (String text : entry.text().split("\n", -1)) {
      line++;
      if (!text.isBlank() && line <= entry.span().endLine()) {
        quotes.add(new SourceQuote(entry.span().lines(line, line), text));
      }
    }
    return quotes;
  }
}
