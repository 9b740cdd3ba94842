package dev.bagu.cli.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one line that says how far a piece of work is.
 *
 * <p>Example, 60 columns: {@code 建索引 [=====> ] 42% 420/1000 38/秒 剩余 15 秒} (with a longer bar and
 * two spaces between the parts). On a narrow terminal the bar goes first, then the rate.
 */
final class ProgressLine {
  private static final int SHORTEST_BAR = 8;
  private static final int LONGEST_BAR = 40;

  private ProgressLine() {}

  /**
   * The line, never wider than {@code width} columns.
   *
   * @param done pieces done, 0 to {@code total}
   * @param total pieces in all, at least 1
   * @param elapsed time since the work began
   */
  static String of(
      String label, long done, long total, Duration elapsed, int width, Messages messages) {
    double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
    double rate = done / seconds;
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "%3d%%", 100 * done / Math.max(1, total)));
    parts.add(done + "/" + total);
    if (done > 0) {
      String number = String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%.0f", rate);
      parts.add(messages.text("progress.rate", number));
      parts.add(remaining(Math.round((total - done) / rate), messages));
    }
    String numbers = String.join("  ", parts);
    int bar = width - DisplayWidth.of(label) - DisplayWidth.of(numbers) - 5;
    String line =
        bar < SHORTEST_BAR
            ? label + "  " + numbers
            : label + "  " + bar(done, total, Math.min(LONGEST_BAR, bar)) + " " + numbers;
    return DisplayWidth.cut(line, width);
  }

  private static String remaining(long seconds, Messages messages) {
    return seconds < 90
        ? messages.text("progress.remaining.seconds", seconds)
        : messages.text("progress.remaining.minutes", (seconds + 30) / 60);
  }

  private static String bar(long done, long total, int columns) {
    int full = (int) (columns * done / Math.max(1, total));
    String head = full < columns ? ">" : "";
    return "[" + "=".repeat(full) + head + " ".repeat(columns - full - head.length()) + "]";
  }
}
