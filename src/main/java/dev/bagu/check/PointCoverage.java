package dev.bagu.check;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether a draft makes one key point of its entry.
 *
 * @param point the key point, as it stands in the source or derived from a sentence of it
 * @param state made, partly made or missed
 * @param share how much of it is made, [0, 1]
 * @param made the claim that makes it, or comes nearest while the state is not {@code MISSED}
 * @param source where the source says it
 */
public record PointCoverage(
    String point, State state, double share, Optional<Claim> made, SourceQuote source) {

  /** How far a key point is made. */
  public enum State {
    /** The draft says it. */
    MADE,
    /** The draft says a part of it. */
    PARTLY,
    /** The draft does not say it, or says the opposite. */
    MISSED;

    /** The word in {@code --json}: "made", "partly", "missed". */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
