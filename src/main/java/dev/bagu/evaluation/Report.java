package dev.bagu.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The figures of some runs as lines of text, in columns.
 *
 * <p>Example: {@code all 75 0.88 [0.81, 0.94] 0.83 0.91 0.96 0.97 0.85}.
 */
public final class Report {
  private Report() {}

  /** Ranking figures, over all questions and by language and style. */
  public static List<String> ranking(String title, List<Run> runs, int grade) {
    List<String> lines = new ArrayList<>();
    lines.add(head(title));
    List<Run> asked = Figures.answerable(runs);
    lines.add(row("all", asked, grade));
    groups(asked, run -> run.question().language())
        .forEach((name, group) -> lines.add(row("  " + name, group, grade)));
    groups(asked, run -> run.question().style())
        .forEach((name, group) -> lines.add(row("  style " + name, group, grade)));
    return lines;
  }

  /** One row a group of signals that is left out; figures over all answerable questions. */
  public static List<String> ablation(List<Ablation.Row> rows, int grade) {
    List<String> lines = new ArrayList<>();
    lines.add(head("ablation"));
    rows.forEach(row -> lines.add(row(row.title(), Figures.answerable(row.runs()), grade)));
    return lines;
  }

  /** Figures of confidence and refusal. */
  public static List<String> refusal(List<Run> runs) {
    int unanswerable = runs.size() - Figures.answerable(runs).size();
    List<String> lines = new ArrayList<>();
    lines.add("unanswerable questions  " + unanswerable);
    lines.add("AUROC of confidence     " + interval(Figures.auroc(runs)));
    lines.add("refused, at the floor   " + interval(Figures.refusal(runs)));
    lines.add("falsely refused         " + interval(Figures.falseRefusal(runs)));
    lines.add(
        String.format(Locale.ROOT, "refused at 3 %% false    %.3f", Figures.refusalAt(runs, 0.03)));
    return lines;
  }

  /** How long a question takes. */
  public static String latency(List<Run> runs) {
    return String.format(
        Locale.ROOT, "median time a question  %.1f ms", Figures.medianMillis(runs));
  }

  /** A figure with its interval: {@code 0.880 [0.812, 0.941]}. */
  public static String interval(Figures.Figure figure) {
    return String.format(
        Locale.ROOT, "%.3f [%.3f, %.3f]", figure.value(), figure.low(), figure.high());
  }

  private static String head(String title) {
    return String.format(
        Locale.ROOT,
        "%-26s %4s  %-20s %6s %6s %6s %7s %8s",
        title,
        "n",
        "MRR@10 [95 %]",
        "hit@1",
        "hit@3",
        "hit@5",
        "hit@10",
        "nDCG@10");
  }

  private static String row(String name, List<Run> runs, int grade) {
    return String.format(
        Locale.ROOT,
        "%-26s %4d  %-20s %6.3f %6.3f %6.3f %7.3f %8.3f",
        name,
        runs.size(),
        interval(Figures.mrr(runs, grade)),
        Figures.hitAt(runs, 1, grade).value(),
        Figures.hitAt(runs, 3, grade).value(),
        Figures.hitAt(runs, 5, grade).value(),
        Figures.hitAt(runs, 10, grade).value(),
        Figures.ndcg(runs).value());
  }

  private static Map<String, List<Run>> groups(List<Run> runs, Function<Run, String> by) {
    Map<String, List<Run>> groups =
        runs.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    groups.remove("");
    return groups;
  }
}
