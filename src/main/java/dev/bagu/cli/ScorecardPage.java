package dev.bagu.cli;

import dev.bagu.cli.terminal.DisplayWidth;
import dev.bagu.cli.terminal.Style;
import dev.bagu.interview.QuestionResult;
import dev.bagu.interview.Scorecard;
import dev.bagu.interview.Scorecard.QuestionScore;
import dev.bagu.interview.Scorecard.SectionScore;
import java.util.List;
import java.util.Locale;

/**
 * The figures of a scorecard at the terminal. What it says of each question was shown when the
 * question closed; the file has both.
 */
final class ScorecardPage {
  private static final int COLUMN = 10;

  private final Context context;
  private final Paper paper;

  ScorecardPage(Context context) {
    this.context = context;
    this.paper = new Paper(context);
  }

  void print(Scorecard card) {
    paper.title(context.text("interview.scorecard", card.points()));
    if (card.low() < card.high()) {
      paper.words(context.text("interview.card.band", card.low(), card.high()), "  ", Style.PLAIN);
    }
    paper.words(
        context.text(
            "interview.card.counts",
            card.questions().size(),
            time(card.seconds()),
            card.handled(),
            card.asked(),
            card.hints(),
            InterviewPage.mode(card.mode(), context)),
        "  ",
        Style.PLAIN);
    paper.gap();
    row(
        List.of(
            context.text("interview.card.points"),
            context.text("interview.card.coverage"),
            context.text("interview.card.time")),
        context.text("interview.card.question"),
        Style.BOLD);
    card.questions().forEach(this::question);
    paper.gap();
    row(
        List.of(
            context.text("interview.card.points"),
            context.text("interview.card.count"),
            context.text("interview.card.time")),
        context.text("interview.card.section"),
        Style.BOLD);
    card.sections().forEach(this::section);
  }

  private void question(QuestionScore score) {
    QuestionResult result = score.result();
    boolean english = !context.chinese() && !score.questionEn().isBlank();
    row(
        List.of(
            "" + result.points(),
            Math.round(result.coverage() * 100) + " %",
            time(result.seconds())),
        score.number() + ". " + (english ? score.questionEn() : score.question()),
        Style.PLAIN);
  }

  private void section(SectionScore score) {
    row(
        List.of("" + score.points(), "" + score.questions(), time(score.seconds())),
        context.chinese() ? score.title() : score.titleEn(),
        Style.PLAIN);
  }

  /** Figures to the right of their columns; the text, which may be long, behind them. */
  private void row(List<String> figures, String text, Style style) {
    StringBuilder mark = new StringBuilder();
    for (String figure : figures) {
      mark.append(" ".repeat(Math.max(1, COLUMN - DisplayWidth.of(figure)))).append(figure);
    }
    paper.words(text, mark.append("  ").toString(), style);
  }

  private static String time(int seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
