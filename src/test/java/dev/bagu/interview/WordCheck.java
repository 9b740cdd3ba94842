package dev.bagu.interview;

import dev.bagu.check.CheckReport;
import dev.bagu.check.CheckRequest;
import dev.bagu.check.Claim;
import dev.bagu.check.Judgement;
import dev.bagu.check.PointCoverage;
import dev.bagu.check.Reason;
import dev.bagu.check.Score;
import dev.bagu.check.SourceQuote;
import dev.bagu.check.Verdict;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.KeyPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check by bare words: a sentence is supported where it is a key point, contradicted where it
 * holds a known mistake; a point is made where the draft holds it. 100 points for all, 20 less for
 * each contradiction, with a band of 5.
 */
final class WordCheck implements Function<CheckRequest, CheckReport> {
  private static final Pattern SENTENCE = Pattern.compile("[^。\\n]+");

  private final List<Entry> entries;
  final List<CheckRequest> asked = new ArrayList<>();

  WordCheck(List<Entry> entries) {
    this.entries = entries;
  }

  @Override
  public CheckReport apply(CheckRequest request) {
    asked.add(request);
    Entry entry = entries.get(request.entry());
    List<Judgement> judgements = new ArrayList<>();
    Matcher sentences = SENTENCE.matcher(request.draft());
    while (sentences.find()) {
      if (!sentences.group().isBlank()) {
        judgements.add(
            judged(entry, new Claim(sentences.group(), sentences.start(), sentences.end())));
      }
    }
    List<PointCoverage> points =
        entry.keyPoints().stream().map(each -> point(entry, each, request.draft())).toList();
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
    Optional<String> wrong =
        entry.mistakes().stream()
            .filter(each -> claim.text().contains(each.wrong()))
            .map(each -> each.right())
            .findFirst();
    boolean point = entry.keyPoints().stream().anyMatch(each -> claim.text().contains(each.text()));
    Verdict verdict =
        wrong.isPresent()
            ? Verdict.CONTRADICTED
            : point ? Verdict.SUPPORTED : Verdict.NOT_IN_SOURCE;
    return new Judgement(
        claim,
        verdict,
        wrong.isPresent() ? Reason.KNOWN_MISTAKE : point ? Reason.KEY_POINT : Reason.UNMENTIONED,
        wrong.stream().map(each -> new SourceQuote(entry.span(), each)).toList(),
        1,
        "offline",
        List.of());
  }

  private static PointCoverage point(Entry entry, KeyPoint point, String draft) {
    boolean made = draft.contains(point.text());
    return new PointCoverage(
        point.text(),
        made ? PointCoverage.State.MADE : PointCoverage.State.MISSED,
        made ? 1 : 0,
        made
            ? Optional.of(
                new Claim(
                    point.text(),
                    draft.indexOf(point.text()),
                    draft.indexOf(point.text()) + point.text().length()))
            : Optional.empty(),
        new SourceQuote(entry.span().lines(point.line(), point.line()), point.text()));
  }

  private static Score score(List<Judgement> judgements, List<PointCoverage> points) {
    double coverage =
        points.isEmpty()
            ? 0
            : points.stream().mapToDouble(PointCoverage::share).sum() / points.size();
    long wrong = judgements.stream().filter(each -> each.verdict() == Verdict.CONTRADICTED).count();
    int score = (int) Math.max(0, Math.round(100 * coverage) - 20 * wrong);
    return new Score(score, Math.max(0, score - 5), Math.min(100, score + 5), coverage, List.of());
  }
}
