package dev.bagu.cli;

import dev.bagu.BaguException;
import dev.bagu.cli.terminal.LineInput;
import dev.bagu.cli.terminal.PipedLines;
import dev.bagu.cli.terminal.Typed;
import dev.bagu.cli.terminal.TypedLines;
import dev.bagu.interview.Command;
import dev.bagu.interview.Said;
import dev.bagu.interview.Session;
import dev.bagu.interview.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One session at the terminal or out of a pipe, from where it stands until it is over or left. What
 * was typed and not sent is kept when it is left.
 */
final class Sitting {
  private static final Map<String, Command> COMMANDS =
      Map.of(
          "/hint", Command.HINT,
          "/skip", Command.SKIP,
          "/repeat", Command.REPEAT,
          "/why", Command.WHY,
          "/end", Command.END);

  private static final List<String> WORDS =
      List.of("/hint", "/skip", "/repeat", "/why", "/end", "/help");

  private static final String PROMPT = "> ";

  private final Context context;
  private final OpenInterview open;
  private final Session session;
  private final TimeLimit limit;
  private final InterviewFiles files;
  private final InterviewPage page;
  private String draft;

  /**
   * A sitting.
   *
   * @param draft what was typed before the session was left
   */
  Sitting(Context context, OpenInterview open, Session session, TimeLimit limit, String draft) {
    this.context = context;
    this.open = open;
    this.session = session;
    this.limit = limit;
    this.draft = draft;
    this.files = new InterviewFiles(context);
    this.page = new InterviewPage(context, open);
  }

  /** Opens the terminal or the pipe, and goes on until the session is over or left. */
  void run() {
    boolean typed = context.surroundings().typed();
    try (LineInput input =
        typed
            ? TypedLines.open(WORDS)
            : new PipedLines(context.surroundings().in(), context.out())) {
      run(input);
    }
  }

  /** The same with given lines. */
  void run(LineInput input) {
    page.welcome(session, input.isTyped() && !session.isOver());
    remember(input);
    session.said().forEach(each -> page.show(each, limit));
    while (!session.isOver()) {
      Optional<String> text = next(input);
      if (text.isEmpty()) {
        files.leave(session.record().id(), new InterviewFiles.Bookmark(limit.minutes(), draft));
        page.left(session.record().id());
        context.out().flush();
        return;
      }
      take(text.get(), input);
    }
    files.reopened(session.record().id());
    page.scorecard(session, files.save(session.scorecard(), open.prompts()));
    // Closing the terminal closes the stream, too.
    context.out().flush();
  }

  /** The answers of this session can be called up again with the arrow keys. */
  private void remember(LineInput input) {
    open.store().session(session.record().id()).stream()
        .flatMap(each -> each.turns().stream())
        .map(Turn::text)
        .filter(each -> !each.isBlank())
        .forEach(input::remember);
  }

  /** The next text; empty when the person leaves. Ctrl-C twice, with nothing in between, leaves. */
  private Optional<String> next(LineInput input) {
    boolean warned = false;
    while (true) {
      context.out().flush();
      Typed typed = input.readText(PROMPT, draft);
      boolean same = typed.text().equals(draft);
      draft = typed.text();
      if (typed.ending() == Typed.Ending.SENT) {
        draft = "";
        return Optional.of(typed.text());
      }
      if (typed.ending() == Typed.Ending.END || (warned && same)) {
        return Optional.empty();
      }
      warned = true;
      context.note(context.text("interview.interrupted"));
    }
  }

  private void take(String text, LineInput input) {
    String command = Typed.lastLine(text);
    if (!Typed.isCommand(command)) {
      answer(text, input);
      return;
    }
    String above = text.substring(0, text.length() - command.length()).strip();
    if (command.equals("/end") && !above.isEmpty()) {
      answer(above, input);
    } else if (command.equals("/skip") && !above.isEmpty()) {
      input.remember(above);
    } else {
      draft = above;
    }
    if (COMMANDS.containsKey(command)) {
      if (!session.isOver()) {
        say(input, () -> session.command(COMMANDS.get(command)));
      }
    } else if (command.equals("/help")) {
      page.help();
    } else {
      context.note(context.text("interview.unknown", command));
    }
  }

  private void answer(String text, LineInput input) {
    input.remember(text);
    say(input, () -> session.answer(text));
  }

  private void say(LineInput input, Supplier<List<Said>> turn) {
    try {
      input.stoppable(open::cancel, () -> show(turn.get()));
    } catch (BaguException e) {
      String key = session.isUnjudged() ? "interview.failed" : "interview.unsaved";
      context.note(context.text(key, session.record().id()));
      throw e;
    }
  }

  /** When the time is up, the next question is not asked any more. */
  private void show(List<Said> said) {
    boolean closed = said.stream().anyMatch(Said.Closing.class::isInstance);
    boolean stops = closed && limit.isUp() && !session.isOver();
    for (Said each : said) {
      if (each instanceof Said.Ask) {
        open.asked();
      }
      if (!stops || !(each instanceof Said.Ask)) {
        page.show(each, limit);
      }
    }
    if (stops) {
      page.timeUp();
      session.command(Command.END).forEach(each -> page.show(each, limit));
    }
  }
}
