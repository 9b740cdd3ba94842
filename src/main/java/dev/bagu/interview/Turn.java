package dev.bagu.interview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that the candidate did, and what the session said to it.
 *
 * @param number its place in the session, from 0
 * @param question index of the question it belongs to, from 0
 * @param kind what was done
 * @param text what was typed; empty for commands
 * @param seconds since the session had last said something while it was open, at least 0
 * @param at when, to the millisecond
 * @param outcome what came of it; empty from the moment it is saved until it is judged
 */
public record Turn(
    int number,
    int question,
    Kind kind,
    String text,
    int seconds,
    Instant at,
    Optional<Outcome> outcome) {

  /** What the candidate did. */
  public enum Kind {
    /** Began the session. */
    START,
    /** Answered the question. */
    ANSWER,
    /** Answered a follow-up. */
    FOLLOW_UP_ANSWER,
    /** Asked for a hint. */
    HINT,
    /** Passed the question or the follow-up over. */
    SKIP,
    /** Asked to hear it again. */
    REPEAT,
    /** Asked where a follow-up came from. */
    WHY,
    /** Ended the session. */
    END;

    /** The word in the records: "follow_up_answer". */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /** Checks the numbers and cuts the time to what is kept. */
  public Turn {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    if (number < 0 || question < 0 || seconds < 0) {
      throw new IllegalArgumentException(
          "illegal turn: " + number + ", question " + question + ", " + seconds + " s");
    }
  }

  Turn with(Outcome came) {
    return new Turn(number, question, kind, text, seconds, at, Optional.of(came));
  }
}
