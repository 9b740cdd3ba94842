package dev.bagu.interview;

import dev.bagu.knowledge.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what a session says to a turn: the next follow-up, the closing with the next question, a
 * hint. It changes nothing; {@link Session} saves what comes out and takes it in.
 */
final class Flow {
  private final SessionSettings settings;
  private final List<QuestionState> questions;
  private final InterviewRoom room;

  /** A flow over the questions of a session, which go on changing. */
  Flow(SessionSettings settings, List<QuestionState> questions, InterviewRoom room) {
    this.settings = settings;
    this.questions = questions;
    this.room = room;
  }

  /** What a turn leads to; its question has heard it already. */
  Outcome move(Turn turn, List<Turn> before) {
    int at = turn.question();
    QuestionState state = questions.get(at);
    return switch (turn.kind()) {
      case START -> Outcome.saying(ask(0));
      case ANSWER, FOLLOW_UP_ANSWER -> next(at);
      case SKIP -> state.followUps().isEmpty() ? close(at) : next(at);
      case HINT -> Outcome.saying(hint(state));
      case REPEAT -> Outcome.saying(repeated(at, before));
      case WHY -> Outcome.saying(why(at));
      case END -> end(state);
    };
  }

  /** The next follow-up, or the closing with the next question or the end. */
  private Outcome next(int at) {
    QuestionState state = questions.get(at);
    Optional<Plan> plan =
        state.followUps().size() < settings.followUps()
            ? room.planner().next(state)
            : Optional.empty();
    if (plan.isEmpty()) {
      return close(at);
    }
    int number = state.followUps().size() + 1;
    Map<String, String> values = plan.get().values();
    Interviewer.Line line =
        new Interviewer.Line(
            plan.get().phrase(),
            values,
            choice(at, number),
            state.lastWords(),
            LeakGuard.ofEverything(state));
    Said followUp =
        new Said.FollowUp(
            number, room.interviewer().word(line, settings), values.getOrDefault("quote", ""));
    return new Outcome(List.of(followUp), Optional.empty(), Optional.of(plan.get().origin()));
  }

  private Outcome close(int at) {
    QuestionState state = questions.get(at);
    Said closing = Closings.of(state, settings);
    boolean last = at + 1 == questions.size();
    return Outcome.saying(closing, last ? farewell(state) : ask(at + 1));
  }

  private Outcome end(QuestionState state) {
    return state.latest().isPresent()
        ? Outcome.saying(Closings.of(state, settings), farewell(state))
        : Outcome.saying(farewell());
  }

  private Said farewell(QuestionState... closing) {
    List<Integer> points = new ArrayList<>();
    questions.forEach(each -> each.result().ifPresent(result -> points.add(result.points())));
    for (QuestionState each : closing) {
      points.add(each.closed().points());
    }
    double mean = points.stream().mapToInt(Integer::intValue).average().orElse(0);
    return new Said.Farewell(points.size(), (int) Math.round(mean));
  }

  private Said ask(int index) {
    Entry entry = questions.get(index).entry();
    boolean english = !settings.chinese() && !entry.questionEn().isBlank();
    String question = english ? entry.questionEn() : entry.question();
    Interviewer.Line line =
        new Interviewer.Line(
            "ask",
            Map.of("question", question),
            choice(index, 0),
            "",
            LeakGuard.ofEverything(questions.get(index)));
    return new Said.Ask(
        index + 1, questions.size(), entry.id(), question, room.interviewer().word(line, settings));
  }

  private Said hint(QuestionState state) {
    List<String> left = Closings.hints(state);
    return left.isEmpty()
        ? new Said.NotNow(Said.NotNow.Reason.NO_HINT_LEFT)
        : new Said.Hint(left.get(0), QuestionResult.HINT_COST, left.size() - 1);
  }

  /** The open follow-up again, else the question. */
  Said repeated(int at, List<Turn> before) {
    QuestionState state = questions.get(at);
    if (state.open().isPresent()) {
      return state.open().get().said();
    }
    return before.stream()
        .flatMap(turn -> turn.outcome().stream())
        .flatMap(outcome -> outcome.said().stream())
        .filter(each -> each instanceof Said.Ask ask && ask.number() == at + 1)
        .findFirst()
        .orElseGet(() -> ask(at));
  }

  /** Until its question is closed, an origin is told without the source's words. */
  private Said why(int at) {
    for (int i = at; i >= 0; i--) {
      Optional<QuestionState.Asked> asked = questions.get(i).lastAnswered();
      if (asked.isPresent()) {
        Origin origin = asked.get().origin();
        boolean closed = questions.get(i).result().isPresent();
        return new Said.Why(asked.get().said().text(), closed ? origin : origin.veiled());
      }
    }
    return new Said.NotNow(Said.NotNow.Reason.NOTHING_TO_EXPLAIN);
  }

  /** Varies the wording from question to question, and is the same for the same seed. */
  private int choice(int at, int step) {
    return (int) Math.floorMod(settings.seed() + at + step, 1_000L);
  }
}
