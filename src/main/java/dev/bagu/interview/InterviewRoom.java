package dev.bagu.interview;

import dev.bagu.BadInput;
import dev.bagu.check.CheckReport;
import dev.bagu.check.CheckRequest;
import dev.bagu.knowledge.Entry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where interviews are begun and taken up again: questions, check, records and voice together.
 *
 * <pre>
 * Session session = room.start(SessionSettings.standard(Language.ZH, 1));
 * session.said();               // [Ask]
 * session.answer("冻结原权重……");   // [FollowUp], or [Closing, Ask]
 * session.command(Command.END); // [Closing, Farewell]
 * </pre>
 */
public final class InterviewRoom {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Syllabus syllabus;
  private final SessionStore store;
  private final Interviewer interviewer;
  private final Clock clock;
  private final Assessor assessor;
  private final FollowUpPlanner planner;

  /**
   * A room.
   *
   * @param check judges a draft; gets ordinals of the index that the syllabus is of
   */
  public InterviewRoom(
      Syllabus syllabus,
      Function<CheckRequest, CheckReport> check,
      SessionStore store,
      Interviewer interviewer,
      Clock clock) {
    this.syllabus = syllabus;
    this.store = store;
    this.interviewer = interviewer;
    this.clock = clock;
    this.assessor = new Assessor(syllabus, check);
    this.planner = new FollowUpPlanner(syllabus);
  }

  /**
   * Begins a session: chooses its questions, saves it and asks the first one.
   *
   * @throws BadInput when a section does not exist, or no question fits
   */
  public Session start(SessionSettings settings) {
    List<String> chosen = new QuestionPicker(syllabus, store, clock).pick(settings);
    String id = STAMP.format(clock.instant()) + "-" + UUID.randomUUID().toString().substring(0, 8);
    SessionRecord record =
        new SessionRecord(
            id,
            settings,
            interviewer.mode(),
            interviewer.versions(settings),
            clock.instant(),
            Optional.empty());
    Session session = new Session(record, entries(chosen), this);
    store.create(record, chosen);
    session.begin();
    return session;
  }

  /**
   * Opens a session again, at the turn at which it stopped. A turn that was saved and not judged is
   * judged now.
   *
   * @throws BadInput when there is no such session, or one of its questions is not in the documents
   */
  public Session resume(String id) {
    StoredSession stored =
        store.session(id).orElseThrow(() -> new BadInput("there is no session " + id));
    Session session = new Session(stored.record(), entries(stored.questions()), this);
    session.replay(stored.turns());
    if (stored.turns().isEmpty()) {
      session.begin();
    }
    return session;
  }

  /**
   * All closed attempts at an entry with their points and claims, the oldest first: what {@link
   * Comparison#compare} takes.
   *
   * @throws BadInput when the entry is not in the documents
   */
  public List<Scorecard.QuestionScore> attempts(String entry) {
    List<Scorecard.QuestionScore> attempts = new ArrayList<>();
    for (StoredSession session : store.sessionsWith(entry)) {
      int index = session.questions().indexOf(entry);
      QuestionState state = new QuestionState(entries(List.of(entry)).get(0));
      for (Turn turn : session.turns()) {
        if (turn.question() == index && turn.outcome().isPresent()) {
          state.hear(turn, turn.outcome().get().assessment());
          state.say(turn.outcome().get());
        }
      }
      if (state.result().isPresent()) {
        attempts.add(Scorecard.question(index + 1, state));
      }
    }
    return attempts;
  }

  Clock clock() {
    return clock;
  }

  SessionStore store() {
    return store;
  }

  Interviewer interviewer() {
    return interviewer;
  }

  Assessor assessor() {
    return assessor;
  }

  FollowUpPlanner planner() {
    return planner;
  }

  private List<Entry> entries(List<String> ids) {
    return ids.stream()
        .map(
            id ->
                syllabus
                    .find(id)
                    .orElseThrow(
                        () ->
                            new BadInput(
                                "the question "
                                    + id
                                    + " is not in the documents any more; add"
                                    + " them again, or start another session")))
        .toList();
  }
}
