package dev.bagu.interview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line of the review log.
 *
 * @param entry id of the entry
 * @param session id of the session in which it was asked
 * @param rating how well it was recalled
 * @param points its score, 0 to 100
 * @param at when, to the millisecond
 */
public record Review(String entry, String session, Rating rating, int points, Instant at) {
  /** Cuts the time to what is kept. */
  public Review {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
