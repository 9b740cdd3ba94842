package dev.bagu.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bagu.check.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The figures of checked drafts, each with a 95 % bootstrap interval over drafts (1,000 samples,
 * fixed seed).
 */
public final class CheckFigures {
  private static final int SAMPLES = 1000;
  private static final long SEED = 20_240_601L;

  private CheckFigures() {}

  /** Mean over the three verdicts of the harmonic mean of precision and recall. */
  public static Figures.Figure macroF1(List<CheckRun> runs) {
    return bootstrap(runs, CheckFigures::macro);
  }

  /** Of the claims that were called so, the share that is. */
  public static Figures.Figure precision(List<CheckRun> runs, Verdict verdict) {
    return bootstrap(runs, sample -> ratio(sample, verdict, true));
  }

  /** Of the claims that are so, the share that was called so. */
  public static Figures.Figure recall(List<CheckRun> runs, Verdict verdict) {
    return bootstrap(runs, sample -> ratio(sample, verdict, false));
  }

  /** Mean of the recalls of supported and of all the rest together. */
  public static Figures.Figure balancedAccuracy(List<CheckRun> runs) {
    return bootstrap(runs, CheckFigures::balanced);
  }

  /** Of the points that a person says are missed, the share that the checker says so of. */
  public static Figures.Figure missedRecall(List<CheckRun> runs) {
    return bootstrap(
        runs,
        sample ->
            sample.stream()
                .flatMap(run -> run.found().stream())
                .mapToDouble(found -> found ? 1 : 0)
                .average()
                .orElse(0));
  }

  /** The figures as lines of text. */
  public static List<String> lines(List<CheckRun> runs) {
    List<String> lines = new ArrayList<>();
    int claims = runs.stream().mapToInt(run -> run.verdicts().size()).sum();
    lines.add(String.format(Locale.ROOT, "drafts %d, claims %d", runs.size(), claims));
    lines.add(line("macro-F1", macroF1(runs)));
    for (Verdict verdict : Verdict.values()) {
      lines.add(line(verdict.label() + " precision", precision(runs, verdict)));
      lines.add(line(verdict.label() + " recall", recall(runs, verdict)));
    }
    lines.add(line("balanced accuracy", balancedAccuracy(runs)));
    lines.add(line("missed points, recall", missedRecall(runs)));
    double[] millis = runs.stream().mapToDouble(CheckRun::millis).sorted().toArray();
    lines.add(
        String.format(
            Locale.ROOT,
            "a draft, median    %.0f ms",
            millis.length == 0 ? 0 : millis[millis.length / 2]));
    return lines;
  }

  /** The figures as one object: name to value, low and high. */
  public static String json(List<CheckRun> runs) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("drafts", runs.size());
    put(node, "macro_f1", macroF1(runs));
    for (Verdict verdict : Verdict.values()) {
      put(node, verdict.label() + "_precision", precision(runs, verdict));
      put(node, verdict.label() + "_recall", recall(runs, verdict));
    }
    put(node, "balanced_accuracy", balancedAccuracy(runs));
    put(node, "missed_recall", missedRecall(runs));
    return node.toString();
  }

  private static void put(ObjectNode node, String name, Figures.Figure figure) {
    node.putObject(name)
        .put("value", figure.value())
        .put("low", figure.low())
        .put("high", figure.high());
  }

  private static String line(String name, Figures.Figure figure) {
    return String.format(
        Locale.ROOT, "%-26s %.3f [%.3f, %.3f]", name, figure.value(), figure.low(), figure.high());
  }

  private static double macro(List<CheckRun> runs) {
    double sum = 0;
    for (Verdict verdict : Verdict.values()) {
      double precision = ratio(runs, verdict, true);
      double recall = ratio(runs, verdict, false);
      sum += precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
    return sum / Verdict.values().length;
  }

  private static double ratio(List<CheckRun> runs, Verdict verdict, boolean precision) {
    int hits = 0;
    int all = 0;
    for (CheckRun run : runs) {
      for (int i = 0; i < run.verdicts().size(); i++) {
        boolean called = run.verdicts().get(i) == verdict;
        boolean is = run.draft().claims().get(i).label() == verdict;
        hits += called && is ? 1 : 0;
        all += (precision ? called : is) ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) hits / all;
  }

  private static double balanced(List<CheckRun> runs) {
    int[] right = new int[2];
    int[] all = new int[2];
    for (CheckRun run : runs) {
      for (int i = 0; i < run.verdicts().size(); i++) {
        int kind = run.draft().claims().get(i).label() == Verdict.SUPPORTED ? 0 : 1;
        int called = run.verdicts().get(i) == Verdict.SUPPORTED ? 0 : 1;
        all[kind]++;
        right[kind] += kind == called ? 1 : 0;
      }
    }
    return (share(right[0], all[0]) + share(right[1], all[1])) / 2;
  }

  private static double share(int part, int all) {
    return all == 0 ? 0 : (double) part / all;
  }

  private static Figures.Figure bootstrap(
      List<CheckRun> runs, ToDoubleFunction<List<CheckRun>> figure) {
    Random random = new Random(SEED);
    double[] samples = new double[SAMPLES];
    for (int s = 0; s < SAMPLES; s++) {
      List<CheckRun> sample = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        sample.add(runs.get(random.nextInt(runs.size())));
      }
      samples[s] = figure.applyAsDouble(sample);
    }
    Arrays.sort(samples);
    return new Figures.Figure(
        figure.applyAsDouble(runs),
        samples[(int) (SAMPLES * 0.025)],
        samples[(int) (SAMPLES * 0.975)]);
  }
}
