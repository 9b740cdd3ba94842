package dev.bagu.interview;

import dev.bagu.check.PointCoverage;
import dev.bagu.check.Verdict;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.KeyPoint;
import java.util.List;

/** What is told of a question: hints while it is open, everything when it closes. */
final class Closings {
  private Closings() {}

  /** The closing of a question as it stands. */
  static Said.Closing of(QuestionState state, SessionSettings settings) {
    Entry entry = state.entry();
    List<PointState> points = points(state);
    boolean english = !settings.chinese() && !entry.shortEn().isBlank();
    return new Said.Closing(
        state.closed(),
        english ? entry.shortEn() : entry.shortZh(),
        points.stream().filter(PointState::isMade).toList(),
        points.stream().filter(each -> !each.isMade()).toList(),
        state.latest().map(each -> each.claims(Verdict.CONTRADICTED)).orElse(List.of()),
        state.latest().map(Assessment::corrected).orElse(List.of()),
        SourceLine.of(entry.span(), ""));
  }

  /**
   * The hints that are left: first halves of key points that are not made, in order, without those
   * that were given and those that would tell what another point says.
   */
  static List<String> hints(QuestionState state) {
    LeakGuard guard = LeakGuard.ofPoints(state);
    return points(state).stream()
        .filter(each -> !each.isMade())
        .map(each -> new PointText(each.point()).firstHalf())
        .filter(half -> !half.isBlank() && !state.hints().contains(half) && !guard.leaks(half))
        .distinct()
        .toList();
  }

  /** The checked points; before an answer all of the entry's, missed. */
  static List<PointState> points(QuestionState state) {
    return state
        .latest()
        .map(Assessment::points)
        .orElseGet(
            () ->
                state.entry().keyPoints().stream()
                    .map(each -> missed(state.entry(), each))
                    .toList());
  }

  private static PointState missed(Entry entry, KeyPoint point) {
    return new PointState(
        point.text(),
        PointCoverage.State.MISSED,
        0,
        "",
        SourceLine.of(entry.span().lines(point.line(), point.line()), point.text()));
  }
}
