package dev.bagu.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * Everything that a verdict is decided from, by name: how alike claim and source are, where they
 * differ, which wrong beliefs the claim comes near, and how it is said.
 */
final class ClaimFeatures {
  /** Windows beside the best one in which a difference counts as well. */
  private static final int NEAR = 3;

  /** Windows in which a number may stand to be met. */
  private static final int NUMBERS = 5;

  /** Statements that a claim is laid against, token by token. */
  private static final int HELD = 32;

  private static final int DENIED = 12;
  private static final int ELSEWHERE = 12;

  private final IntToDoubleFunction weight;

  /**
   * Features over the words of an index.
   *
   * @param weight how much a token counts, by its id
   */
  ClaimFeatures(IntToDoubleFunction weight) {
    this.weight = weight;
  }

  /**
   * What was read of one claim.
   *
   * @param values the features, by name, in a fixed order
   * @param held what the entry holds to be so, the best window of each statement, best first
   * @param denied what it holds to be wrong, best first
   * @param elsewhere what other entries say, best first
   */
  record Read(
      Map<String, Double> values,
      List<Alignment> held,
      List<Alignment> denied,
      List<Alignment> elsewhere) {

    double value(String name) {
      return values.getOrDefault(name, 0.0);
    }

    /** How near the nearest statement comes that may be shown; 0 for none. */
    double quotable() {
      return held.stream()
          .filter(each -> Origins.quotable(each.statement()))
          .mapToDouble(Alignment::score)
          .findFirst()
          .orElse(0);
    }

    /** Whether the source lists wrong beliefs: then other weights apply. */
    boolean hasBeliefs() {
      return !denied.isEmpty();
    }
  }

  /** Reads a claim against statements, of which at least one must be held to be so. */
  Read read(Reading claim, List<Statement> statements) {
    List<Alignment> held = Alignment.ranked(claim, Origins.held(statements), HELD, weight);
    List<Alignment> denied = withRight(claim, statements, held);
    List<Alignment> elsewhere =
        Alignment.ranked(claim, Origins.elsewhere(statements), ELSEWHERE, weight);
    Map<String, Double> values = new LinkedHashMap<>();
    likeness(claim, held, values);
    words(claim, held, values);
    differences(claim, held, values);
    numbers(claim, held, values);
    manner(claim, held, values);
    values.put("elsewhere", elsewhere.isEmpty() ? 0 : elsewhere.get(0).score());
    values.put("elsewhere.pooled", pooled(claim, elsewhere.stream()));
    if (!denied.isEmpty()) {
      new BeliefFeatures(weight).read(claim, held, denied, values);
    }
    return new Read(values, held, denied, elsewhere);
  }

  /** The nearest wrong statements; the right ones beside them join what is held. */
  private List<Alignment> withRight(
      Reading claim, List<Statement> statements, List<Alignment> held) {
    List<Alignment> denied = Alignment.ranked(claim, Origins.denied(statements), DENIED, weight);
    Set<Statement> there = new HashSet<>();
    held.forEach(each -> there.add(each.statement()));
    for (Alignment wrong : denied) {
      statements.stream()
          .filter(each -> Origins.pair(each, wrong.statement()) && there.add(each))
          .forEach(each -> held.add(Alignment.of(claim, each, weight)));
    }
    held.sort(Comparator.comparingDouble(Alignment::score).reversed());
    return denied;
  }

  private void likeness(Reading claim, List<Alignment> held, Map<String, Double> values) {
    Alignment best = held.get(0);
    float[] bag = bag(held, claim.tokens());
    values.put("covered", best.covered());
    values.put("covers", best.covers());
    values.put("covered.second", held.get(Math.min(1, held.size() - 1)).covered());
    values.put("lowest", lowest(best.best()));
    values.put("pooled", pooled(claim, held.stream().limit(NEAR)));
    values.put("pooled.all", pooled(claim, held.stream()));
    values.put("bag", mean(claim, bag, weight));
    values.put("bag.lowest", lowest(bag));
    float[] misplaced = new float[bag.length];
    for (int i = 0; i < bag.length; i++) {
      misplaced[i] = bag[i] - best.best()[i];
    }
    values.put("misplaced", mean(claim, misplaced, weight));
    values.put("key-point", best(held, Statement.Origin.KEY_POINT));
    values.put("correction", best(held, Statement.Origin.CORRECTION));
    values.put("said-right", best(held, Statement.Origin.SAID_RIGHT));
  }

  private static double best(List<Alignment> held, Statement.Origin origin) {
    return held.stream()
        .filter(each -> each.statement().origin() == origin)
        .mapToDouble(Alignment::score)
        .findFirst()
        .orElse(0);
  }

  /** The largest cosine of the claim's pooled vector to those of some statements. */
  static double pooled(Reading claim, Stream<Alignment> others) {
    return others
        .mapToDouble(
            each ->
                Alignment.dot(
                    claim.encoding().pooled(), each.statement().reading().encoding().pooled()))
        .max()
        .orElse(0);
  }

