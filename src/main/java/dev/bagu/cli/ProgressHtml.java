package dev.bagu.cli;

import dev.bagu.interview.Progress.EntryProgress;
import dev.bagu.interview.Progress.SectionProgress;
import dev.bagu.interview.Progress.State;
import dev.bagu.interview.Review;
import dev.bagu.knowledge.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Progress as a page with charts, to be looked at in a browser or printed. */
final class ProgressHtml {
  /** Answers that the chart shows at most; more would lie on each other. */
  private static final int SHOWN = 120;

  private final Context context;
  private final ProgressReport report;
  private final Map<String, String> questions = new HashMap<>();

  ProgressHtml(Context context, ProgressReport report) {
    this.context = context;
    this.report = report;
    report
        .progress()
        .sections()
        .forEach(
            section ->
                section
                    .entries()
                    .forEach(each -> questions.put(each.entry().id(), question(each.entry()))));
  }

  String page() {
    String body =
        "<h1>"
            + word(context.text("progress.title"))
            + "</h1>\n<p class=\"when\">"
            + word(InterviewListCommand.minute(report.now()))
            + "</p>\n"
            + tiles()
            + "<div class=\"two\">"
            + card("progress-scores", context.text("progress.scores"), scores())
            + card("progress-due", context.text("progress.coming"), days())
            + "</div>\n"
            + card("progress-sections", context.text("progress.sections"), bars())
            + card("progress-entries whole", context.text("progress.map"), maps());
    return Html.page(
        context.chinese() ? "zh-CN" : "en", context.text("progress.title"), "progress.css", body);
  }

  private String tiles() {
    StringBuilder tiles = new StringBuilder("<div class=\"tiles\">");
    tiles.append(tile("" + report.entries(), context.text("progress.entries"), ""));
    for (State state : ProgressPage.STATES) {
      tiles.append(tile("" + report.count(state), word(state), ProgressJson.label(state)));
    }
    return tiles.append("</div>\n").toString();
  }

  private static String tile(String number, String name, String look) {
    String dot = look.isEmpty() ? "" : "<i class=\"" + look + "\"></i>";
    return "<div class=\"tile\"><b>" + number + "</b><span>" + dot + word(name) + "</span></div>";
  }

  private static String card(String look, String title, String body) {
    return "<section class=\"" + look + "\"><h2>" + word(title) + "</h2>" + body + "</section>\n";
  }

  private String scores() {
    List<Review> answers = report.answers();
    if (answers.isEmpty()) {
      return none(context.text("progress.no_answers"));
    }
    List<Review> shown = answers.subList(Math.max(0, answers.size() - SHOWN), answers.size());
    return Charts.scores(
            shown,
            each ->
                word(
                    context.text(
                        "progress.answer",
                        InterviewListCommand.minute(each.at()),
                        questions.getOrDefault(each.entry(), each.entry()),
                        each.points())),
            each -> word(InterviewListCommand.minute(each.at()).substring(0, 10)))
        + "<p class=\"key\">"
        + word(context.text("progress.scores_key"))
        + "</p>";
  }

  private String days() {
    if (report.due().stream().allMatch(each -> each == 0)) {
      return none(context.text("progress.no_due"));
    }
    return Charts.days(
            report.due(),
            ahead -> "" + report.today().plusDays(ahead).getDayOfMonth(),
            ahead ->
                word(
                    context.text(
                        "progress.day",
                        report.today().plusDays(ahead).toString(),
                        report.due().get(ahead))))
        + "<p class=\"key\">"
        + word(context.text("progress.days_key"))
        + "</p>";
  }

  private static String none(String text) {
    return "<p class=\"none\">" + word(text) + "</p>";
  }

  private String bars() {
    StringBuilder bars = new StringBuilder("<div class=\"bars\">");
    for (SectionProgress each : report.progress().sections()) {
      bars.append("<div class=\"name\">").append(title(each)).append("</div>");
      bars.append(Charts.bar(each)).append("<div class=\"count\">");
      bars.append(each.count(State.PASSED)).append(" / ").append(each.entries().size());
      bars.append("</div>");
    }
    return bars.append("</div>").append(key(context.text("progress.bars_key"))).toString();
  }

  private String key(String more) {
    StringBuilder key = new StringBuilder("<p class=\"key\">");
    for (State state : ProgressPage.STATES) {
      key.append("<span><i class=\"").append(ProgressJson.label(state)).append("\"></i>");
      key.append(word(word(state))).append("</span>");
    }
    return key.append("<span>").append(word(more)).append("</span></p>").toString();
  }

  private String maps() {
    StringBuilder maps = new StringBuilder("<div class=\"maps\">");
    for (SectionProgress each : report.progress().sections()) {
      maps.append("<div class=\"map\"><h3>").append(title(each)).append("</h3>");
      maps.append(Charts.heatMap(each.entries(), this::tooltip)).append("<details><summary>");
      maps.append(word(context.text("progress.list", each.entries().size())));
      maps.append("</summary><ol>");
      for (EntryProgress entry : each.entries()) {
        maps.append("<li><span>").append(word(question(entry.entry()))).append("</span><span>");
        maps.append(word(standing(entry))).append("</span></li>");
      }
      maps.append("</ol></details></div>");
    }
    return maps.append("</div>").append(key(context.text("progress.map_key"))).toString();
  }

  private String tooltip(EntryProgress entry) {
    return word(question(entry.entry()) + " · " + standing(entry));
  }

  private String standing(EntryProgress entry) {
    String state = word(entry.state());
    return entry.state() == State.UNTOUCHED ? state : entry.points() + " · " + state;
  }

  private String title(SectionProgress section) {
    return word(context.chinese() ? section.section().title() : section.section().titleEn());
  }

  private String question(Entry entry) {
    boolean english = !context.chinese() && !entry.questionEn().isBlank();
    return english ? entry.questionEn() : entry.question();
  }

  private String word(State state) {
    return ProgressPage.word(state, context);
  }

  private static String word(String text) {
    return Html.text(text);
  }
}
