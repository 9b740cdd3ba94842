package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.cli.terminal.DisplayWidth;
import dev.bagu.cli.terminal.Style;
import dev.bagu.interview.Card;
import dev.bagu.interview.ReviewQueue;
import dev.bagu.interview.Session;
import dev.bagu.interview.SessionSettings;
import dev.bagu.interview.Tone;
import dev.bagu.knowledge.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bagu review}: asks again what is due. */
@Command(
    name = "review",
    description = "Be asked again what is due, the longest due first.",
    footer = {"", "Examples:", "  bagu review --limit 10", "  bagu review --list"})
final class ReviewCommand extends BaguCommand {
  /** Most questions that one session can have, as {@link SessionSettings} has it. */
  private static final int MOST = 100;

  /** Columns of an entry's id; a longer one takes what it needs. */
  static final int ID = 14;

  /** How far ahead the next review is looked for. */
  private static final Duration AHEAD = Duration.ofDays(36_500);

  @Option(names = "--list", order = 10, description = "Only list what is due.")
  private boolean list;

  @Option(
      names = "--limit",
      paramLabel = "N",
      order = 11,
      description = "At most this many questions, 1 to 100 (default: all that are due).")
  private @Nullable Integer limit;

  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  ReviewCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw new BadInput(context.text("review.limit", limit, MOST));
    }
    try (OpenInterview open =
        list
            ? OpenInterview.of(context, knowledge)
            : OpenInterview.of(context, knowledge, model.configured(context))) {
      ReviewQueue queue = new ReviewQueue(open.syllabus(), open.store(), open.clock());
      List<ReviewQueue.Item> due = queue.due();
      int most = Math.min(limit == null ? MOST : limit, due.size());
      if (due.isEmpty()) {
        nothing(queue, open);
      } else if (list) {
        due.subList(0, most).forEach(each -> row(each, open));
      } else {
        ask(open, most);
      }
      return ExitCode.OK;
    }
  }

  /** What is due comes first where weak ones do; as many are asked, so that nothing else comes. */
  private void ask(OpenInterview open, int count) {
    SessionSettings settings =
        new SessionSettings(
            new TreeSet<>(),
            new TreeSet<>(),
            count,
            true,
            0,
            Tone.NEUTRAL,
            context.chinese() ? Language.ZH : Language.EN,
            SessionSettings.MOST_FOLLOW_UPS);
    Session session = open.room().start(settings);
    TimeLimit limit = new TimeLimit(OptionalInt.empty(), Duration.ZERO, open.clock());
    new Sitting(context, open, session, limit, "").run();
  }

  private void nothing(ReviewQueue queue, OpenInterview open) {
    Instant far = open.clock().instant().plus(AHEAD);
    List<ReviewQueue.Item> later = queue.dueBy(far);
    String text =
        later.isEmpty()
            ? context.text("review.never")
            : context.text(
                "review.nothing", InterviewListCommand.minute(later.get(0).card().due()));
    new Paper(context).words(text, "", Style.PLAIN);
  }

  private void row(ReviewQueue.Item item, OpenInterview open) {
    Card card = item.card();
    String question =
        open.syllabus()
            .find(card.entry())
            .map(
                each ->
                    context.chinese() || each.questionEn().isBlank()
                        ? each.question()
                        : each.questionEn())
            .orElse("");
    new Paper(context)
        .words(
            context.text(
                "review.row",
                InterviewListCommand.minute(card.due()),
                Math.round(item.recall() * 100),
                question),
            DisplayWidth.pad(card.entry(), ID) + "  ",
            Style.PLAIN);
  }
}
