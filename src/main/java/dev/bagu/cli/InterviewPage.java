package dev.bagu.cli;

import dev.bagu.cli.terminal.Style;
import dev.bagu.interview.Origin;
import dev.bagu.interview.Said;
import dev.bagu.interview.Session;
import dev.bagu.knowledge.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a session says, for a person to read. */
final class InterviewPage {
  private static final String INDENT = "  ";

  private final Context context;
  private final OpenInterview open;
  private final Paper paper;

  InterviewPage(Context context, OpenInterview open) {
    this.context = context;
    this.open = open;
    this.paper = new Paper(context);
  }

  /** How a session begins: who asks, what can be typed. */
  void welcome(Session session, boolean typed) {
    Optional<String> model = open.model();
    paper.aside(
        model.isPresent()
            ? context.text("interview.mode.model", model.get())
            : context.text("interview.mode.offline"),
        "");
    paper.aside(
        context.text(
            "interview.session", session.record().id(), session.record().settings().seed()),
        "");
    if (typed) {
      paper.aside(context.text("interview.how"), "");
    }
  }

  /** Shows one thing that was said. */
  void show(Said said, TimeLimit limit) {
    if (said instanceof Said.Ask ask) {
      ask(ask, limit);
    } else if (said instanceof Said.FollowUp followUp) {
      paper.gap();
      paper.words(context.text("interview.follow_up", followUp.number()), "", Style.BOLD);
      paper.markdown(followUp.text(), INDENT, Style.PLAIN);
    } else if (said instanceof Said.Hint hint) {
      paper.markdown(
          context.text("interview.hint", hint.text(), hint.cost(), hint.left()),
          INDENT,
          Style.PLAIN);
    } else if (said instanceof Said.Why why) {
      why(why.origin());
    } else if (said instanceof Said.NotNow notNow) {
      paper.words(reason(notNow.reason()), INDENT, Style.PLAIN);
    } else if (said instanceof Said.Closing closing) {
      new ClosingPage(context, open.judge()).print(closing);
    } else if (said instanceof Said.Farewell farewell) {
      paper.gap();
      paper.title(context.text("interview.over", farewell.asked(), farewell.points()));
    }
  }

  private void ask(Said.Ask ask, TimeLimit limit) {
    paper.gap();
    StringBuilder head =
        new StringBuilder(context.text("interview.question", ask.number(), ask.of()));
    open.syllabus()
        .find(ask.entry())
        .map(this::section)
        .ifPresent(each -> head.append(" · ").append(each));
    limit.left().ifPresent(each -> head.append(" · ").append(time(each)));
    paper.title(head.toString());
    paper.markdown(ask.text(), INDENT, Style.PLAIN);
  }

  private String section(Entry entry) {
    return context.chinese() ? entry.section().title() : entry.section().titleEn();
  }

  private String time(int minutes) {
    return minutes == 0 ? context.text("interview.last") : context.text("interview.left", minutes);
  }

  private void why(Origin origin) {
    String basis = origin.basis().strip().replaceAll("\\s+", " ");
    String text =
        switch (origin.kind()) {
          case CONTRADICTED -> context.text("interview.why.contradicted", basis);
          case MISSED ->
              basis.isEmpty()
                  ? context.text("interview.why.missing")
                  : context.text("interview.why.missed", basis);
          case NEIGHBOUR -> context.text("interview.why.neighbour", basis);
        };
    paper.markdown(text, INDENT, Style.PLAIN);
    if (!origin.source().quote().isBlank()) {
      paper.markdown(origin.source().quote(), INDENT + INDENT, Style.PLAIN);
    }
    paper.place(origin.source(), INDENT + INDENT);
  }

  private String reason(Said.NotNow.Reason reason) {
    return switch (reason) {
      case EMPTY -> context.text("interview.empty");
      case NO_HINT_LEFT -> context.text("interview.no_hint");
      case NOTHING_TO_EXPLAIN -> context.text("interview.no_why");
      case OVER -> context.text("interview.is_over");
    };
  }

  /** The commands. */
  void help() {
    for (String line :
        List.of(
            context.text("interview.help.hint"),
            context.text("interview.help.skip"),
            context.text("interview.help.repeat"),
            context.text("interview.help.why"),
            context.text("interview.help.end"),
            context.text("interview.help.send"),
            context.text("interview.help.leave"))) {
      paper.words(line, INDENT, Style.PLAIN);
    }
  }

  /** The time has run out. */
  void timeUp() {
    paper.gap();
    paper.title(context.text("interview.time_up"));
  }

  /** The session was left and can be gone on with. */
  void left(String session) {
    paper.gap();
    paper.words(context.text("interview.left_open"), "", Style.PLAIN);
    // A line of its own, so that it can be copied whole.
    paper.line(INDENT + "bagu interview --resume " + session);
  }

  /** The figures of the scorecard, and where the whole of it lies. */
  void scorecard(Session session, List<Path> files) {
    paper.gap();
    new ScorecardPage(context).print(session.scorecard());
    paper.gap();
    for (Path file : files) {
      paper.line(context.text("interview.saved", file));
    }
  }

  /** A mode as it is told: a model's name stands for itself. */
  static String mode(String mode, Context context) {
    return mode.equals("offline") ? context.text("interview.offline") : mode;
  }
}
