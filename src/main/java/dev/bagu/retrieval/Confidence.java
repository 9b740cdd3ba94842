package dev.bagu.retrieval;

import java.util.Map;

/**
 * The probability that the documents answer a query: a logistic function of the clues.
 *
 * <p>Calibrated on questions with and without an answer, see {@code weights.properties}. It is not
 * the probability that the first passage is the right one; that is the passage's score.
 */
final class Confidence {
  private final Weights weights;

  Confidence(Weights weights) {
    this.weights = weights;
  }

  /** Confidence, [0, 1]. */
  double of(Map<String, Double> clues) {
    double sum = weights.bias();
    for (Map.Entry<String, Double> clue : clues.entrySet()) {
      double scale = weights.scale(clue.getKey());
      if (scale > 0) {
        sum +=
            weights.weight(clue.getKey()) * (clue.getValue() - weights.mean(clue.getKey())) / scale;
      }
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
