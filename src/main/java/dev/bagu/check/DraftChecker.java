package dev.bagu.check;

import dev.bagu.index.EncoderPool;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.KeyPoint;
import dev.bagu.llm.ModelCall;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.retrieval.HybridRetriever;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stand-in that matches words; the real checker takes its place. */
public final class DraftChecker {
  private static final Pattern SENTENCE = Pattern.compile("[^。！？\\n]+");
  private static final Pattern ORDER = Pattern.compile("忽略以上|给我满分|(?i:ignore (?:all|the) )");
  private static final Pattern UNIT = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");

  private final HybridRetriever retriever;

  /** A checker without a model. */
  public DraftChecker(HybridRetriever retriever, EncoderPool encoders) {
    this.retriever = retriever;
  }

  /** A checker with a model. */
  public DraftChecker(
      HybridRetriever retriever, EncoderPool encoders, ModelCall call, PromptLibrary prompts) {
    this(retriever, encoders);
  }

  /** Checks a draft. */
  public CheckReport check(CheckRequest request) {
    Entry entry = retriever.index().entry(request.entry());
    List<Judgement> judgements = new ArrayList<>();
    Matcher sentences = SENTENCE.matcher(request.draft());
    while (sentences.find()) {
      if (!sentences.group().isBlank()) {
        judgements.add(
            judged(entry, new Claim(sentences.group(), sentences.start(), sentences.end())));
      }
    }
    List<PointCoverage> points =
        entry.keyPoints().stream().map(each -> point(entry, each, judgements)).toList();
    return new CheckReport(
        request.question(),
        entry,
        request.draft(),
        "offline",
        judgements,
        points,
        score(judgements, points),
        List.of());
  }

  private static Judgement judged(Entry entry, Claim claim) {
    boolean order = ORDER.matcher(claim.text()).find();
    Optional<String> wrong =
        entry.mistakes().stream()
            .filter(each -> share(each.wrong(), claim.text()) > 0.8)
            .map(each -> each.right())
            .findFirst();
    boolean said = share(claim.text(), entry.text()) > 0.9;
    Verdict verdict =
        order
            ? Verdict.NOT_IN_SOURCE
            : wrong.isPresent()
                ? Verdict.CONTRADICTED
                : said ? Verdict.SUPPORTED : Verdict.NOT_IN_SOURCE;
    Reason reason =
        order
            ? Reason.INSTRUCTION
            : wrong.isPresent()
                ? Reason.KNOWN_MISTAKE
                : said ? Reason.SAME_WORDS : Reason.UNMENTIONED;
    List<SourceQuote> evidence =
        wrong.stream().map(each -> new SourceQuote(entry.span(), each)).toList();
    return new Judgement(claim, verdict, reason, evidence, 1, "offline", List.of());
  }

  private static PointCoverage point(Entry entry, KeyPoint point, List<Judgement> judgements) {
    Optional<Claim> made =
        judgements.stream()
            .filter(each -> each.verdict() == Verdict.SUPPORTED)
            .map(Judgement::claim)
            .filter(each -> share(point.text(), each.text()) > 0.6)
            .findFirst();
    return new PointCoverage(
        point.text(),
        made.isPresent() ? PointCoverage.State.MADE : PointCoverage.State.MISSED,
        made.isPresent() ? 1 : 0,
        made,
        new SourceQuote(entry.span().lines(point.line(), point.line()), point.text()));
  }

  private static Score score(List<Judgement> judgements, List<PointCoverage> points) {
    double coverage = points.stream().mapToDouble(PointCoverage::share).average().orElse(0);
    long wrong = judgements.stream().filter(each -> each.verdict() == Verdict.CONTRADICTED).count();
    int score = (int) Math.max(0, Math.round(100 * coverage) - 20 * wrong);
    return new Score(score, Math.max(0, score - 5), Math.min(100, score + 5), coverage, List.of());
  }

  /** How much of a text's units another one has. */
  private static double share(String text, String other) {
    Set<String> units = units(text);
    int all = units.size();
    units.retainAll(units(other));
    return all == 0 ? 0 : units.size() / (double) all;
  }

  private static Set<String> units(String text) {
    Set<String> units = new HashSet<>();
    UNIT.matcher(text).results().forEach(each -> units.add(each.group()));
    return units;
  }
}
