package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.cli.terminal.DisplayWidth;
import dev.bagu.cli.terminal.Style;
import dev.bagu.interview.Comparison;
import dev.bagu.interview.Review;
import dev.bagu.interview.Scorecard.QuestionScore;
import dev.bagu.knowledge.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bagu interview compare}: the two newest attempts at the same question. */
@Command(
    name = "compare",
    description = "Compare your two newest attempts at a question, or list what can be compared.")
final class InterviewCompareCommand extends BaguCommand {
  @Parameters(
      paramLabel = "ENTRY",
      arity = "0..1",
      description = "Id of the question; without it, the questions with two attempts or more.")
  private @Nullable String entry;

  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  InterviewCompareCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    try (OpenInterview open = OpenInterview.of(context, knowledge)) {
      if (entry == null) {
        list(open);
        return ExitCode.OK;
      }
      String id = entry;
      Entry known =
          open.syllabus()
              .find(id)
              .orElseThrow(() -> new BadInput(context.text("interview.no_entry", id)));
      List<QuestionScore> attempts = open.room().attempts(id);
      if (attempts.size() < 2) {
        throw new BadInput(context.text("interview.too_few", id, attempts.size()));
      }
      print(known, attempts, open.store().reviews(id));
      return ExitCode.OK;
    }
  }

  private void list(OpenInterview open) {
    Paper paper = new Paper(context);
    boolean any = false;
    for (Entry each : open.syllabus().entries()) {
      int attempts = open.store().attempts(each.id()).size();
      if (attempts > 1) {
        any = true;
        paper.words(
            context.text("interview.comparable", attempts, question(each)),
            DisplayWidth.pad(each.id(), ReviewCommand.ID) + "  ",
            Style.PLAIN);
      }
    }
    if (!any) {
      paper.words(context.text("interview.incomparable"), "", Style.PLAIN);
    }
  }

  private void print(Entry entry, List<QuestionScore> attempts, List<Review> reviews) {
    int newest = attempts.size() - 1;
    QuestionScore before = attempts.get(newest - 1);
    QuestionScore now = attempts.get(newest);
    Comparison comparison = Comparison.compare(before, now);
    Paper paper = new Paper(context);
    paper.title(question(entry));
    // Every attempt has its line in the review log, in the same order.
    boolean dated = reviews.size() == attempts.size();
    paper.words(line(before, dated, reviews, newest - 1), "  ", Style.PLAIN);
    paper.words(line(now, dated, reviews, newest), "  ", Style.PLAIN);
    String signed = (comparison.points() > 0 ? "+" : "") + comparison.points();
    paper.words(context.text("interview.change", signed), "  ", Style.BOLD);
    points(paper, context.text("interview.gained"), comparison.gained(), "  + ", Style.GOOD);
    points(paper, context.text("interview.lost"), comparison.lost(), "  - ", Style.BAD);
    points(paper, context.text("interview.still"), comparison.stillMissed(), "  ○ ", Style.PLAIN);
    claims(paper, context.text("interview.wrong_before"), comparison.wrongBefore());
    claims(paper, context.text("interview.wrong_now"), comparison.wrongNow());
  }

  private String line(QuestionScore score, boolean dated, List<Review> reviews, int index) {
    String date = dated ? InterviewListCommand.minute(reviews.get(index).at()) : "" + (index + 1);
    int covered = score.covered().size();
    return context.text(
        "interview.attempt",
        date,
        score.result().points(),
        covered,
        covered + score.missed().size());
  }

  private static void points(
      Paper paper, String title, List<String> points, String mark, Style style) {
    if (!points.isEmpty()) {
      paper.title(title);
      points.forEach(each -> paper.markdown(each, mark, style));
    }
  }

  private static void claims(Paper paper, String title, List<String> claims) {
    if (!claims.isEmpty()) {
      paper.title(title);
      claims.forEach(each -> paper.words(each.strip(), "  ✗ ", Style.BAD));
    }
  }

  private String question(Entry entry) {
    boolean english = !context.chinese() && !entry.questionEn().isBlank();
    return english ? entry.questionEn() : entry.question();
  }
}
