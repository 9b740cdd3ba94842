package dev.bagu.cli;

import dev.bagu.cli.terminal.Style;
import dev.bagu.interview.Said;
import dev.bagu.interview.SessionRecord;
import dev.bagu.interview.SessionStore;
import dev.bagu.interview.StoredSession;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code bagu interview list}: the sessions, the newest first. */
@Command(name = "list", description = "List the sessions, the newest first.")
final class InterviewListCommand extends BaguCommand {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  InterviewListCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    try (SessionStore store = Records.open(context)) {
      Paper paper = new Paper(context);
      List<SessionRecord> sessions = store.sessions();
      if (sessions.isEmpty()) {
        paper.words(context.text("interview.list.none"), "", Style.PLAIN);
      }
      for (SessionRecord each : sessions) {
        store.session(each.id()).ifPresent(session -> row(session, paper));
      }
      return ExitCode.OK;
    }
  }

  private void row(StoredSession session, Paper paper) {
    SessionRecord head = session.record();
    paper.words(
        context.text(
            "interview.list.row",
            minute(head.started()),
            standing(session),
            InterviewPage.mode(head.mode(), context)),
        head.id() + "  ",
        head.ended().isPresent() ? Style.PLAIN : Style.BOLD);
  }

  private String standing(StoredSession session) {
    int all = session.questions().size();
    if (session.record().ended().isEmpty()) {
      long closed = said(session).filter(Said.Closing.class::isInstance).count();
      return context.text("interview.list.open", closed, all);
    }
    return said(session)
        .filter(Said.Farewell.class::isInstance)
        .map(Said.Farewell.class::cast)
        .findFirst()
        .map(each -> context.text("interview.list.ended", each.asked(), all, each.points()))
        .orElse("");
  }

  private static Stream<Said> said(StoredSession session) {
    return session.turns().stream()
        .flatMap(each -> each.outcome().stream())
        .flatMap(each -> each.said().stream());
  }

  /** A time as the person's clock shows it. */
  static String minute(Instant time) {
    return MINUTE.withZone(ZoneId.systemDefault()).format(time);
  }
}
