package dev.bagu.interview;

import dev.bagu.knowledge.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One mock interview, turn by turn.
 *
 * <p>Flow of a question, decided by code: question, answer, silent check, at most two follow-ups,
 * closing. Something that is no answer ("不知道", nothing that can be checked) closes the question
 * with 0 points and no follow-up; after an answer it passes the follow-up over.
 *
 * <p>What the candidate typed is on disk before it is judged, and what came of it when a method
 * returns. Where a method fails, the session is to be opened again from the records; it goes on
 * with the turn that was being judged. Not thread-safe. Get one from {@link InterviewRoom}.
 */
public final class Session {
  private SessionRecord record;
  private final InterviewRoom room;
  private final Flow flow;
  private final List<QuestionState> questions = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();
  private int current;
  private boolean over;
  private boolean judging;
  private Instant heard;

  /** A session with its questions; turns come by {@link #begin} or {@link #replay}. */
  Session(SessionRecord record, List<Entry> entries, InterviewRoom room) {
    this.record = record;
    this.room = room;
    entries.forEach(entry -> questions.add(new QuestionState(entry)));
    this.flow = new Flow(record.settings(), questions, room);
    this.heard = room.clock().instant();
  }

  /** Its head. */
  public SessionRecord record() {
    return record;
  }

  /** How many questions it has. */
  public int questionCount() {
    return questions.size();
  }

  /** Whether it has ended. */
  public boolean isOver() {
    return over;
  }

  /** What was said last: where a session goes on that was opened again. */
  public List<Said> said() {
    List<Said> last = outcome(turns.get(turns.size() - 1)).said();
    // Empty where the entry was forgotten since.
    return last.isEmpty() && !over ? List.of(flow.repeated(current, turns)) : last;
  }

  /** The question or follow-up that waits for an answer; empty when the session is over. */
  public Optional<Said> open() {
    return over ? Optional.empty() : Optional.of(flow.repeated(current, turns));
  }

  /** Whether a turn is on disk that was not judged, because that failed; it is when resumed. */
  public boolean isUnjudged() {
    return judging;
  }

  /** Its figures so far. */
  public Scorecard scorecard() {
    return Scorecard.of(record, questions);
  }

  /** Answers the open question or follow-up; a blank text changes nothing. */
  public List<Said> answer(String text) {
    if (text.isBlank() && !over) {
      return List.of(new Said.NotNow(Said.NotNow.Reason.EMPTY));
    }
    boolean followUp = !over && question().open().isPresent();
    return take(followUp ? Turn.Kind.FOLLOW_UP_ANSWER : Turn.Kind.ANSWER, text);
  }

  /** Does something else than answering. */
  public List<Said> command(Command command) {
    return take(command.kind(), "");
  }

  /** Asks the first question. */
  void begin() {
    take(Turn.Kind.START, "");
  }

  /** Plays stored turns again; one that was not judged is judged now. */
  void replay(List<Turn> stored) {
    for (Turn turn : stored) {
      if (turn.outcome().isPresent()) {
        QuestionState state = questions.get(turn.question());
        state.hear(turn, outcome(turn).assessment());
        settle(state, turn);
      } else {
        judge(turn);
      }
    }
    heard = room.clock().instant();
  }

  private List<Said> take(Turn.Kind kind, String text) {
    if (over) {
      return List.of(new Said.NotNow(Said.NotNow.Reason.OVER));
    }
    Instant now = room.clock().instant();
    int seconds =
        kind == Turn.Kind.START ? 0 : (int) Math.max(0, Duration.between(heard, now).toSeconds());
    Turn turn = new Turn(turns.size(), current, kind, text, seconds, now, Optional.empty());
    room.store().begin(record.id(), turn);
    return judge(turn);
  }

  /** Judges a turn that is on disk, saves what came of it, and takes it in. */
  private List<Said> judge(Turn turn) {
    judging = true;
    QuestionState state = questions.get(turn.question());
    boolean answer = turn.kind() == Turn.Kind.ANSWER || turn.kind() == Turn.Kind.FOLLOW_UP_ANSWER;
    Optional<Assessment> assessment =
        answer ? room.assessor().assess(state, turn) : Optional.empty();
    state.hear(turn, assessment);
    Outcome moved = flow.move(turn, turns);
    Outcome outcome = new Outcome(moved.said(), assessment, moved.origin());
    Optional<Review> review =
        outcome.result().map(result -> review(result, state.rating(), turn.at()));
    room.store().complete(record.id(), turn, outcome, review);
    settle(state, turn.with(outcome));
    judging = false;
    heard = room.clock().instant();
    return outcome.said();
  }

  private void settle(QuestionState state, Turn turn) {
    state.say(outcome(turn));
    turns.add(turn);
    for (Said said : outcome(turn).said()) {
      if (said instanceof Said.Ask ask) {
        current = ask.number() - 1;
      } else if (said instanceof Said.Farewell) {
        over = true;
        record = record.endedAt(turn.at());
      }
    }
  }

  private Review review(QuestionResult result, Rating rating, Instant at) {
    return new Review(result.entry(), record.id(), rating, result.points(), at);
  }

  private QuestionState question() {
    return questions.get(current);
  }

  private static Outcome outcome(Turn turn) {
    return turn.outcome().orElseThrow();
  }
}
