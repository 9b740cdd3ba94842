package dev.bagu.interview;

/**
 * The figures of one question of one session.
 *
 * @param entry id of the entry
 * @param section id of its section
 * @param state how it ended
 * @param points 0 to 100: the check's score of everything said, less the hints
 * @param low lowest points that uncertain verdicts allow
 * @param high highest points that uncertain verdicts allow
 * @param coverage share of the key points made, [0, 1]
 * @param hints hints given
 * @param followUps follow-ups asked
 * @param handled follow-ups answered so that what they were about is put right or made
 * @param seconds used by the candidate
 */
public record QuestionResult(
    String entry,
    String section,
    State state,
    int points,
    int low,
    int high,
    double coverage,
    int hints,
    int followUps,
    int handled,
    int seconds) {
  /** Points that a hint costs. */
  public static final int HINT_COST = 10;

  /** How a question ended. */
  public enum State {
    /** Answered; it counts. */
    ANSWERED,
    /** Skipped, or answered with nothing that can be checked; it counts with 0 points. */
    NOT_ANSWERED
  }

  /** Checks ranges and order. */
  public QuestionResult {
    if (low < 0 || low > points || points > high || high > 100) {
      throw new IllegalArgumentException(
          "illegal points: " + low + " <= " + points + " <= " + high + " must hold, 0 to 100");
    }
    if (hints < 0 || handled < 0 || handled > followUps || seconds < 0) {
      throw new IllegalArgumentException(
          "illegal counts: hints " + hints + ", handled " + handled + " of " + followUps);
    }
  }

  /** Whether it was answered well enough to count as passed. */
  public boolean passed() {
    return state == State.ANSWERED && points >= Rating.PASSED_FROM;
  }
}
