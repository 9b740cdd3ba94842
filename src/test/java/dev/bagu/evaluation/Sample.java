package dev.bagu.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Made-up questions and runs. */
final class Sample {
  private Sample() {}

  static Question question(String id, boolean answerable, int... grades) {
    List<Question.Relevant> relevant = new ArrayList<>();
    for (int grade : grades) {
      relevant.add(new Question.Relevant("e" + relevant.size(), "", "", grade));
    }
    return new Question(id, "问题 " + id, "zh", "", answerable, relevant, "dev");
  }

  /** A run of an answerable question; {@code grades} of its hits, best first. */
  static Run run(Question question, double confidence, boolean refused, int... grades) {
    List<Run.Hit> hits = new ArrayList<>();
    for (int grade : grades) {
      int n = hits.size();
      hits.add(new Run.Hit("e" + n, "a.md", "h" + n, 1.0 / (n + 1), grade));
    }
    return new Run(question, confidence, refused, hits, 10);
  }

  static Run answered(double confidence) {
    return run(question("a" + confidence, true, 2), confidence, confidence < 0.5, 2);
  }

  static Run unanswerable(double confidence) {
    return run(question("u" + confidence, false), confidence, confidence < 0.5, 0);
  }
}
