package dev.bagu.cli;

import dev.bagu.check.CheckReport;
import dev.bagu.check.Judgement;
import dev.bagu.check.PointCoverage;
import dev.bagu.check.SourceQuote;
import dev.bagu.check.Verdict;
import dev.bagu.cli.terminal.DisplayWidth;
import dev.bagu.cli.terminal.Sanitizer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The one thing to do next: put the surest contradiction right, else add the first missed key
 * point, else prove or drop a claim that the source does not make, else complete a key point.
 */
final class CheckAdvice {
  /** Fewest columns of quoted words that still tell which words are meant. */
  private static final int SHORTEST = 16;

  private final CheckWords words;
  private final CheckReport report;
  private final int width;

  private CheckAdvice(CheckWords words, CheckReport report, int width) {
    this.words = words;
    this.report = report;
    this.width = width;
  }

  /** The advice on one line of at most {@code width} columns; quoted words are cut to fit. */
  static String of(CheckWords words, CheckReport report, int width) {
    return new CheckAdvice(words, report, width).advice();
  }

  private String advice() {
    List<Integer> wrong = claims(Verdict.CONTRADICTED);
    if (!wrong.isEmpty()) {
      return contradicted(wrong.get(0));
    }
    if (!report.missed().isEmpty()) {
      return cut("check.advice.missed", report.missed().get(0).point());
    }
    List<Integer> unproven = claims(Verdict.NOT_IN_SOURCE);
    if (!unproven.isEmpty()) {
      return words.text("check.advice.unproven", unproven.get(0) + 1);
    }
    return report.points().stream()
        .filter(point -> point.state() == PointCoverage.State.PARTLY)
        .findFirst()
        .map(point -> cut("check.advice.partly", point.point()))
        .orElseGet(() -> words.text("check.advice.good"));
  }

  /** Indices of the claims of a verdict, the surest first, then in the order of the draft. */
  private List<Integer> claims(Verdict verdict) {
    List<Judgement> all = report.judgements();
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).verdict() == verdict)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -all.get(i).certainty()))
        .toList();
  }

  private String contradicted(int claim) {
    List<SourceQuote> evidence = report.judgements().get(claim).evidence();
    if (evidence.isEmpty()) {
      return words.text("check.advice.wrong", claim + 1);
    }
    return cut("check.advice.contradicted", evidence.get(0).quote(), claim + 1);
  }

  /** A text of a key with quoted words in place of {@code {0}}, on one line. */
  private String cut(String key, String quoted, Object... further) {
    String flat = Sanitizer.clean(quoted).replace("**", "").replaceAll("\\s+", " ").strip();
    int room = width - DisplayWidth.of(words.text(key, arguments("", further)));
    return words.text(key, arguments(DisplayWidth.cut(flat, Math.max(SHORTEST, room)), further));
  }

  private static Object[] arguments(String first, Object... further) {
    Object[] all = new Object[further.length + 1];
    all[0] = first;
    System.arraycopy(further, 0, all, 1, further.length);
    return all;
  }
}
