package dev.bagu.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * Where a claim and the stretch of the source that it is laid against differ: negation, opposites,
 * rivals, order.
 *
 * @param values by name: {@code negation} whether one of them denies an odd number of times more;
 *     {@code loose-negations} negations of either without a counterpart at the aligned place;
 *     {@code opposites}, {@code rivals} words of the claim for which the stretch has only the
 *     opposite, or another member of the class; {@code same-contrasts} words of such families that
 *     both have; {@code opposed}, {@code rivalled} how surely the two stand at the same place
 *     (cosine); {@code flips} whether negations and opposites together turn the claim round; {@code
 *     split}, {@code inverted} shares of pairs of anchored words that stand in different clauses,
 *     or in another order; {@code swapped} how much better the clauses of the claim fit those of
 *     their opposites and rivals than their own
 */
record Comparison(Map<String, Double> values) {
  /** A token with a counterpart this near is the same word, or nearly. */
  private static final double ANCHOR = 0.8;

  /** Opposites whose words are this alike in their contexts stand at the same place. */
  private static final double SAME_PLACE = 0.6;

  /** A token this rare carries meaning: about one unit in eight or fewer holds it. */
  private static final double RARE = 2.0;

  /** Characters after a negation that it is about, as far as we look. */
  private static final int SCOPE = 6;

  static Comparison of(Reading claim, Alignment alignment, IntToDoubleFunction weight) {
    Reading other = alignment.statement().reading();
    boolean placed = claim.inPlace() && other.inPlace();
    int[] contrasts = contrasts(claim, alignment);
    double[] roles = roles(claim, alignment, weight);
    int loose = placed ? loose(claim, alignment) : 0;
    double opposed = placed ? against(claim, alignment, true) : 0;
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("negation", (claim.negations().size() - negationsIn(alignment)) % 2 != 0 ? 1.0 : 0);
    values.put("loose-negations", (double) loose);
    values.put("opposites", (double) contrasts[0]);
    values.put("rivals", (double) contrasts[1]);
    values.put("same-contrasts", (double) contrasts[2]);
    values.put("opposed", opposed);
    values.put("rivalled", placed ? against(claim, alignment, false) : 0);
    values.put("flips", (loose + (opposed > SAME_PLACE ? 1 : 0)) % 2 != 0 ? 1.0 : 0);
    values.put("split", roles[0]);
    values.put("inverted", roles[1]);
    values.put("swapped", placed ? swapped(claim, alignment, weight) : 0);
    return new Comparison(values);
  }

  private static int negationsIn(Alignment alignment) {
    return (int)
        alignment.statement().reading().negations().stream()
            .filter(each -> alignment.within(each.start()))
            .count();
  }

  /** Negations of the claim whose scope is affirmed at the aligned place, and the reverse. */
  private static int loose(Reading claim, Alignment alignment) {
    Reading other = alignment.statement().reading();
    Set<Polarity.Span> met = new HashSet<>();
    int loose = 0;
    for (Polarity.Span each : claim.negations()) {
      Polarity.Span counterpart = counterpart(claim, each, alignment);
      if (counterpart == null) {
        loose++;
      } else {
        met.add(counterpart);
      }
    }
    for (Polarity.Span each : other.negations()) {
      loose +=
          alignment.within(each.start()) && !met.contains(each) && scoped(each, alignment) ? 1 : 0;
    }
    return loose;
  }

  /** The negation of the source whose scope holds the counterpart of what a negation is about. */
  private static Polarity.@org.jspecify.annotations.Nullable Span counterpart(
      Reading claim, Polarity.Span negation, Alignment alignment) {
    Reading other = alignment.statement().reading();
    int first = claim.tokenAt(negation.start());
    for (int t = first;
        t < claim.tokens() && claim.encoding().starts()[t] < negation.end() + SCOPE;
        t++) {
      int at = other.encoding().starts()[alignment.partner()[t]];
      for (Polarity.Span each : other.negations()) {
        if (each.start() <= at && at < each.end() + SCOPE) {
          return each;
        }
      }
    }
    return null;
  }

  /** Whether something of the claim is aligned with what a negation of the source is about. */
  private static boolean scoped(Polarity.Span negation, Alignment alignment) {
    int[] starts = alignment.statement().reading().encoding().starts();
    for (int i = 0; i < alignment.partner().length; i++) {
      int at = starts[alignment.partner()[i]];
      if (alignment.best()[i] >= ANCHOR && at >= negation.end() && at < negation.end() + SCOPE) {
        return true;
      }
    }
    return false;
  }

  /**
   * How surely a word of the claim stands where the source has its opposite (or rival): the cosine
   * of the two words in their contexts, where the source has the word itself nowhere near; 0 for
   * none.
   */
  private static double against(Reading claim, Alignment alignment, boolean opposite) {
    Reading other = alignment.statement().reading();
    double most = 0;
    for (Contrasts.Mention each : claim.contrasts()) {
      if (each.opposite() != opposite) {
        continue;
      }
      double same = 0;
      double rival = 0;
      for (Contrasts.Mention there : other.contrasts()) {
        if (there.family() == each.family() && alignment.within(there.start())) {
          double cosine = cosine(claim, each, other, there);
          if (there.member() == each.member()) {
            same = Math.max(same, cosine);
          } else {
            rival = Math.max(rival, cosine);
          }
        }
      }
      most = Math.max(most, rival > same ? rival : 0);
    }
    return most;
  }

