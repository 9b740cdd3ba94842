package dev.bagu.cli;

import dev.bagu.check.CheckReport;
import dev.bagu.check.Judgement;
import dev.bagu.check.PointCoverage;
import dev.bagu.check.SourceQuote;
import dev.bagu.check.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report as one page that needs nothing else: no scripts, no files beside it, no network.
 *
 * <p>The frame is {@code check.html}, the looks are {@code check.css}. A claim is a link to its
 * note, which stands right behind it in the text and shows on hover, on keyboard focus and, as the
 * target of the link, on a tap; the table of evidence says the same for print and for readers who
 * prefer it.
 */
final class CheckHtml {
  /** By what a page of ours is known. */
  static final String MARK = "<meta name=\"generator\" content=\"bagu check\">";

  /** Columns of the one line of advice: quotations longer than this are cut. */
  private static final int ADVICE = 120;

  private final CheckReport report;
  private final CheckWords words;

  private CheckHtml(CheckReport report, CheckWords words) {
    this.report = report;
    this.words = words;
  }

  static String of(CheckReport report, CheckWords words) {
    CheckHtml page = new CheckHtml(report, words);
    return HtmlText.fill(Html.resource("check.html"), page.values());
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("lang", words.language());
    values.put("mark", MARK);
    values.put("style", Html.resource("check.css"));
    values.put("question", HtmlText.escape(report.question()));
    values.put("question_lang", HtmlText.lang(report.question()));
    values.put("subject", HtmlText.escape(subject()));
    values.put("score", String.valueOf(report.score().points()));
    values.put("score_text", HtmlText.escape(words.score(report.score())));
    values.put("coverage", HtmlText.escape(words.coverage(report)));
    values.put("mode", HtmlText.escape(words.mode(report)));
    values.put("advice", HtmlText.escape(CheckAdvice.of(words, report, ADVICE)));
    values.put("notices", each(words.notices(report), n -> "<p>" + HtmlText.escape(n) + "</p>"));
    values.put("draft_title", HtmlText.escape(words.text("check.draft")));
    values.put("draft_lang", HtmlText.lang(report.draft()));
    values.put("draft", draft());
    values.put("legend", each(List.of(Verdict.values()), this::legend));
    values.put("evidence", evidence());
    values.put("missed", points(PointCoverage.State.MISSED, words.text("check.missed")));
    values.put("partly", points(PointCoverage.State.PARTLY, words.text("check.partly")));
    return values;
  }

  private String subject() {
    return report.entry().id() + " · " + words.place(report.entry().span());
  }

  private String draft() {
    if (report.draft().isBlank()) {
      return "<em>" + HtmlText.escape(words.text("check.empty")) + "</em>";
    }
    return each(
        MarkedDraft.of(report),
        piece -> piece.claim() == 0 ? HtmlText.escape(piece.text()) : claim(piece, piece.claim()));
  }

  private String claim(MarkedDraft.Piece piece, int number) {
    Judgement judged = report.judgements().get(number - 1);
    return markup(
        "<span class='claim {0}' id='c{1}'><a href='#n{1}' aria-describedby='n{1}'>"
            + "<b class='mark' aria-hidden='true'>{2}{1}</b>"
            + "<span class='unseen'>{3} {1}, {4}: </span>{5}</a>{6}</span>",
        judged.verdict().label(),
        String.valueOf(number),
        CheckWords.mark(judged.verdict()),
        HtmlText.escape(words.text("check.column.claim")),
        HtmlText.escape(words.verdict(judged.verdict())),
        HtmlText.escape(piece.text()),
        note(judged, number));
  }

  private String note(Judgement judged, int number) {
    return markup(
        "<span class='note' id='n{0}' role='note'>"
            + "<a class='close' href='#c{0}' aria-label='{1}'>×</a>"
            + "<span class='verdict'>{2}</span>{3}</span>",
        String.valueOf(number),
        HtmlText.escape(words.text("check.close")),
        HtmlText.escape(verdict(judged) + " · " + words.reason(judged.reason())),
        each(
            judged.evidence(),
            quote ->
                markup(
                    "<q {0}>{1}</q><cite>{2}</cite>",
                    HtmlText.lang(quote.quote()),
                    HtmlText.escape(quote.quote()),
                    HtmlText.escape(words.place(quote.span())))));
  }

