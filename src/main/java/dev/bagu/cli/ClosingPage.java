package dev.bagu.cli;

import dev.bagu.check.PointCoverage;
import dev.bagu.cli.terminal.Style;
import dev.bagu.interview.ClaimVerdict;
import dev.bagu.interview.PointState;
import dev.bagu.interview.QuestionResult;
import dev.bagu.interview.Said;
import dev.bagu.interview.SourceLine;

/** What a question came to: points, short form, key points, errors, each with its source. */
final class ClosingPage {
  private static final String BELOW = "    ";

  private final Context context;
  private final Paper paper;
  private final String judge;

  /**
   * A page.
   *
   * @param judge who judged; empty where that is not known any more
   */
  ClosingPage(Context context, String judge) {
    this.context = context;
    this.paper = new Paper(context);
    this.judge = judge;
  }

  void print(Said.Closing closing) {
    paper.gap();
    points(closing);
    if (!closing.shortForm().isBlank()) {
      paper.markdown(context.text("interview.short", closing.shortForm()), "  ", Style.PLAIN);
    }
    for (PointState point : closing.covered()) {
      paper.markdown(point.point(), "  ✓ ", Style.GOOD);
    }
    closing.missed().forEach(each -> missed(each, closing.source()));
    closing.wrong().forEach(this::wrong);
    for (ClaimVerdict claim : closing.corrected()) {
      paper.words(context.text("interview.corrected", flat(claim)), "  ↺ ", Style.GOOD);
    }
    paper.place(closing.source(), "  ");
  }

  private void points(Said.Closing closing) {
    QuestionResult result = closing.result();
    StringBuilder head = new StringBuilder(context.text("interview.points", result.points()));
    if (result.low() < result.high()) {
      head.append(context.text("interview.band", result.low(), result.high()));
    }
    if (result.state() == QuestionResult.State.NOT_ANSWERED) {
      head.append(" · ").append(context.text("interview.not_answered"));
    } else {
      int all = closing.covered().size() + closing.missed().size();
      head.append(" · ").append(context.text("interview.covered", closing.covered().size(), all));
    }
    if (result.hints() > 0) {
      int cost = result.hints() * QuestionResult.HINT_COST;
      head.append(" · ").append(context.text("interview.hints", result.hints(), cost));
    }
    if (!judge.isEmpty() && result.state() == QuestionResult.State.ANSWERED) {
      head.append(" · ").append(judged());
    }
    paper.title(head.toString());
  }

  private String judged() {
    return judge.equals("offline")
        ? context.text("interview.judge.offline")
        : context.text("interview.judge", judge);
  }

  /** A key point; in the entry's own place the line alone says where. */
  private void missed(PointState point, SourceLine entry) {
    boolean partly = point.state() == PointCoverage.State.PARTLY;
    SourceLine source = point.source();
    String text = partly ? context.text("interview.partly", point.point()) : point.point();
    String mark = partly ? "  ◐ " : "  ○ ";
    if (source.file().equals(entry.file()) && source.heading().equals(entry.heading())) {
      paper.markdown(context.text("interview.at", text, source.startLine()), mark, Style.PLAIN);
    } else {
      paper.markdown(text, mark, Style.PLAIN);
      paper.place(source, BELOW);
    }
  }

  private void wrong(ClaimVerdict claim) {
    paper.words(context.text("interview.wrong", flat(claim)), "  ✗ ", Style.BAD);
    for (SourceLine source : claim.evidence()) {
      if (!source.quote().isBlank()) {
        paper.markdown(source.quote(), BELOW + context.text("interview.source") + " ", Style.DIM);
      }
      paper.place(source, BELOW);
    }
  }

  /** A claim as part of a line. */
  private static String flat(ClaimVerdict claim) {
    return claim.text().strip().replaceAll("\\s+", " ");
  }
}
