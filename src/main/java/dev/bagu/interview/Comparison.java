package dev.bagu.interview;

import java.util.List;

/**
 * Two attempts at the same entry, side by side.
 *
 * @param entry id of the entry
 * @param points points gained from the first to the second; negative where they were lost
 * @param gained key points that only the second attempt made
 * @param lost key points that only the first attempt made
 * @param stillMissed key points that neither made
 * @param wrongBefore claims contradicted in the first
 * @param wrongNow claims contradicted in the second
 */
public record Comparison(
    String entry,
    int points,
    List<String> gained,
    List<String> lost,
    List<String> stillMissed,
    List<String> wrongBefore,
    List<String> wrongNow) {
  /** Copies the lists. */
  public Comparison {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
    stillMissed = List.copyOf(stillMissed);
    wrongBefore = List.copyOf(wrongBefore);
    wrongNow = List.copyOf(wrongNow);
  }

  /**
   * Compares two attempts.
   *
   * @throws IllegalArgumentException when they are at different entries
   */
  public static Comparison compare(Scorecard.QuestionScore first, Scorecard.QuestionScore second) {
    if (!first.result().entry().equals(second.result().entry())) {
      throw new IllegalArgumentException(
          "illegal attempts: " + first.result().entry() + " and " + second.result().entry());
    }
    List<String> before = points(first.covered());
    List<String> now = points(second.covered());
    return new Comparison(
        first.result().entry(),
        second.result().points() - first.result().points(),
        now.stream().filter(each -> !before.contains(each)).toList(),
        before.stream().filter(each -> !now.contains(each)).toList(),
        points(second.missed()).stream().filter(each -> !before.contains(each)).toList(),
        first.wrong().stream().map(ClaimVerdict::text).toList(),
        second.wrong().stream().map(ClaimVerdict::text).toList());
  }

  private static List<String> points(List<PointState> states) {
    return states.stream().map(PointState::point).toList();
  }
}
