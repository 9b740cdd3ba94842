package dev.bagu.cli;

import dev.bagu.cli.terminal.DisplayWidth;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.cli.terminal.Style;
import dev.bagu.interview.Progress.EntryProgress;
import dev.bagu.interview.Progress.SectionProgress;
import dev.bagu.interview.Progress.State;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Progress at the terminal: a table of the sections, and a heat map with a cell for each entry. */
final class ProgressPage {
  /** The states in the order in which they are shown. */
  static final List<State> STATES = List.of(State.PASSED, State.DUE, State.ASKED, State.UNTOUCHED);

  private static final int NAME = 32;
  private static final int NUMBER = 9;

  private final Context context;
  private final Paper paper;

  ProgressPage(Context context) {
    this.context = context;
    this.paper = new Paper(context);
  }

  void print(ProgressReport report, boolean entries) {
    List<String> heads = new ArrayList<>(List.of(context.text("progress.entries")));
    STATES.forEach(each -> heads.add(word(each, context)));
    paper.title(row(context.text("progress.section"), heads));
    report.progress().sections().forEach(each -> paper.line(row(each)));
    List<String> sums = new ArrayList<>(List.of("" + report.entries()));
    STATES.forEach(each -> sums.add("" + report.count(each)));
    paper.title(row(context.text("progress.total"), sums));
    paper.gap();
    report.progress().sections().forEach(this::cells);
    paper.gap();
    paper.line(legend());
    paper.aside(context.text("progress.key"), "");
    if (entries) {
      report.progress().sections().forEach(this::entries);
    }
  }

  private String row(SectionProgress section) {
    List<String> numbers = new ArrayList<>(List.of("" + section.entries().size()));
    STATES.forEach(each -> numbers.add("" + section.count(each)));
    return row(title(section.section()), numbers);
  }

  private static String row(String name, List<String> numbers) {
    StringBuilder row = new StringBuilder(DisplayWidth.pad(DisplayWidth.cut(name, NAME), NAME));
    for (String number : numbers) {
      row.append(" ".repeat(Math.max(1, NUMBER - DisplayWidth.of(number)))).append(number);
    }
    return row.toString();
  }

  /** A line of cells, or as many as it takes. */
  private void cells(SectionProgress section) {
    int room = paper.width() - NAME - 2;
    String name = DisplayWidth.pad(DisplayWidth.cut(title(section.section()), NAME), NAME);
    for (int from = 0; from < section.entries().size(); from += room) {
      StringBuilder line = new StringBuilder(from == 0 ? name : " ".repeat(NAME)).append("  ");
      int to = Math.min(section.entries().size(), from + room);
      section.entries().subList(from, to).forEach(each -> line.append(cell(each.state())));
      paper.line(line.toString());
    }
  }

  private void entries(SectionProgress section) {
    paper.gap();
    paper.title(title(section.section()));
    for (EntryProgress each : section.entries()) {
      String points =
          each.state() == State.UNTOUCHED
              ? "   "
              : String.format(Locale.ROOT, "%3d", each.points());
      paper.words(
          points + "  " + each.entry().id() + "  " + question(each.entry()),
          "  " + mark(each.state()) + " ",
          Style.PLAIN);
    }
  }

  private String legend() {
    StringBuilder legend = new StringBuilder();
    for (State each : STATES) {
      legend
          .append(legend.isEmpty() ? "" : "   ")
          .append(cell(each))
          .append(' ')
          .append(word(each, context));
    }
    return legend.toString();
  }

  private String cell(State state) {
    Style style =
        switch (state) {
          case PASSED -> Style.GOOD;
          case DUE -> Style.FORMULA;
          case ASKED -> Style.BAD;
          case UNTOUCHED -> Style.DIM;
        };
    return paper.paint(style, mark(state));
  }

  /** A mark that needs no colour. */
  private static String mark(State state) {
    return switch (state) {
      case PASSED -> "#";
      case DUE -> "!";
      case ASKED -> "o";
      case UNTOUCHED -> ".";
    };
  }

  /** The name of a state. */
  static String word(State state, Context context) {
    return switch (state) {
      case PASSED -> context.text("progress.passed");
      case DUE -> context.text("progress.due");
      case ASKED -> context.text("progress.asked");
      case UNTOUCHED -> context.text("progress.untouched");
    };
  }

  private String title(Section section) {
    return Sanitizer.line(context.chinese() ? section.title() : section.titleEn());
  }

  private String question(Entry entry) {
    boolean english = !context.chinese() && !entry.questionEn().isBlank();
    return Sanitizer.line(english ? entry.questionEn() : entry.question());
  }
}
