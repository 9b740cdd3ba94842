package dev.bagu.interview;

import dev.bagu.knowledge.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

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

  private static final Pattern CLAUSE = Pattern.compile("[，。；,;.]+");

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

  /** A guard over the key points that the candidate has not made. */
  static LeakGuard ofPoints(QuestionState state) {
    return new LeakGuard(unmade(state), known(state));
  }

  /** A guard over these and the short answers: for what a model words from its own knowledge. */
  static LeakGuard ofEverything(QuestionState state) {
    List<String> secrets = new ArrayList<>(unmade(state));
    Entry entry = state.entry();
    Collections.addAll(secrets, CLAUSE.split(entry.shortZh() + "。" + entry.shortEn(), -1));
    return new LeakGuard(secrets, known(state));
  }

  private static List<String> unmade(QuestionState state) {
    return Closings.points(state).stream()
        .filter(each -> !each.isMade())
        .map(PointState::point)
        .toList();
  }

  private static String known(QuestionState state) {
    Entry entry = state.entry();
    return entry.question() + "\n" + entry.questionEn() + "\n" + state.draft();
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
