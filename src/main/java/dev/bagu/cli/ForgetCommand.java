package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.cli.terminal.LineInput;
import dev.bagu.cli.terminal.TypedLines;
import dev.bagu.interview.SessionStore;
import dev.bagu.interview.StoredSession;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bagu forget}: deletes records for good, with the scorecards made from them. */
@Command(
    name = "forget",
    description = "Delete interview records for good, with the scorecards made from them.",
    footer = {"", "Examples:", "  bagu forget --entry peft-07", "  bagu forget --all --yes"})
final class ForgetCommand extends BaguCommand {
  private static final List<String> YES = List.of("y", "yes", "是", "好");

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @Option(
      names = "--yes",
      order = 20,
      description = "Do not ask; needed where nobody can be asked.")
  private boolean yes;

  /** What is to be forgotten; one of them. */
  static final class What {
    @Option(
        names = "--session",
        paramLabel = "ID",
        order = 10,
        description = "One session; bagu interview list shows the ids.")
    @Nullable String session;

    @Option(
        names = "--entry",
        paramLabel = "ID",
        order = 11,
        description = "Everything that was said to one question.")
    @Nullable String entry;

    @Option(names = "--all", order = 12, description = "Everything.")
    boolean all;
  }

  ForgetCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    if (!yes && !context.surroundings().typed()) {
      throw new BadInput(context.text("records.unconfirmed"));
    }
    try (SessionStore store = Records.open(context)) {
      String question = question(store);
      if (yes) {
        forget(store);
      } else {
        ask(question, store);
      }
      return ExitCode.OK;
    }
  }

  /** What is asked; tells first where there is nothing to forget. */
  private String question(SessionStore store) {
    if (what.session != null) {
      if (store.session(what.session).isEmpty()) {
        throw new BadInput(context.text("interview.no_session", what.session));
      }
      return context.text("records.forget_session", what.session);
    }
    if (what.entry != null) {
      if (sessionsWith(store, what.entry).isEmpty()) {
        throw new BadInput(context.text("records.no_entry", what.entry));
      }
      return context.text("records.forget_entry", what.entry);
    }
    return context.text("records.forget_all", store.sessions().size());
  }

  private void ask(String question, SessionStore store) {
    try (LineInput input = TypedLines.open(List.of())) {
      context.out().println(question);
      context.out().flush();
      String reply = input.read(context.text("records.confirm") + " ").orElse("");
      if (YES.contains(reply.toLowerCase(Locale.ROOT))) {
        forget(store);
      } else {
        context.out().println(context.text("records.kept"));
      }
      // Closing the terminal closes the stream, too.
      context.out().flush();
    }
  }

  private void forget(SessionStore store) {
    context.out().println(context.text("records.forgotten", deleted(store)));
  }

  /** Deletes; gives how many files beside the records went with them. */
  private int deleted(SessionStore store) {
    InterviewFiles files = new InterviewFiles(context);
    if (what.session != null) {
      store.forgetSession(what.session);
      return files.forget(what.session);
    }
    if (what.entry != null) {
      // A scorecard speaks of all its questions; resuming the session writes it anew without this.
      List<String> sessions = sessionsWith(store, what.entry);
      store.forgetEntry(what.entry);
      return sessions.stream().mapToInt(files::forget).sum();
    }
    store.forgetAll();
    return files.forgetAll();
  }

  private static List<String> sessionsWith(SessionStore store, String entry) {
    return store.sessions().stream()
        .flatMap(each -> store.session(each.id()).stream())
        .filter(each -> each.questions().contains(entry) || judged(each, entry))
        .map(each -> each.record().id())
        .toList();
  }

  /** Whether a follow-up led to the entry and its answer was held against it. */
  private static boolean judged(StoredSession session, String entry) {
    return session.turns().stream()
        .flatMap(turn -> turn.outcome().stream())
        .flatMap(outcome -> outcome.assessment().stream())
        .anyMatch(each -> each.entry().equals(entry));
  }
}
