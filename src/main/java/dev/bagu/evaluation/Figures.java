package dev.bagu.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The figures of a set of runs.
 *
 * <p>A hit counts where it answers at least with {@code grade}: 1 for foreign documents, where a
 * neighbouring section helps as well; 2 for the bundled bank, where a question has its own entry.
 */
public final class Figures {
  /** Hits that are looked at. */
  static final int DEPTH = 10;

  private static final int SAMPLES = 1000;
  private static final long SEED = 20_240_601L;

  private Figures() {}

  /**
   * A figure with its 95 % bootstrap interval (Efron, 1979; percentile method, 1,000 samples, fixed
   * seed).
   *
   * @param value the figure
   * @param low 2.5 percentile
   * @param high 97.5 percentile
   */
  public record Figure(double value, double low, double high) {}

  /** Share of answerable questions with a right hit among the first {@code k}. */
  public static Figure hitAt(List<Run> runs, int k, int grade) {
    return mean(answerable(runs), run -> run.rank(grade) >= 1 && run.rank(grade) <= k ? 1 : 0);
  }

  /** Mean reciprocal rank of the first right hit among ten. */
  public static Figure mrr(List<Run> runs, int grade) {
    return mean(answerable(runs), run -> run.rank(grade) == 0 ? 0 : 1.0 / run.rank(grade));
  }

  /**
   * Normalised discounted cumulative gain over ten hits, gain {@code 2^grade - 1} (Burges et al.,
   * 2005).
   */
  public static Figure ndcg(List<Run> runs) {
    return mean(answerable(runs), Figures::ndcg);
  }

  /**
   * Area under the ROC curve of the confidence, answerable against not; 0.5 where one kind is
   * missing.
   */
  public static Figure auroc(List<Run> runs) {
    Random random = new Random(SEED);
    double[] samples = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      List<Run> sample = new ArrayList<>(runs.size());
      for (int n = 0; n < runs.size(); n++) {
        sample.add(runs.get(random.nextInt(runs.size())));
      }
      samples[i] = area(sample);
    }
    Arrays.sort(samples);
    return new Figure(area(runs), samples[SAMPLES / 40], samples[SAMPLES - 1 - SAMPLES / 40]);
  }

  /** Share of unanswerable questions that were refused. */
  public static Figure refusal(List<Run> runs) {
    return mean(
        runs.stream().filter(run -> !run.question().answerable()).toList(),
        run -> run.refused() ? 1 : 0);
  }

  /** Share of answerable questions that were refused. */
  public static Figure falseRefusal(List<Run> runs) {
    return mean(answerable(runs), run -> run.refused() ? 1 : 0);
  }

  /**
   * Share of unanswerable questions that a floor refuses which refuses at most {@code share} of the
   * answerable.
   */
  public static double refusalAt(List<Run> runs, double share) {
    List<Double> good =
        new ArrayList<>(answerable(runs).stream().map(Run::confidence).sorted().toList());
    if (good.isEmpty()) {
      return 0;
    }
    double floor = good.get(Math.min(good.size() - 1, (int) Math.floor(share * good.size())));
    List<Run> bad = runs.stream().filter(run -> !run.question().answerable()).toList();
    return bad.isEmpty()
        ? 0
        : (double) bad.stream().filter(run -> run.confidence() < floor).count() / bad.size();
  }

  /** Median time of a question, in milliseconds. */
  public static double medianMillis(List<Run> runs) {
    List<Double> times = new ArrayList<>(runs.stream().map(Run::millis).toList());
    Collections.sort(times);
    return times.isEmpty() ? 0 : times.get(times.size() / 2);
  }

  static List<Run> answerable(List<Run> runs) {
    return runs.stream().filter(run -> run.question().answerable()).toList();
  }

  private static double ndcg(Run run) {
    double gain = 0;
    for (int i = 0; i < Math.min(DEPTH, run.hits().size()); i++) {
      gain += (Math.pow(2, run.hits().get(i).grade()) - 1) / log2(i + 2);
    }
    double ideal = 0;
    List<Integer> grades =
        run.question().relevant().stream()
            .map(Question.Relevant::grade)
            .sorted(Comparator.reverseOrder())
            .toList();
    for (int i = 0; i < Math.min(DEPTH, grades.size()); i++) {
      ideal += (Math.pow(2, grades.get(i)) - 1) / log2(i + 2);
    }
    return ideal == 0 ? 0 : gain / ideal;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /**
   * Mann-Whitney: how often an answerable question has more confidence than one that is not; ties
   * count half.
   */
  private static double area(List<Run> runs) {
    double[] good = confidences(runs, true);
    double[] bad = confidences(runs, false);
    if (good.length == 0 || bad.length == 0) {
      return 0.5;
    }
    double wins = 0;
    int below = 0;
    int notAbove = 0;
    for (double confidence : good) {
      while (below < bad.length && bad[below] < confidence) {
        below++;
      }
      while (notAbove < bad.length && bad[notAbove] <= confidence) {
        notAbove++;
      }
      wins += (below + notAbove) / 2.0;
    }
    return wins / good.length / bad.length;
  }

  /** Confidences of one kind of question, ascending. */
  private static double[] confidences(List<Run> runs, boolean answerable) {
    return runs.stream()
        .filter(run -> run.question().answerable() == answerable)
        .mapToDouble(Run::confidence)
        .sorted()
        .toArray();
  }

  private static Figure mean(List<Run> runs, ToDoubleFunction<Run> value) {
    double[] values = runs.stream().mapToDouble(value).toArray();
    if (values.length == 0) {
      return new Figure(0, 0, 0);
    }
    Random random = new Random(SEED);
    double[] means = new double[SAMPLES];
    for (int s = 0; s < SAMPLES; s++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[s] = sum / values.length;
    }
    Arrays.sort(means);
    double mean = Arrays.stream(values).average().orElse(0);
    return new Figure(mean, means[SAMPLES / 40], means[SAMPLES - 1 - SAMPLES / 40]);
  }
}
