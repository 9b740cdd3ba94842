package dev.bagu.cli;

import dev.bagu.interview.Progress.EntryProgress;
import dev.bagu.interview.Progress.SectionProgress;
import dev.bagu.interview.Progress.State;
import dev.bagu.interview.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Drawings of progress as inline SVG. Sizes are in the units of each drawing's view box, which the
 * page scales to its width; colours come from the page's style. All texts are given escaped.
 */
final class Charts {
  private static final int WIDTH = 360;
  private static final int HEIGHT = 190;
  private static final int LEFT = 28;
  private static final int TOP = 14;
  private static final int BOTTOM = 22;

  /** Cells in a row of a heat map. */
  private static final int COLUMNS = 10;

  /** Width of a cell with the gap after it. */
  private static final int CELL = 30;

  /** Answers whose mean the line shows: enough to be smooth, few enough to move. */
  private static final int MEAN = 5;

  private Charts() {}

  /** How the entries of a section stand, as shares of one bar. */
  static String bar(SectionProgress section) {
    StringBuilder svg = new StringBuilder(open(100, 10, " preserveAspectRatio=\"none\""));
    double at = 0;
    for (State state : ProgressPage.STATES) {
      double share = 100.0 * section.count(state) / Math.max(1, section.entries().size());
      if (share > 0) {
        svg.append(rect(at, 0, share, 10, ProgressJson.label(state), "", ""));
      }
      at += share;
    }
    return svg.append("</svg>").toString();
  }

  /**
   * A cell for each entry: its state as colour, its last points as a number, a mark where it is
   * due.
   *
   * @param title the escaped tooltip of an entry
   */
  static String heatMap(List<EntryProgress> entries, Function<EntryProgress, String> title) {
    int rows = (entries.size() + COLUMNS - 1) / COLUMNS;
    StringBuilder svg = new StringBuilder(open(COLUMNS * CELL, rows * CELL, ""));
    for (int i = 0; i < entries.size(); i++) {
      EntryProgress each = entries.get(i);
      String state = ProgressJson.label(each.state());
      int x = i % COLUMNS * CELL;
      int y = i / COLUMNS * CELL;
      svg.append("<g><title>").append(title.apply(each)).append("</title>");
      svg.append(rect(x + 1, y + 1, CELL - 3, CELL - 3, state, " rx=\"4\"", ""));
      if (each.state() != State.UNTOUCHED) {
        String mark = each.state() == State.DUE ? "!" : "";
        svg.append(text(x + CELL / 2.0, y + 19, "cell " + state, each.points() + mark));
      }
      svg.append("</g>");
    }
    return svg.append("</svg>").toString();
  }

  /**
   * Points of all answers in the order in which they came, with a moving mean.
   *
   * @param title the escaped tooltip of an answer
   * @param date the escaped day of an answer
   */
  static String scores(
      List<Review> answers, Function<Review, String> title, Function<Review, String> date) {
    StringBuilder svg = new StringBuilder(open(WIDTH, HEIGHT, ""));
    for (int points : List.of(0, 20, 40, 60, 80, 100)) {
      svg.append(across(height(points), points == 60 ? "pass" : "grid"));
      svg.append(text(LEFT - 6, height(points) + 3.5, "end", "" + points));
    }
    List<String> mean = new ArrayList<>();
    StringBuilder dots = new StringBuilder();
    for (int i = 0; i < answers.size(); i++) {
      double x = along(i, answers.size());
      double average =
          answers.subList(Math.max(0, i + 1 - MEAN), i + 1).stream()
              .mapToInt(Review::points)
              .average()
              .orElse(0);
      mean.add(number(x) + "," + number(height(average)));
      dots.append("<circle cx=\"").append(number(x)).append("\" cy=\"");
      dots.append(number(height(answers.get(i).points()))).append("\" r=\"4\"><title>");
      dots.append(title.apply(answers.get(i))).append("</title></circle>");
    }
    svg.append("<polyline points=\"").append(String.join(" ", mean)).append("\"/>").append(dots);
    svg.append(text(LEFT, HEIGHT - 6, "", date.apply(answers.get(0))));
    if (answers.size() > 1) {
      String last = date.apply(answers.get(answers.size() - 1));
      svg.append(text(WIDTH - 4, HEIGHT - 6, "end", last));
    }
    return svg.append("</svg>").toString();
  }

  /**
   * A bar for each day.
   *
   * @param day the escaped name of a day ahead, below its bar
   * @param title the escaped tooltip of a day ahead
   */
  static String days(
      List<Integer> counts, Function<Integer, String> day, Function<Integer, String> title) {
    int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
    double step = (WIDTH - LEFT) / (double) counts.size();
    StringBuilder svg = new StringBuilder(open(WIDTH, HEIGHT, ""));
    svg.append(across(HEIGHT - BOTTOM, "grid"));
    for (int i = 0; i < counts.size(); i++) {
      double high = (HEIGHT - BOTTOM - TOP - 10.0) * counts.get(i) / most;
      double x = LEFT + i * step;
      double y = HEIGHT - BOTTOM - high;
      if (counts.get(i) > 0) {
        svg.append(rect(x + 3, y, step - 6, high, "bar", " rx=\"2\"", title.apply(i)));
        svg.append(text(x + step / 2, y - 4, "middle", "" + counts.get(i)));
      }
      svg.append(text(x + step / 2, HEIGHT - 7, "middle", day.apply(i)));
    }
    return svg.append("</svg>").toString();
  }

  private static double along(int index, int count) {
    int room = WIDTH - LEFT - 14;
    return LEFT + 7 + (count < 2 ? room / 2.0 : room * index / (count - 1.0));
  }

  private static double height(double points) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (100 - points) / 100;
  }

  private static String open(int width, int height, String more) {
    return "<svg viewBox=\"0 0 " + width + " " + height + "\" role=\"img\"" + more + ">";
  }

  private static String across(double y, String look) {
    return "<line class=\""
        + look
        + "\" x1=\""
        + LEFT
        + "\" x2=\""
        + WIDTH
        + "\" y1=\""
        + number(y)
        + "\" y2=\""
        + number(y)
        + "\"/>";
  }

  private static String rect(
      double x, double y, double width, double height, String look, String more, String title) {
    String tip = title.isEmpty() ? "" : "<title>" + title + "</title>";
    return "<rect class=\""
        + look
        + "\" x=\""
        + number(x)
        + "\" y=\""
        + number(y)
        + "\" width=\""
        + number(width)
        + "\" height=\""
        + number(height)
        + "\""
        + more
        + ">"
        + tip
        + "</rect>";
  }

  private static String text(double x, double y, String look, String text) {
    return "<text class=\""
        + look
        + "\" x=\""
        + number(x)
        + "\" y=\""
        + number(y)
        + "\">"
        + text
        + "</text>";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
