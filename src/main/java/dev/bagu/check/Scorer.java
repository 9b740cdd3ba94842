package dev.bagu.check;

import dev.bagu.check.PointCoverage.State;
import java.util.List;

/**
 * Computes the score of a draft: {@code 100 × coverage × (1 − 0.5 × wrong / (right + wrong))},
 * where coverage is the mean share of the key points, right the supported claims and wrong the
 * contradicted ones.
 *
 * <p>Claims that the source does not mention neither add nor take away; saying a thing twice makes
 * no second point. The band is what the points would be if every uncertain verdict (under {@value
 * #CERTAIN}) fell the other way.
 */
final class Scorer {
  /** Under this certainty a verdict widens the band. */
  static final double CERTAIN = 0.6;

  /** What the points lose when all that is said is wrong. */
  private static final double PENALTY = 0.5;

  private Scorer() {}

  static Score score(List<PointCoverage> points, List<Judgement> judgements) {
    double coverage = points.stream().mapToDouble(PointCoverage::share).average().orElse(0);
    int right = count(judgements, Verdict.SUPPORTED, 0);
    int wrong = count(judgements, Verdict.CONTRADICTED, 0);
    double kept = kept(right, wrong);
    int total = (int) Math.round(100 * coverage * kept);
    int doubtfulRight = right - count(judgements, Verdict.SUPPORTED, CERTAIN);
    int doubtfulWrong = wrong - count(judgements, Verdict.CONTRADICTED, CERTAIN);
    double low =
        shaken(points, judgements, false) * kept(right - doubtfulRight, wrong + doubtfulRight);
    double high =
        shaken(points, judgements, true) * kept(right + doubtfulWrong, wrong - doubtfulWrong);
    return new Score(
        total,
        Math.min(total, (int) Math.round(100 * low)),
        Math.max(total, (int) Math.round(100 * high)),
        coverage,
        List.of(
            new Score.Term("coverage", 100 * coverage),
            new Score.Term("contradicted", 100 * coverage * (kept - 1))));
  }

  private static double kept(int right, int wrong) {
    return right + wrong == 0 ? 1 : 1 - PENALTY * wrong / (right + wrong);
  }

  private static int count(List<Judgement> judgements, Verdict verdict, double certainty) {
    return (int)
        judgements.stream()
            .filter(each -> each.verdict() == verdict && each.certainty() >= certainty)
            .count();
  }

  /** Coverage where points that rest on an uncertain claim, or are half made, fall one way. */
  private static double shaken(List<PointCoverage> points, List<Judgement> judgements, boolean up) {
    return points.stream()
        .mapToDouble(
            point -> {
              boolean doubtful =
                  point.state() == State.PARTLY
                      || point.made().map(claim -> doubtful(claim, judgements)).orElse(false);
              return !doubtful
                  ? point.share()
                  : up ? 1 : point.state() == State.PARTLY ? 0 : point.share() / 2;
            })
        .average()
        .orElse(0);
  }

  private static boolean doubtful(Claim claim, List<Judgement> judgements) {
    return judgements.stream()
        .anyMatch(each -> each.claim().equals(claim) && each.certainty() < CERTAIN);
  }
}
