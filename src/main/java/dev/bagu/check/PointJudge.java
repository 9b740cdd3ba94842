package dev.bagu.check;

import dev.bagu.check.PointCoverage.State;
import dev.bagu.check.Statement.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Says of each key point whether the claims of a draft make it. Only claims that the source
 * supports count: what is wrong, or not in the source, makes no point.
 */
final class PointJudge {
  private static final String[] OUTCOMES = {"missed", "made"};

  /** From this probability on a point is made. */
  private static final double MADE = 0.6;

  /** From this probability on it is partly made. */
  private static final double PARTLY = 0.45;

  /** A claim that copies the sentence which a point sums up makes the point. */
  private static final double HOME = 0.62;

  private final CheckWeights weights;
  private final IntToDoubleFunction weight;

  PointJudge(CheckWeights weights, IntToDoubleFunction weight) {
    this.weights = weights;
    this.weight = weight;
  }

  /**
   * A claim that was judged.
   *
   * @param judgement its verdict
   * @param reading its words
   */
  record Judged(Judgement judgement, Reading reading) {
    boolean counts() {
      return judgement.verdict() == Verdict.SUPPORTED;
    }
  }

  PointCoverage judge(Statement point, List<Statement> body, List<Judged> claims) {
    List<Judged> counting = claims.stream().filter(Judged::counts).toList();
    Optional<Judged> copied = copied(point, body, counting);
    if (copied.isPresent()) {
      return coverage(point, State.MADE, 1, copied.map(each -> each.judgement().claim()));
    }
    if (counting.isEmpty()) {
      return coverage(point, State.MISSED, 0, Optional.empty());
    }
    double made = weights.probabilities("point", OUTCOMES, features(point, counting, claims))[1];
    Optional<Claim> nearest =
        counting.stream()
            .max(Comparator.comparingDouble(each -> alignment(point, each).score()))
            .map(each -> each.judgement().claim());
    if (made >= MADE) {
      return coverage(point, State.MADE, 1, nearest);
    }
    return made >= PARTLY
        ? coverage(point, State.PARTLY, made, nearest)
        : coverage(point, State.MISSED, 0, Optional.empty());
  }

  private static PointCoverage coverage(
      Statement point, State state, double share, Optional<Claim> made) {
    return new PointCoverage(point.source().quote(), state, share, made, point.source());
  }

  /** The claim that copies the point, or the sentence of the text that the point sums up. */
  private Optional<Judged> copied(Statement point, List<Statement> body, List<Judged> claims) {
    List<Statement> homes = new ArrayList<>(List.of(point));
    body.stream()
        .filter(each -> each.origin() == Origin.BODY && !each.source().equals(point.source()))
        .map(each -> Alignment.of(point.reading(), each, weight))
        .filter(each -> each.covered() >= HOME)
        .max(Comparator.comparingDouble(Alignment::score))
        .ifPresent(best -> homes.add(best.statement()));
    return claims.stream()
        .filter(
            claim ->
                homes.stream()
                    .anyMatch(
                        home -> {
                          NearCopy copy = NearCopy.of(home.reading(), claim.reading());
                          NearCopy back = NearCopy.of(claim.reading(), home.reading());
                          return copy.isCopy() || (back.isCopy() && covers(claim, home));
                        }))
        .findFirst();
  }

  /** Whether a copied stretch is most of the sentence. */
  private static boolean covers(Judged claim, Statement home) {
    return claim.reading().tokens() * 2 >= home.reading().tokens();
  }

  private Alignment alignment(Statement point, Judged claim) {
    return Alignment.of(
        point.reading(), new Statement(point.source(), Origin.BODY, claim.reading()), weight);
  }

  /** What is looked at, by name. */
  Map<String, Double> features(Statement point, List<Judged> counting, List<Judged> all) {
    Map<String, Double> values = new LinkedHashMap<>();
    float[] bag = new float[point.reading().tokens()];
    Arrays.fill(bag, -1);
    double score = 0;
    double covered = 0;
    double covers = 0;
    double pooled = 0;
    for (Judged claim : counting) {
      Alignment each = alignment(point, claim);
      score = Math.max(score, each.score());
      covered = Math.max(covered, each.covered());
      covers = Math.max(covers, each.covers());
      for (int i = 0; i < bag.length; i++) {
        bag[i] = Math.max(bag[i], each.best()[i]);
      }
      pooled =
          Math.max(
              pooled,
              Alignment.dot(
                  point.reading().encoding().pooled(), claim.reading().encoding().pooled()));
    }
    values.put("score", score);
    values.put("covered", covered);
    values.put("covers", covers);
    values.put("bag", ClaimFeatures.mean(point.reading(), bag, weight));
    values.put("pooled", pooled);
    values.put("terms", terms(point, counting));
    values.put("numbers", numbers(point, counting));
    values.put("claims", Math.log(1 + counting.size()));
    values.put(
        "wrong",
        all.stream()
            .filter(each -> each.judgement().verdict() == Verdict.CONTRADICTED)
            .mapToDouble(each -> alignment(point, each).score())
            .max()
            .orElse(0));
    return values;
  }

  private static double terms(Statement point, List<Judged> claims) {
    long met =
        point.reading().terms().stream()
            .filter(term -> claims.stream().anyMatch(c -> c.reading().terms().contains(term)))
            .count();
    return point.reading().terms().isEmpty() ? 0 : (double) met / point.reading().terms().size();
  }

  /** Share of the point's numbers that a claim says; 1 where it has none. */
  private static double numbers(Statement point, List<Judged> claims) {
    List<Quantity> wanted = point.reading().quantities();
    long met =
        wanted.stream()
            .filter(
                q ->
                    claims.stream()
                        .anyMatch(c -> c.reading().quantities().stream().anyMatch(q::agrees)))
            .count();
    return wanted.isEmpty() ? 1 : (double) met / wanted.size();
  }
}