  private String verdict(Judgement judged) {
    return CheckWords.mark(judged.verdict()) + " " + words.verdict(judged.verdict());
  }

  private String legend(Verdict verdict) {
    return markup(
        "<li class='claim {0}'><span class='sample'><b class='mark'>{1}</b>{2}</span></li>",
        verdict.label(), CheckWords.mark(verdict), HtmlText.escape(words.verdict(verdict)));
  }

  private String evidence() {
    if (report.judgements().isEmpty()) {
      return "";
    }
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < report.judgements().size(); i++) {
      rows.append(row(report.judgements().get(i), i + 1));
    }
    // The roles hold where a narrow screen lays the rows out as cards, which takes them away.
    return markup(
        "<section id='evidence'><h2>{0}</h2><table role='table'><thead role='rowgroup'>"
            + "<tr role='row'>{1}</tr></thead><tbody role='rowgroup'>{2}</tbody></table></section>",
        HtmlText.escape(words.text("check.evidence")),
        each(
            List.of(
                words.text("check.column.claim"),
                words.text("check.column.verdict"),
                words.text("check.column.quote")),
            name -> "<th role=\"columnheader\" scope=\"col\">" + HtmlText.escape(name) + "</th>"),
        rows.toString());
  }

  private String row(Judgement judged, int number) {
    return markup(
        "<tr role='row' class='{0}' id='e{1}'><th role='rowheader' scope='row'>"
            + "<a href='#c{1}'>{1}</a></th><td role='cell'><b class='tag'>{2}</b>"
            + "<span class='reason'>{3}</span></td><td role='cell'>{4}</td></tr>",
        judged.verdict().label(),
        String.valueOf(number),
        HtmlText.escape(verdict(judged)),
        HtmlText.escape(words.reason(judged.reason())),
        judged.evidence().isEmpty() ? "—" : each(judged.evidence(), this::quotation));
  }

  private String points(PointCoverage.State state, String title) {
    List<PointCoverage> points =
        report.points().stream().filter(point -> point.state() == state).toList();
    if (points.isEmpty()) {
      return "";
    }
    return markup(
        "<section class='points {0}'><h2>{1}</h2><ul>{2}</ul></section>",
        state.label(), HtmlText.escape(title), each(points, this::point));
  }

  private String point(PointCoverage point) {
    boolean partly = point.state() == PointCoverage.State.PARTLY;
    boolean listed = point.source().quote().contains(point.point());
    return markup(
        "<li><span class='point' {0}>{1}</span>{2}{3}</li>",
        HtmlText.lang(point.point()),
        HtmlText.escape(point.point()),
        partly ? "<small>" + HtmlText.escape(words.share(report, point)) + "</small>" : "",
        listed
            ? "<cite>" + HtmlText.escape(words.place(point.source().span())) + "</cite>"
            : quotation(point.source()));
  }

  private String quotation(SourceQuote quote) {
    return markup(
        "<figure><blockquote {0}>{1}</blockquote><figcaption><cite>{2}</cite></figcaption></figure>",
        HtmlText.lang(quote.quote()),
        HtmlText.escape(quote.quote()),
        HtmlText.escape(words.place(quote.span())));
  }

  /** Markup with its parts, which are escaped already, in place of {@code {0}} to {@code {9}}. */
  private static String markup(String pattern, String... parts) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      if (c == '{') {
        out.append(parts[pattern.charAt(i + 1) - '0']);
        i += 3;
      } else {
        out.append(c == '\'' ? '"' : c);
        i++;
      }
    }
    return out.toString();
  }

  private static <T> String each(List<T> values, java.util.function.Function<T, String> markup) {
    return values.stream().map(markup).collect(Collectors.joining());
  }
}