  /** For each token of the claim its best counterpart anywhere. */
  private static float[] bag(List<Alignment> held, int tokens) {
    float[] bag = new float[tokens];
    Arrays.fill(bag, -1);
    for (Alignment each : held) {
      for (int i = 0; i < tokens; i++) {
        bag[i] = Math.max(bag[i], each.best()[i]);
      }
    }
    return bag;
  }

  /** The mean over the tokens of a claim, rarer ones counting for more. */
  static double mean(Reading claim, float[] values, IntToDoubleFunction weight) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      double w = weight.applyAsDouble(claim.encoding().tokenIds()[i]);
      sum += w * values[i];
      all += w;
    }
    return all == 0 ? 0 : sum / all;
  }

  /** The mean of the fifth of the tokens that fare worst. */
  private static double lowest(float[] best) {
    float[] sorted = best.clone();
    Arrays.sort(sorted);
    int n = Math.max(1, sorted.length / 5);
    double sum = 0;
    for (int i = 0; i < Math.min(n, sorted.length); i++) {
      sum += sorted[i];
    }
    return sorted.length == 0 ? 0 : sum / n;
  }

  private static void words(Reading claim, List<Alignment> held, Map<String, Double> values) {
    values.put("terms", share(claim, held.stream().limit(1).toList()));
    values.put("terms.near", share(claim, held.stream().limit(NEAR).toList()));
    values.put("terms.entry", share(claim, held));
    long near = named(claim, held.stream().limit(NEAR).toList());
    long all = named(claim, held);
    values.put("names", (double) claim.names().size());
    values.put("names.new", (double) (claim.names().size() - all));
    values.put("names.far", (double) (all - near));
  }

  /** How many names of the claim stand in some statements. */
  private static long named(Reading claim, List<Alignment> held) {
    return claim.names().stream()
        .filter(
            name ->
                held.stream()
                    .anyMatch(
                        each ->
                            each.statement()
                                .reading()
                                .text()
                                .toLowerCase(Locale.ROOT)
                                .contains(name)))
        .count();
  }

  /** The share of the claim's terms that stand in some statements. */
  static double share(Reading claim, List<Alignment> statements) {
    long found =
        claim.terms().stream()
            .filter(
                term ->
                    statements.stream()
                        .anyMatch(each -> each.statement().reading().terms().contains(term)))
            .count();
    return claim.terms().isEmpty() ? 0 : (double) found / claim.terms().size();
  }

  private void differences(Reading claim, List<Alignment> held, Map<String, Double> values) {
    List<Comparison> near =
        held.stream().limit(NEAR).map(each -> Comparison.of(claim, each, weight)).toList();
    near.get(0).values().forEach(values::put);
    near.get(0)
        .values()
        .keySet()
        .forEach(
            name ->
                values.put(
                    "near." + name,
                    near.stream()
                        .mapToDouble(each -> each.values().getOrDefault(name, 0.0))
                        .sum()));
  }

  private static void numbers(Reading claim, List<Alignment> held, Map<String, Double> values) {
    int best = 0;
    int near = 0;
    int known = 0;
    int clash = 0;
    for (Quantity each : claim.quantities()) {
      boolean inNear = met(each, held.stream().limit(NUMBERS));
      best += met(each, held.stream().limit(1)) ? 1 : 0;
      near += inNear ? 1 : 0;
      known += met(each, held.stream()) ? 1 : 0;
      clash += !inNear && held.stream().limit(NEAR).anyMatch(a -> rivals(each, a)) ? 1 : 0;
    }
    int n = claim.quantities().size();
    values.put("numbers", (double) n);
    values.put("numbers.best", (double) best);
    values.put("numbers.near", (double) near);
    values.put("numbers.elsewhere", (double) (known - near));
    values.put("numbers.new", (double) (n - known));
    values.put("numbers.clash", (double) clash);
    values.put("numbers.clash-new", (double) Math.min(clash, n - known));
  }

  private static boolean met(Quantity quantity, Stream<Alignment> statements) {
    return statements.anyMatch(
        each -> each.statement().reading().quantities().stream().anyMatch(quantity::agrees));
  }

  /** Whether a window has another number of the same unit. */
  private static boolean rivals(Quantity quantity, Alignment alignment) {
    return alignment.statement().reading().quantities().stream()
        .anyMatch(other -> other.unit().equals(quantity.unit()) && alignment.within(other.start()));
  }

  private static void manner(Reading claim, List<Alignment> held, Map<String, Double> values) {
    String there = held.get(0).statement().reading().text();
    values.put("length", Math.log(1 + claim.tokens()));
    values.put("negated", (double) claim.negations().size());
    values.put("absolutes", (double) Polarity.absolutes(claim.text()));
    values.put("absolutes.there", (double) Polarity.absolutes(there));
    values.put("hedges", (double) Polarity.hedges(claim.text()));
    values.put("hedges.there", (double) Polarity.hedges(there));
    values.put("personal", (double) Polarity.personal(claim.text()));
  }
}
