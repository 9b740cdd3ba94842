package dev.bagu.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bagu.check.PointCoverage.State;
import dev.bagu.knowledge.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What verdicts and points come to. */
class ScorerTest {
  private static final long SEED = 20_240_612;
  private static final SourceQuote SOURCE =
      new SourceQuote(new SourceSpan("a.md", "h", List.of("h"), 1, 1), "q");

  @ParameterizedTest(name = "{0} of {1} points, {2} right, {3} wrong: {4}")
  @CsvSource({
    "0, 4, 0, 0, 0",
    "4, 4, 4, 0, 100",
    "2, 4, 4, 0, 50",
    "4, 4, 4, 4, 75",
    "4, 4, 3, 1, 88",
    "2, 4, 1, 1, 38",
    "0, 4, 0, 3, 0",
    "0, 0, 2, 0, 0",
  })
  void points_are_coverage_less_half_the_share_of_what_is_wrong(
      int made, int all, int right, int wrong, int points) {
    List<PointCoverage> coverage = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      coverage.add(point(i < made ? State.MADE : State.MISSED, i < made ? 1 : 0));
    }
    Score score = Scorer.score(coverage, judgements(right, wrong, 5, 0.99));

    assertThat(score.points()).isEqualTo(points);
    assertThat(score.isBand()).isFalse();
    assertThat(score.terms().stream().mapToDouble(Score.Term::points).sum())
        .isCloseTo(points, within(0.51));
  }

  @Test
  void a_point_that_is_made_in_part_counts_in_part() {
    List<PointCoverage> points = List.of(point(State.PARTLY, 0.6), point(State.MISSED, 0));

    Score score = Scorer.score(points, judgements(1, 0, 0, 0.99));

    assertThat(score.points()).isEqualTo(30);
    assertThat(score.low()).isZero();
    assertThat(score.high()).isEqualTo(50);
  }

  @Test
  void one_more_point_never_lowers_and_one_more_wrong_claim_never_raises_and_the_band_holds() {
    Random random = new Random(SEED);
    for (int round = 0; round < 3000; round++) {
      String at = "seed " + SEED + " round " + round;
      List<Judgement> judgements = random(random);
      List<PointCoverage> points = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        State state = List.of(State.values()).get(random.nextInt(3));
        double share = state == State.MADE ? 1 : state == State.MISSED ? 0 : random.nextDouble();
        points.add(point(state, share));
      }
      Score score = Scorer.score(points, judgements);

      assertThat(score.points()).as(at).isBetween(score.low(), score.high());
      assertThat(score.low()).as(at).isNotNegative();
      assertThat(score.high()).as(at).isLessThanOrEqualTo(100);

      List<Judgement> worse = new ArrayList<>(judgements);
      worse.add(judgement(99, Verdict.CONTRADICTED, random.nextDouble()));
      assertThat(Scorer.score(points, worse).points()).as(at).isLessThanOrEqualTo(score.points());

      List<Judgement> idle = new ArrayList<>(judgements);
      idle.add(judgement(98, Verdict.NOT_IN_SOURCE, random.nextDouble()));
      assertThat(Scorer.score(points, idle).points()).as(at).isEqualTo(score.points());

      int raised = random.nextInt(points.size());
      List<PointCoverage> better = new ArrayList<>(points);
      better.set(raised, point(State.MADE, 1));
      assertThat(Scorer.score(better, judgements).points())
          .as(at)
          .isGreaterThanOrEqualTo(score.points());
    }
  }

  @Test
  void uncertain_verdicts_widen_the_band_to_both_sides() {
    List<PointCoverage> points = List.of(point(State.MADE, 1), point(State.MISSED, 0));
    List<Judgement> judgements = new ArrayList<>(judgements(2, 0, 0, 0.99));
    judgements.add(judgement(7, Verdict.CONTRADICTED, 0.5));
    judgements.add(judgement(8, Verdict.SUPPORTED, 0.5));

    Score score = Scorer.score(points, judgements);

    assertThat(score.low()).isLessThan(score.points());
    assertThat(score.high()).isGreaterThan(score.points());
  }

  private static List<Judgement> random(Random random) {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      Verdict verdict = List.of(Verdict.values()).get(random.nextInt(3));
      judgements.add(judgement(i, verdict, random.nextDouble()));
    }
    return judgements;
  }

  private static List<Judgement> judgements(int right, int wrong, int other, double certainty) {
    List<Judgement> all = new ArrayList<>();
    for (int i = 0; i < right + wrong + other; i++) {
      Verdict verdict =
          i < right
              ? Verdict.SUPPORTED
              : i < right + wrong ? Verdict.CONTRADICTED : Verdict.NOT_IN_SOURCE;
      all.add(judgement(i, verdict, certainty));
    }
    return all;
  }

  private static Judgement judgement(int at, Verdict verdict, double certainty) {
    return new Judgement(
        new Claim("c", at, at + 1),
        verdict,
        Reason.UNMENTIONED,
        List.of(),
        certainty,
        OfflineJudge.NAME,
        List.of());
  }

  private static PointCoverage point(State state, double share) {
    Optional<Claim> made =
        state == State.MISSED ? Optional.empty() : Optional.of(new Claim("c", 3, 4));
    return new PointCoverage("p", state, share, made, SOURCE);
  }
}
