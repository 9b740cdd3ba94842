package dev.bagu.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * What known wrong beliefs say of a claim: whether it comes nearer to a wrong statement or to the
 * right one about the same fact.
 */
final class BeliefFeatures {
  /** Sharpness of the mean over pairs: the nearest ones decide. */
  private static final double SHARPNESS = 25;

  private final IntToDoubleFunction weight;

  BeliefFeatures(IntToDoubleFunction weight) {
    this.weight = weight;
  }

  /** A wrong statement with the right one beside it. */
  private record Pair(Alignment wrong, Alignment right) {
    double nearness() {
      return Math.max(wrong.score(), right.score());
    }

    double margin() {
      return wrong.score() - right.score();
    }
  }

  /** Adds the features; there must be a denied statement. */
  void read(
      Reading claim, List<Alignment> held, List<Alignment> denied, Map<String, Double> values) {
    Alignment belief = denied.get(0);
    Alignment best = held.get(0);
    Alignment right = right(belief, held).orElse(best);
    double[] only = only(claim, belief, right);
    double[] against = only(claim, belief, best);
    Comparison with = Comparison.of(claim, belief, weight);
    values.put("belief", belief.score());
    values.put("belief.covered", belief.covered());
    values.put("belief.gap", belief.score() - right.score());
    values.put("belief.lead", belief.score() - best.score());
    values.put("belief.only", only[0]);
    values.put("belief.right-only", only[1]);
    values.put("belief.only-best", against[0]);
    values.put("belief.best-only", against[1]);
    values.put(
        "belief.terms",
        ClaimFeatures.share(claim, List.of(belief)) - ClaimFeatures.share(claim, List.of(right)));
    values.put("belief.negation", with.values().getOrDefault("negation", 0.0));
    values.put("belief.opposed", with.values().getOrDefault("opposed", 0.0));
    values.put(
        "belief.pooled",
        ClaimFeatures.pooled(claim, denied.stream()) - ClaimFeatures.pooled(claim, held.stream()));
    pairs(claim, held, denied, values);
  }

  private void pairs(
      Reading claim, List<Alignment> held, List<Alignment> denied, Map<String, Double> values) {
    List<Pair> pairs =
        denied.stream()
            .flatMap(wrong -> right(wrong, held).map(right -> new Pair(wrong, right)).stream())
            .sorted(Comparator.comparingDouble(Pair::nearness).reversed())
            .toList();
    double sum = 0;
    double all = 1e-9;
    for (Pair pair : pairs) {
      double w = Math.exp(SHARPNESS * pair.nearness());
      sum += w * pair.margin();
      all += w;
    }
    Optional<Pair> first = pairs.stream().findFirst();
    values.put("pair", first.map(Pair::nearness).orElse(0.0));
    values.put("pair.margin", first.map(Pair::margin).orElse(0.0));
    values.put("pair.margins", sum / all);
    values.put("pair.pooled", first.map(pair -> pooledMargin(claim, pair)).orElse(0.0));
    double[] only = first.map(p -> only(claim, p.wrong(), p.right())).orElse(new double[2]);
    values.put("pair.only", only[0] - only[1]);
    values.put("pair.terms", first.map(pair -> termMargin(claim, pair)).orElse(0.0));
    values.put("pair.numbers", first.map(pair -> numberMargin(claim, pair)).orElse(0.0));
  }

  private static double pooledMargin(Reading claim, Pair pair) {
    return Alignment.dot(
            claim.encoding().pooled(), pair.wrong().statement().reading().encoding().pooled())
        - Alignment.dot(
            claim.encoding().pooled(), pair.right().statement().reading().encoding().pooled());
  }

  private static double termMargin(Reading claim, Pair pair) {
    return ClaimFeatures.share(claim, List.of(pair.wrong()))
        - ClaimFeatures.share(claim, List.of(pair.right()));
  }

  /** Numbers of the claim that only the wrong statement has, less those that only the right has. */
  private static double numberMargin(Reading claim, Pair pair) {
    double margin = 0;
    for (Quantity each : claim.quantities()) {
      margin += has(pair.wrong(), each) ? 1 : 0;
      margin -= has(pair.right(), each) ? 1 : 0;
    }
    return margin;
  }

  private static boolean has(Alignment alignment, Quantity quantity) {
    return alignment.statement().reading().quantities().stream().anyMatch(quantity::agrees);
  }

  private static Optional<Alignment> right(Alignment wrong, List<Alignment> held) {
    return held.stream()
        .filter(each -> Origins.pair(each.statement(), wrong.statement()))
        .findFirst();
  }

  /** How much of the claim one alignment covers better than another, and the reverse. */
  private double[] only(Reading claim, Alignment a, Alignment b) {
    float[] first = new float[claim.tokens()];
    float[] second = new float[claim.tokens()];
    for (int i = 0; i < first.length; i++) {
      float difference = a.best()[i] - b.best()[i];
      first[i] = Math.max(0, difference);
      second[i] = Math.max(0, -difference);
    }
    return new double[] {
      ClaimFeatures.mean(claim, first, weight), ClaimFeatures.mean(claim, second, weight)
    };
  }
}
