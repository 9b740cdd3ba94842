package dev.bagu.interview;

import dev.bagu.check.Verdict;
import dev.bagu.knowledge.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has happened in one question so far: the sum of its turns, and nothing else. Playing the
 * turns of a stored session again gives the same state.
 */
final class QuestionState {
  /** How a follow-up stands. */
  enum Stand {
    OPEN,
    ANSWERED,
    HANDLED,
    PASSED_OVER
  }

  /** A follow-up that was asked. */
  record Asked(Origin origin, Said.FollowUp said, Stand stand) {
    Asked with(Stand other) {
      return new Asked(origin, said, other);
    }
  }

  private final Entry entry;
  private final List<Asked> followUps = new ArrayList<>();
  private final List<String> hints = new ArrayList<>();
  private Optional<Assessment> latest = Optional.empty();
  private Optional<QuestionResult> result = Optional.empty();
  private String lastWords = "";
  private int seconds;

  QuestionState(Entry entry) {
    this.entry = entry;
  }

  Entry entry() {
    return entry;
  }

  List<Asked> followUps() {
    return List.copyOf(followUps);
  }

  List<String> hints() {
    return List.copyOf(hints);
  }

  /** The check of everything said to the entry so far; empty before there was an answer. */
  Optional<Assessment> latest() {
    return latest;
  }

  Optional<QuestionResult> result() {
    return result;
  }

  /** What the candidate typed last; empty before. */
  String lastWords() {
    return lastWords;
  }

  /** The follow-up that waits for its answer. */
  Optional<Asked> open() {
    return followUps.stream().filter(each -> each.stand() == Stand.OPEN).findFirst();
  }

  /** The last follow-up that was answered. */
  Optional<Asked> lastAnswered() {
    return followUps.stream()
        .filter(each -> each.stand() == Stand.ANSWERED || each.stand() == Stand.HANDLED)
        .reduce((first, second) -> second);
  }

  /** Everything that the candidate has said to the entry. */
  String draft() {
    return latest.map(Assessment::draft).orElse("");
  }

  /** Takes in what the candidate did. */
  void hear(Turn turn, Optional<Assessment> assessment) {
    seconds += turn.seconds();
    if (turn.kind() == Turn.Kind.ANSWER || turn.kind() == Turn.Kind.FOLLOW_UP_ANSWER) {
      lastWords = turn.text();
    }
    switch (turn.kind()) {
      case FOLLOW_UP_ANSWER -> settle(stand(assessment));
      case SKIP -> settle(Stand.PASSED_OVER);
      default -> {}
    }
    assessment.filter(each -> each.entry().equals(entry.id())).ifPresent(this::judged);
  }

  /** Takes in what was said to it. */
  void say(Outcome outcome) {
    for (Said said : outcome.said()) {
      if (said instanceof Said.Hint hint) {
        hints.add(hint.text());
      } else if (said instanceof Said.FollowUp followUp && outcome.origin().isPresent()) {
        followUps.add(new Asked(outcome.origin().get(), followUp, Stand.OPEN));
      } else if (said instanceof Said.Closing closing) {
        result = Optional.of(closing.result());
      }
    }
  }

  /** Its figures, if it closed now. */
  QuestionResult closed() {
    int cost = hints.size() * QuestionResult.HINT_COST;
    int handled = (int) followUps.stream().filter(each -> each.stand() == Stand.HANDLED).count();
    return new QuestionResult(
        entry.id(),
        entry.section().id(),
        latest.isPresent() ? QuestionResult.State.ANSWERED : QuestionResult.State.NOT_ANSWERED,
        less(latest.map(Assessment::score), cost),
        less(latest.map(Assessment::low), cost),
        less(latest.map(Assessment::high), cost),
        latest.map(Assessment::coverage).orElse(0.0),
        hints.size(),
        followUps.size(),
        handled,
        seconds);
  }

  /** How well the entry was recalled, if it closed now. */
  Rating rating() {
    boolean helped =
        !hints.isEmpty()
            || followUps.stream().anyMatch(each -> each.origin().kind() != Origin.Kind.NEIGHBOUR);
    return Rating.of(
        closed().points(),
        latest.map(each -> each.claims(Verdict.SUPPORTED).size()).orElse(0),
        latest.map(each -> each.claims(Verdict.CONTRADICTED).size()).orElse(0),
        helped);
  }

  private void judged(Assessment assessment) {
    latest = Optional.of(assessment);
  }

  private void settle(Stand stand) {
    followUps.replaceAll(each -> each.stand() == Stand.OPEN ? each.with(stand) : each);
  }

  private Stand stand(Optional<Assessment> assessment) {
    boolean handled =
        open().isPresent()
            && assessment.isPresent()
            && handled(open().get().origin(), assessment.get());
    return handled ? Stand.HANDLED : assessment.isPresent() ? Stand.ANSWERED : Stand.PASSED_OVER;
  }

  private static boolean handled(Origin origin, Assessment after) {
    return switch (origin.kind()) {
      case CONTRADICTED ->
          after.corrected().stream().anyMatch(each -> each.text().equals(origin.basis()));
      case MISSED ->
          after.points().stream()
              .anyMatch(each -> each.isMade() && each.point().equals(origin.basis()));
      case NEIGHBOUR -> after.score() >= Rating.PASSED_FROM;
    };
  }

  private static int less(Optional<Integer> points, int cost) {
    return Math.max(0, points.orElse(0) - cost);
  }
}
