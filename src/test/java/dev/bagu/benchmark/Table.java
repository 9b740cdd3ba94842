package dev.bagu.benchmark;

import java.io.PrintStream;
import java.util.Locale;

/**
 * The table that the benchmark prints, in Markdown, row by row as they come.
 *
 * <p>Example: {@code | cold ask, minimal program | 480 ms | 1250 ms | 0.38 | at most 0.45 | yes |}.
 */
final class Table {
  private final PrintStream out;

  Table(PrintStream out) {
    this.out = out;
    out.println("| what | Bagu | beside it | ratio | wanted | met |");
    out.println("|---|---:|---:|---:|---|---|");
  }

  /**
   * Two times and their ratio, ours by the other.
   *
   * @param most the largest ratio that is wanted
   */
  void atMost(String what, double ours, double other, double most) {
    double ratio = ours / other;
    row(what, time(ours), time(other), ratio(ratio), "at most " + most, met(ratio <= most));
  }

  /**
   * Two rates and their ratio, ours by the other.
   *
   * @param unit what is counted a second
   * @param least the smallest ratio that is wanted
   */
  void atLeast(String what, double ours, double other, String unit, double least) {
    double ratio = ours / other;
    row(
        what,
        rate(ours, unit),
        rate(other, unit),
        ratio(ratio),
        "at least " + least,
        met(ratio >= least));
  }

  /** Any figures, as text. */
  void row(String what, String ours, String other, String ratio, String wanted, String met) {
    out.println("| " + String.join(" | ", what, ours, other, ratio, wanted, met) + " |");
    out.flush();
  }

  /** What was left out, and why. */
  void skipped(String what, String why) {
    row(what, "skipped", "", "", why, "");
  }

  static String met(boolean met) {
    return met ? "yes" : "NO";
  }

  static String time(double millis) {
    return String.format(Locale.ROOT, millis < 100 ? "%.2f ms" : "%.0f ms", millis);
  }

  private static String rate(double value, String unit) {
    return String.format(Locale.ROOT, "%.1f %s/s", value, unit);
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.4f" : "%.2f", value);
  }
}