  private static double cosine(
      Reading claim, Contrasts.Mention a, Reading other, Contrasts.Mention b) {
    double most = 0;
    for (int i = claim.tokenAt(a.start());
        i < claim.tokens() && claim.encoding().starts()[i] < a.end();
        i++) {
      for (int j = other.tokenAt(b.start());
          j < other.tokens() && other.encoding().starts()[j] < b.end();
          j++) {
        most =
            Math.max(
                most, Alignment.dot(claim.encoding().tokens()[i], other.encoding().tokens()[j]));
      }
    }
    return most;
  }

  private static int[] contrasts(Reading claim, Alignment alignment) {
    List<Contrasts.Mention> there =
        alignment.statement().reading().contrasts().stream()
            .filter(each -> alignment.within(each.start()))
            .toList();
    int opposites = 0;
    int rivals = 0;
    int same = 0;
    for (Contrasts.Mention each : claim.contrasts()) {
      boolean stands =
          there.stream().anyMatch(o -> o.family() == each.family() && o.member() == each.member());
      boolean other =
          there.stream()
              .anyMatch(
                  o ->
                      o.family() == each.family()
                          && o.member() != each.member()
                          && claim.contrasts().stream()
                              .noneMatch(
                                  c -> c.family() == o.family() && c.member() == o.member()));
      if (stands) {
        same++;
      } else if (other) {
        opposites += each.opposite() ? 1 : 0;
        rivals += each.opposite() ? 0 : 1;
      }
    }
    return new int[] {opposites, rivals, same};
  }

  /**
   * For each word of the claim of whose family source and claim hold several members: how well the
   * rest of its clause fits the clauses of the other members, less how well it fits those of its
   * own. The largest of these differences.
   */
  private static double swapped(Reading claim, Alignment alignment, IntToDoubleFunction weight) {
    Reading other = alignment.statement().reading();
    double most = 0;
    for (Contrasts.Mention each : claim.contrasts()) {
      List<Clauses.Tokens> own = new ArrayList<>();
      List<Clauses.Tokens> rival = new ArrayList<>();
      for (Contrasts.Mention there : other.contrasts()) {
        if (there.family() == each.family()) {
          Clauses.Tokens clause =
              other
                  .clauses()
                  .get(Math.max(0, clause(other.clauses(), other.tokenAt(there.start()))));
          (there.member() == each.member() ? own : rival).add(clause);
        }
      }
      rival.removeAll(own);
      if (!own.isEmpty() && !rival.isEmpty()) {
        most =
            Math.max(
                most,
                fit(claim, each, rival, other, weight) - fit(claim, each, own, other, weight));
      }
    }
    return most;
  }

  /** How well the clause of a word, without the word itself, fits the best of some clauses. */
  private static double fit(
      Reading claim,
      Contrasts.Mention mention,
      List<Clauses.Tokens> clauses,
      Reading other,
      IntToDoubleFunction weight) {
    Clauses.Tokens around =
        claim.clauses().get(Math.max(0, clause(claim.clauses(), claim.tokenAt(mention.start()))));
    double best = 0;
    for (Clauses.Tokens there : clauses) {
      double sum = 0;
      double all = 1e-6;
      for (int i = around.from(); i < around.to(); i++) {
        int at = claim.encoding().starts()[i];
        if (at >= mention.start() && at < mention.end()) {
          continue;
        }
        float most = -1;
        for (int j = there.from(); j < there.to(); j++) {
          most =
              Math.max(
                  most, Alignment.dot(claim.encoding().tokens()[i], other.encoding().tokens()[j]));
        }
        double w = weight.applyAsDouble(claim.encoding().tokenIds()[i]);
        sum += w * most;
        all += w;
      }
      best = Math.max(best, sum / all);
    }
    return best;
  }

  /** A token of the claim with a sure counterpart. */
  private record Anchor(int token, int clause, int partner, int partnerClause) {}

  private static double[] roles(Reading claim, Alignment alignment, IntToDoubleFunction weight) {
    List<Anchor> anchors = anchors(claim, alignment, weight);
    if (anchors.size() < 2) {
      return new double[] {0, 0};
    }
    int pairs = 0;
    int crossed = 0;
    int inverted = 0;
    for (int a = 0; a < anchors.size(); a++) {
      for (int b = a + 1; b < anchors.size(); b++) {
        Anchor x = anchors.get(a);
        Anchor y = anchors.get(b);
        if (x.clause() == y.clause() && y.token() - x.token() > 1) {
          pairs++;
          crossed += x.partnerClause() != y.partnerClause() ? 1 : 0;
          inverted += x.partner() > y.partner() ? 1 : 0;
        }
      }
    }
    return pairs == 0
        ? new double[] {0, 0}
        : new double[] {(double) crossed / pairs, (double) inverted / pairs};
  }

  private static List<Anchor> anchors(
      Reading claim, Alignment alignment, IntToDoubleFunction weight) {
    List<Anchor> anchors = new ArrayList<>();
    for (int i = 0; i < claim.tokens(); i++) {
      if (alignment.best()[i] >= ANCHOR
          && weight.applyAsDouble(claim.encoding().tokenIds()[i]) >= RARE) {
        anchors.add(
            new Anchor(
                i,
                clause(claim.clauses(), i),
                alignment.partner()[i],
                clause(alignment.statement().reading().clauses(), alignment.partner()[i])));
      }
    }
    return anchors;
  }

  private static int clause(List<Clauses.Tokens> clauses, int token) {
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).holds(token)) {
        return i;
      }
    }
    return -1;
  }
}
