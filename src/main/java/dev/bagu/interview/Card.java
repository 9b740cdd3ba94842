package dev.bagu.interview;

import java.time.Instant;
import java.util.Optional;

/**
 * What FSRS remembers of one entry.
 *
 * @param entry the entry's id
 * @param state how far it is learnt
 * @param step index of the (re)learning step it stands on, from 0; 0 in the other states
 * @param stability days until the probability of recall falls to 90 %, at least 0.001; 0 while new
 * @param difficulty 1 (easy) to 10 (hard); 0 while new
 * @param due when it should be asked again
 * @param lastReview when it was asked last; empty while new
 */
public record Card(
    String entry,
    State state,
    int step,
    double stability,
    double difficulty,
    Instant due,
    Optional<Instant> lastReview) {

  /** How far an entry is learnt. */
  public enum State {
    /** Never asked. */
    NEW,
    /** Asked lately for the first time; comes back within minutes. */
    LEARNING,
    /** Learnt; comes back after days. */
    REVIEW,
    /** Forgotten after it had been learnt; comes back within minutes. */
    RELEARNING
  }

  /** Checks the numbers. */
  public Card {
    boolean asked = state != State.NEW;
    if (entry.isBlank() || step < 0 || asked != lastReview.isPresent()) {
      throw new IllegalArgumentException(
          "illegal card: entry '" + entry + "', step " + step + ", state " + state);
    }
    if (asked && !(stability > 0 && difficulty >= 1 && difficulty <= 10)) {
      throw new IllegalArgumentException(
          "illegal card: stability " + stability + ", difficulty " + difficulty);
    }
  }

  /** A card that was never asked; it is due at once. */
  public static Card fresh(String entry, Instant now) {
    return new Card(entry, State.NEW, 0, 0, 0, now, Optional.empty());
  }

  /** Whether it should be asked at a time. */
  public boolean isDue(Instant now) {
    return !due.isAfter(now);
  }
}
