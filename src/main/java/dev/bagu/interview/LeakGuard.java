package dev.bagu.interview;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether a text gives away what a key point says.
 *
 * <p>A text leaks a key point when it holds {@value #RUN} units in a row of the point's second half
 * (all of them where the half is shorter, but at least {@value #LEAST}), and the question and the
 * candidate had not said these words themselves.
 */
final class LeakGuard {
  private static final int RUN = 6;
  private static final int LEAST = 3;

  private final List<String> secrets;

  /**
   * A guard over key points.
   *
   * @param said the question and everything that the candidate has said: what is no secret any more
   */
  LeakGuard(List<String> keyPoints, String said) {
    String known = Units.line(said);
    this.secrets =
        keyPoints.stream()
            .flatMap(point -> runs(new PointText(point).tail()).stream())
            .filter(run -> !known.contains(run))
            .toList();
  }

  /** Whether a text gives a key point away. */
  boolean leaks(String text) {
    String line = Units.line(text);
    return secrets.stream().anyMatch(line::contains);
  }

  private static List<String> runs(List<Units.Unit> tail) {
    int length = Math.min(RUN, tail.size());
    List<String> runs = new ArrayList<>();
    for (int i = 0; length >= LEAST && i + length <= tail.size(); i++) {
      runs.add(Units.line(tail.subList(i, i + length)));
    }
    return runs;
  }
}
