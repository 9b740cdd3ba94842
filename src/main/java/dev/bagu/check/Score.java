package dev.bagu.check;

import java.util.List;

/**
 * A draft's score, computed by code from coverage and verdicts.
 *
 * @param points 0 to 100
 * @param low lowest points that the uncertain verdicts allow, at most {@code points}
 * @param high highest points that the uncertain verdicts allow, at least {@code points}
 * @param coverage share of the key points that are made, partly made ones by their share, [0, 1]
 * @param terms the parts of the sum, in order: their points add up to {@code points} before
 *     rounding
 */
public record Score(int points, int low, int high, double coverage, List<Term> terms) {
  /** Checks the order of the band and copies the terms. */
  public Score {
    terms = List.copyOf(terms);
    if (low < 0 || low > points || points > high || high > 100) {
      throw new IllegalArgumentException(
          "illegal score: " + low + " <= " + points + " <= " + high + " must hold, 0 to 100");
    }
  }

  /** Whether uncertain verdicts could change the points. */
  public boolean isBand() {
    return low < high;
  }

  /**
   * One part of the sum.
   *
   * @param name as {@code --explain} prints it: "coverage", "correctness", "contradicted", …
   * @param points what it adds or takes away
   */
  public record Term(String name, double points) {}
}
