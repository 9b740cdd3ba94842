package dev.bagu.evaluation;

import dev.bagu.retrieval.Passage;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The order that passages would have without some of their signals; weights stay as they are. */
final class Order {
  /** The signal of a query that is a stored wording, which puts its entry first. */
  static final String EXACT = "exact";

  private Order() {}

  /**
   * The passages, best first by what the kept signals add up to; ties keep their order.
   *
   * @param keep which signals count, by name
   */
  static List<Passage> by(List<Passage> passages, Predicate<String> keep) {
    Comparator<Passage> bySum = Comparator.comparingDouble(passage -> -sum(passage, keep));
    Comparator<Passage> order =
        keep.test(EXACT)
            ? Comparator.comparing(Passage::exact).reversed().thenComparing(bySum)
            : bySum;
    return passages.stream().sorted(order).toList();
  }

  private static double sum(Passage passage, Predicate<String> keep) {
    return passage.features().stream()
        .filter(feature -> keep.test(feature.name()))
        .mapToDouble(Passage.Feature::contribution)
        .sum();
  }
}
