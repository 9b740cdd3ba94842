package dev.bagu.retrieval;

import dev.bagu.knowledge.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Orders candidates by a weighted sum of their signals, each standardised over the candidates of
 * the query.
 *
 * <p>The weights were fitted so that the softmax of the sums is the probability that a candidate is
 * the right one (listwise maximum likelihood: Cao et al., 2007, ListNet, with one right candidate).
 * Ties go to the lower entry ordinal.
 */
final class Ranker {
  private final Weights weights;

  Ranker(Weights weights) {
    this.weights = weights;
  }

  /**
   * A candidate in its place.
   *
   * @param candidate the candidate
   * @param sum the weighted sum, any range
   * @param share softmax of the sums: the probability that it is the right one, [0, 1]
   * @param contributions what each signal adds to the sum
   */
  record Ranked(Candidate candidate, double sum, double share, Map<Signal, Double> contributions) {}

  /** The candidates, best first. */
  List<Ranked> rank(List<Candidate> candidates, Language language) {
    List<Map<Signal, Double>> parts = new ArrayList<>();
    candidates.forEach(any -> parts.add(new EnumMap<>(Signal.class)));
    double[] sums = new double[candidates.size()];
    for (Signal signal : Signal.values()) {
      double weight = weights.rank(language, signal);
      double[] values = standardised(candidates, signal);
      for (int c = 0; c < values.length; c++) {
        parts.get(c).put(signal, weight * values[c]);
        sums[c] += weight * values[c];
      }
    }
    double best = Arrays.stream(sums).max().orElse(0);
    double all = 0;
    for (double sum : sums) {
      all += Math.exp(sum - best);
    }
    List<Ranked> ranked = new ArrayList<>();
    for (int c = 0; c < sums.length; c++) {
      double share = Math.exp(sums[c] - best) / all;
      ranked.add(new Ranked(candidates.get(c), sums[c], share, parts.get(c)));
    }
    // An exact wording is first whatever the signals say.
    ranked.sort(
        Comparator.comparingDouble((Ranked r) -> -r.candidate().get(Signal.EXACT))
            .thenComparingDouble(r -> -r.sum())
            .thenComparingInt(r -> r.candidate().entry()));
    return ranked;
  }

  /**
   * A signal's values with mean 0 and deviation 1 over the candidates; all 0 where they are all the
   * same.
   */
  static double[] standardised(List<Candidate> candidates, Signal signal) {
    double[] values = candidates.stream().mapToDouble(c -> c.get(signal)).toArray();
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double square = 0;
    for (double value : values) {
      square += (value - mean) * (value - mean) / values.length;
    }
    double deviation = Math.sqrt(square) + 1e-6;
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] - mean) / deviation;
    }
    return values;
  }
}
