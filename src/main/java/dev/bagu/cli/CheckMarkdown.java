package dev.bagu.cli;

import dev.bagu.check.CheckReport;
import dev.bagu.check.Judgement;
import dev.bagu.check.PointCoverage;
import dev.bagu.check.SourceQuote;
import dev.bagu.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report as Markdown that any Git host renders. Words of drafts and documents are escaped by
 * {@link MarkdownText}: they show as they stand and mark nothing up.
 */
final class CheckMarkdown {
  /** What the first line of every such file is. */
  static final String MARK = "<!-- bagu check -->";

  /** Columns of the one line of advice: quotations longer than this are cut. */
  private static final int ADVICE = 120;

  private final CheckWords words;
  private final StringBuilder out = new StringBuilder();

  private CheckMarkdown(CheckWords words) {
    this.words = words;
  }

  static String of(CheckReport report, CheckWords words) {
    CheckMarkdown page = new CheckMarkdown(words);
    page.write(report);
    return page.out.toString();
  }

  private void write(CheckReport report) {
    line(MARK);
    line("# " + MarkdownText.line(report.question()));
    String place = report.entry().id() + " · " + words.place(report.entry().span());
    line(MarkdownText.line(place));
    line("**" + MarkdownText.line(words.score(report.score())) + "**");
    line(MarkdownText.line(words.coverage(report)));
    line(MarkdownText.line(words.mode(report)));
    line("> **" + MarkdownText.line(CheckAdvice.of(words, report, ADVICE)) + "**");
    words.notices(report).forEach(notice -> line("> " + MarkdownText.line(notice)));
    draft(report);
    evidence(report);
    points(report, PointCoverage.State.MISSED, words.text("check.missed"));
    points(report, PointCoverage.State.PARTLY, words.text("check.partly"));
  }

  private void draft(CheckReport report) {
    line("## " + words.text("check.draft"));
    if (report.draft().isBlank()) {
      line(MarkdownText.line(words.text("check.empty")));
      return;
    }
    StringBuilder text = new StringBuilder();
    for (MarkedDraft.Piece piece : MarkedDraft.of(report)) {
      if (piece.claim() == 0) {
        text.append(piece.text());
      } else {
        Verdict verdict = report.judgements().get(piece.claim() - 1).verdict();
        String mark = CheckWords.mark(verdict) + piece.claim() + " ";
        text.append('⟦').append(mark).append(piece.text()).append('⟧');
      }
    }
    line(MarkdownText.quotation(text.toString()));
    List<String> legend = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      legend.add(CheckWords.mark(verdict) + " " + words.verdict(verdict));
    }
    line(MarkdownText.line(String.join(" · ", legend)));
  }

  private void evidence(CheckReport report) {
    if (report.judgements().isEmpty()) {
      return;
    }
    line("## " + words.text("check.evidence"));
    row(
        List.of(
            words.text("check.column.claim"),
            words.text("check.column.verdict"),
            words.text("check.column.reason"),
            words.text("check.column.quote"),
            words.text("check.column.place")));
    row(List.of("---", "---", "---", "---", "---"));
    for (int i = 0; i < report.judgements().size(); i++) {
      Judgement judged = report.judgements().get(i);
      row(
          List.of(
              String.valueOf(i + 1),
              CheckWords.mark(judged.verdict()) + " " + words.verdict(judged.verdict()),
              words.reason(judged.reason()),
              cell(judged.evidence(), SourceQuote::quote),
              cell(judged.evidence(), quote -> words.place(quote.span()))));
    }
    out.append('\n');
  }

  private static String cell(
      List<SourceQuote> quotes, java.util.function.Function<SourceQuote, String> part) {
    return quotes.stream().map(part).map(MarkdownText::cell).collect(Collectors.joining("<br>"));
  }

  private void points(CheckReport report, PointCoverage.State state, String title) {
    List<PointCoverage> points =
        report.points().stream().filter(point -> point.state() == state).toList();
    if (points.isEmpty()) {
      return;
    }
    line("## " + title.replaceAll("[:：]$", ""));
    for (PointCoverage point : points) {
      String share =
          state == PointCoverage.State.PARTLY ? " (" + words.share(report, point) + ")" : "";
      out.append("- ").append(MarkdownText.line(point.point() + share)).append("<br>");
      if (!point.source().quote().contains(point.point())) {
        out.append(MarkdownText.cell(point.source().quote())).append("<br>");
      }
      out.append(MarkdownText.line(words.place(point.source().span()))).append('\n');
    }
    out.append('\n');
  }

  private void row(List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** A paragraph. */
  private void line(String text) {
    out.append(text).append("\n\n");
  }
}
