package dev.bagu.interview;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * One thing that a session says. Values, not lines: whoever shows them words what is not in {@code
 * text}.
 *
 * <p>Example: an answer that misses a key point is answered by a {@link FollowUp}; the answer to
 * that by a {@link Closing} and the next {@link Ask}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "said")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Said.Ask.class, name = "ask"),
  @JsonSubTypes.Type(value = Said.Hint.class, name = "hint"),
  @JsonSubTypes.Type(value = Said.FollowUp.class, name = "follow_up"),
  @JsonSubTypes.Type(value = Said.Why.class, name = "why"),
  @JsonSubTypes.Type(value = Said.NotNow.class, name = "not_now"),
  @JsonSubTypes.Type(value = Said.Closing.class, name = "closing"),
  @JsonSubTypes.Type(value = Said.Farewell.class, name = "farewell")
})
public sealed interface Said {

  /**
   * A question.
   *
   * @param number its place in the session, from 1
   * @param of how many there are
   * @param entry id of the entry that answers it
   * @param question as it stands in the documents, in the session's language where there is one
   * @param text as the interviewer words it
   */
  record Ask(int number, int of, String entry, String question, String text) implements Said {}

  /**
   * The first half of a key point that was not made.
   *
   * @param text the half, as it stands in the source
   * @param cost points that it takes off the question's score
   * @param left hints that the question has left
   */
  record Hint(String text, int cost, int left) implements Said {}

  /**
   * A question about what was said, or not said.
   *
   * @param number 1 or 2
   * @param text as the interviewer words it
   * @param quote the candidate's own words that it takes up; empty where there are none
   */
  record FollowUp(int number, String text, String quote) implements Said {}

  /**
   * Where the last answered follow-up came from. While its question is open, the key point and the
   * source's words are left out.
   *
   * @param followUp its text
   * @param origin what it reacted to
   */
  record Why(String followUp, Origin origin) implements Said {}

  /**
   * A command or an answer that does not fit now; nothing has changed.
   *
   * @param reason why it does not
   */
  record NotNow(Reason reason) implements Said {
    /** Why something does not fit. */
    public enum Reason {
      /** Nothing was typed. */
      EMPTY,
      /** Every key point was made or hinted at. */
      NO_HINT_LEFT,
      /** No follow-up was answered yet; the open one is explained after its answer. */
      NOTHING_TO_EXPLAIN,
      /** The session is over. */
      OVER
    }
  }

  /**
   * What a question comes to.
   *
   * @param result its figures
   * @param shortForm the answer in one sentence; empty where the source has none
   * @param covered key points made
   * @param missed key points missed or made in part
   * @param wrong claims that stay contradicted, with the source's words
   * @param corrected claims that were contradicted and then put right
   * @param source where the entry stands
   */
  record Closing(
      QuestionResult result,
      String shortForm,
      List<PointState> covered,
      List<PointState> missed,
      List<ClaimVerdict> wrong,
      List<ClaimVerdict> corrected,
      SourceLine source)
      implements Said {
    /** Copies the lists. */
    public Closing {
      covered = List.copyOf(covered);
      missed = List.copyOf(missed);
      wrong = List.copyOf(wrong);
      corrected = List.copyOf(corrected);
    }
  }

  /**
   * The session is over.
   *
   * @param asked questions that count
   * @param points their mean score, 0 to 100
   */
  record Farewell(int asked, int points) implements Said {}
}
