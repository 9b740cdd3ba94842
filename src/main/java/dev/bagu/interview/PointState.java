package dev.bagu.interview;

import dev.bagu.check.Claim;
import dev.bagu.check.PointCoverage;

/**
 * Whether the candidate made one key point.
 *
 * @param point as it stands in the source
 * @param state made, partly made or missed
 * @param share how much of it is made, [0, 1]
 * @param made the candidate's words that make it or come nearest; empty where there are none
 * @param source where the source says it
 */
public record PointState(
    String point, PointCoverage.State state, double share, String made, SourceLine source) {
  static PointState of(PointCoverage point) {
    return new PointState(
        point.point(),
        point.state(),
        point.share(),
        point.made().map(Claim::text).orElse(""),
        SourceLine.of(point.source()));
  }

  boolean isMade() {
    return state == PointCoverage.State.MADE;
  }
}
