package dev.bagu.interview;

import dev.bagu.BadInput;
import dev.bagu.BaguException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The document that {@link SessionStore#exportJson()} writes. Its field names are a contract:
 *
 * <pre>
 * {"format":"bagu-records","version":1,
 *  "sessions":[{"id","settings":{...},"mode","prompts":{name:version},"started","ended",
 *    "questions":[entry id,...],
 *    "turns":[{"number","question","kind","text","seconds","at","judged","said":[...],
 *              "origins":[...],"assessments":[...]}],
 *    "reviews":[{"entry","rating","points","at"}]}]}
 * </pre>
 *
 * <p>Times are ISO-8601 in UTC; {@code ended} is empty while a session is open; {@code origins} and
 * {@code assessments} hold none or one; {@code judged} is false where a turn was saved and not
 * judged yet. Cards are not in it: they follow from the reviews.
 */
record RecordsDocument(String format, int version, List<SessionPart> sessions) {
  private static final String FORMAT = "bagu-records";

  RecordsDocument {
    sessions = List.copyOf(sessions);
  }

  record SessionPart(
      String id,
      SessionSettings settings,
      String mode,
      Map<String, String> prompts,
      String started,
      String ended,
      List<String> questions,
      List<TurnPart> turns,
      List<ReviewPart> reviews) {

    StoredSession stored() {
      Optional<Instant> end =
          ended.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(ended));
      SessionRecord head =
          new SessionRecord(id, settings, mode, prompts, Instant.parse(started), end);
      return new StoredSession(head, questions, turns.stream().map(TurnPart::turn).toList());
    }

    /** Makes everything once, and checks that the turns are those of a session. */
    SessionPart checked() {
      StoredSession session = stored();
      for (int i = 0; i < session.turns().size(); i++) {
        Turn turn = session.turns().get(i);
        boolean last = i + 1 == session.turns().size();
        if (turn.number() != i
            || turn.question() >= questions.size()
            || (turn.outcome().isEmpty() && !last)) {
          throw new IllegalArgumentException("session " + id + ", turn " + i + " is out of place");
        }
      }
      reviewed();
      return this;
    }

    List<Review> reviewed() {
      return reviews.stream().map(each -> each.review(id)).toList();
    }
  }

  record TurnPart(
      int number,
      int question,
      String kind,
      String text,
      int seconds,
      String at,
      boolean judged,
      List<Said> said,
      List<Origin> origins,
      List<Assessment> assessments) {
    static TurnPart of(Turn turn) {
      Optional<Outcome> outcome = turn.outcome();
      return new TurnPart(
          turn.number(),
          turn.question(),
          turn.kind().label(),
          turn.text(),
          turn.seconds(),
          turn.at().toString(),
          outcome.isPresent(),
          outcome.map(Outcome::said).orElse(List.of()),
          outcome.flatMap(Outcome::origin).stream().toList(),
          outcome.flatMap(Outcome::assessment).stream().toList());
    }

    Turn turn() {
      Turn bare =
          new Turn(
              number,
              question,
              Turn.Kind.ofLabel(kind),
              text,
              seconds,
              Instant.parse(at),
              Optional.empty());
      return !judged
          ? bare
          : bare.with(
              new Outcome(said, assessments.stream().findFirst(), origins.stream().findFirst()));
    }
  }

  record ReviewPart(String entry, Rating rating, int points, String at) {
    Review review(String session) {
      return new Review(entry, session, rating, points, Instant.parse(at));
    }
  }

  static RecordsDocument of(SessionStore store) {
    List<SessionPart> parts =
        store.sessions().stream()
            .flatMap(head -> store.session(head.id()).stream())
            .map(each -> part(each, store.reviewsOf(each.record().id())))
            .toList();
    return new RecordsDocument(FORMAT, 1, parts);
  }

  private static SessionPart part(StoredSession session, List<Review> reviews) {
    SessionRecord head = session.record();
    return new SessionPart(
        head.id(),
        head.settings(),
        head.mode(),
        new TreeMap<>(head.prompts()),
        head.started().toString(),
        head.ended().map(Instant::toString).orElse(""),
        session.questions(),
        session.turns().stream().map(TurnPart::of).toList(),
        reviews.stream()
            .map(
                each ->
                    new ReviewPart(
                        each.entry(), each.rating(), each.points(), each.at().toString()))
            .toList());
  }

  /** The document, indented. */
  String text() {
    return Json.pretty(this);
  }

  /**
   * Reads and checks a whole document.
   *
   * @throws BadInput when it is none, or of a newer version
   */
  static RecordsDocument parse(String text) {
    RecordsDocument document;
    try {
      RecordsDocument read = Json.read(text, RecordsDocument.class);
      // Makes every part once, so that a bad one is found before anything is written.
      document =
          new RecordsDocument(
              read.format(),
              read.version(),
              read.sessions().stream()
                  .map(SessionPart::checked)
                  .collect(
                      Collectors.toMap(
                          SessionPart::id, each -> each, (a, b) -> a, LinkedHashMap::new))
                  .values()
                  .stream()
                  .toList());
    } catch (BaguException | DateTimeParseException | IllegalArgumentException e) {
      throw new BadInput("this is no export of bagu's records: " + e.getMessage(), e);
    }
    if (!document.format().equals(FORMAT) || document.version() != 1) {
      throw new BadInput(
          "this export is of format "
              + document.format()
              + " "
              + document.version()
              + "; this bagu reads "
              + FORMAT
              + " 1");
    }
    return document;
  }
}
