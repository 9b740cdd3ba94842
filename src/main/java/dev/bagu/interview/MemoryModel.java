package dev.bagu.interview;

import java.util.List;

/**
 * The formulas of FSRS-6: difficulty D in [1, 10], stability S in days, retrievability R in [0, 1].
 *
 * <p>Source: the FSRS4Anki wiki, "The Algorithm", section FSRS-6, and the reference implementation
 * py-fsrs 6. At {@code S} days after a review R is 0.9 whatever the decay; the decay {@code w20}
 * says how flat the curve is afterwards.
 *
 * @param w the parameters w0 to w20
 */
record MemoryModel(List<Double> w) {
  /** The 21 default parameters of FSRS-6, as py-fsrs publishes them. */
  static final MemoryModel DEFAULT =
      new MemoryModel(
          List.of(
              0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
              1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542));

  private static final double LEAST_STABILITY = 0.001;

  /** Checks their number. */
  MemoryModel {
    w = List.copyOf(w);
    if (w.size() != 21 || !(w.get(20) > 0)) {
      throw new IllegalArgumentException(
          "illegal parameters: " + w + ", must be 21 with a decay above 0");
    }
  }

  /** {@code R(t, S) = (1 + factor · t / S)^(-w20)}, with {@code t} in days. */
  double retrievability(double days, double stability) {
    return Math.pow(1 + factor() * days / stability, -w.get(20));
  }

  /** The days after which R has fallen to {@code retention}, before rounding. */
  double interval(double stability, double retention) {
    return stability / factor() * (Math.pow(retention, -1 / w.get(20)) - 1);
  }

  /** {@code S0(G) = w[G-1]}. */
  double firstStability(Rating rating) {
    return Math.max(w.get(rating.grade() - 1), LEAST_STABILITY);
  }

  /** {@code D0(G) = w4 - e^(w5 · (G - 1)) + 1}. */
  double firstDifficulty(Rating rating) {
    return clamped(rawDifficulty(rating));
  }

  /**
   * {@code D' = w7 · D0(4) + (1 - w7) · (D - w6 · (G - 3) · (10 - D) / 9)}: the damping keeps D
   * below 10, the reversion draws it slowly back to easy.
   */
  double nextDifficulty(double difficulty, Rating rating) {
    double change = -w.get(6) * (rating.grade() - 3) * (10 - difficulty) / 9;
    double reverted =
        w.get(7) * rawDifficulty(Rating.EASY) + (1 - w.get(7)) * (difficulty + change);
    return clamped(reverted);
  }

  /**
   * Within a day: {@code S' = S · e^(w17 · (G - 3 + w18)) · S^(-w19)}, never less for good, easy.
   */
  double sameDayStability(double stability, Rating rating) {
    double growth =
        Math.exp(w.get(17) * (rating.grade() - 3 + w.get(18))) * Math.pow(stability, -w.get(19));
    boolean recalled = rating == Rating.GOOD || rating == Rating.EASY;
    return Math.max(stability * (recalled ? Math.max(growth, 1) : growth), LEAST_STABILITY);
  }

  /** After a day or more. */
  double nextStability(double difficulty, double stability, double recall, Rating rating) {
    double next =
        rating == Rating.AGAIN
            ? forgotten(difficulty, stability, recall)
            : recalled(difficulty, stability, recall, rating);
    return Math.max(next, LEAST_STABILITY);
  }

  /** {@code S · (1 + e^w8 · (11 - D) · S^(-w9) · (e^(w10 · (1 - R)) - 1) · penalty · bonus)}. */
  private double recalled(double difficulty, double stability, double recall, Rating rating) {
    double penalty = rating == Rating.HARD ? w.get(15) : 1;
    double bonus = rating == Rating.EASY ? w.get(16) : 1;
    double growth =
        Math.exp(w.get(8))
            * (11 - difficulty)
            * Math.pow(stability, -w.get(9))
            * (Math.exp((1 - recall) * w.get(10)) - 1);
    return stability * (1 + growth * penalty * bonus);
  }

  /**
   * {@code w11 · D^(-w12) · ((S + 1)^w13 - 1) · e^(w14 · (1 - R))}, at most {@code S / e^(w17 ·
   * w18)}: forgetting never makes a memory more stable.
   */
  private double forgotten(double difficulty, double stability, double recall) {
    double lapse =
        w.get(11)
            * Math.pow(difficulty, -w.get(12))
            * (Math.pow(stability + 1, w.get(13)) - 1)
            * Math.exp((1 - recall) * w.get(14));
    return Math.min(lapse, stability / Math.exp(w.get(17) * w.get(18)));
  }

  private double rawDifficulty(Rating rating) {
    return w.get(4) - Math.exp(w.get(5) * (rating.grade() - 1)) + 1;
  }

  private double factor() {
    return Math.pow(0.9, -1 / w.get(20)) - 1;
  }

  private static double clamped(double difficulty) {
    return Math.min(Math.max(difficulty, 1), 10);
  }
}
