package dev.bagu.interview;

import dev.bagu.check.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of sessions, their questions, turns and verdicts. */
final class SessionRows {
  private final Database database;

  SessionRows(Database database) {
    this.database = database;
  }

  /** Adds a session with its questions, none of them asked yet. */
  void insert(SessionRecord session, List<String> questions) {
    database.update(
        "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?)",
        session.id(),
        Json.write(session.settings()),
        session.settings().seed(),
        session.mode(),
        session.started().toEpochMilli(),
        session.ended().map(Instant::toEpochMilli).orElse(null));
    session
        .prompts()
        .forEach(
            (name, version) ->
                database.update(
                    "INSERT INTO prompts VALUES (?, ?, ?)", session.id(), name, version));
    for (int i = 0; i < questions.size(); i++) {
      database.update(
          "INSERT INTO questions (session, position, entry) VALUES (?, ?, ?)",
          session.id(),
          i,
          questions.get(i));
    }
  }

  /** Adds a turn that is not judged yet. */
  void begin(String session, Turn turn) {
    database.update(
        "INSERT INTO turns (session, number, question, kind, text, seconds, at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        session,
        turn.number(),
        turn.question(),
        turn.kind().label(),
        turn.text(),
        turn.seconds(),
        turn.at().toEpochMilli());
  }

  /**
   * Adds what came of a turn: what was said, the check, and the result of a question that closed.
   */
  void record(String session, Turn turn, Outcome outcome) {
    database.update(
        "UPDATE turns SET said = ?, origin = ? WHERE session = ? AND number = ?",
        Json.write(outcome.said().toArray(Said[]::new)),
        outcome.origin().map(Json::write).orElse(null),
        session,
        turn.number());
    outcome
        .assessment()
        .ifPresent(
            each ->
                database.update(
                    "INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?)",
                    session,
                    turn.number(),
                    each.entry(),
                    each.score(),
                    each.coverage(),
                    each.claims(Verdict.CONTRADICTED).size(),
                    Json.write(each)));
    outcome
        .result()
        .ifPresent(
            each ->
                database.update(
                    "UPDATE questions SET points = ?, closed = ?, result = ?"
                        + " WHERE session = ? AND position = ?",
                    each.points(),
                    turn.at().toEpochMilli(),
                    Json.write(each),
                    session,
                    turn.question()));
  }

  /** Marks a session as over. */
  void end(String session, Instant at) {
    database.update("UPDATE sessions SET ended = ? WHERE id = ?", at.toEpochMilli(), session);
  }

  /** The heads of all sessions, the newest first. */
  List<SessionRecord> heads() {
    return database.list("SELECT * FROM sessions ORDER BY started DESC, id", this::head);
  }

  /** The newest session that has not ended. */
  Optional<SessionRecord> unfinished() {
    return database.first(
        "SELECT * FROM sessions WHERE ended IS NULL ORDER BY started DESC, id LIMIT 1", this::head);
  }

  /** A session with all its turns. */
  Optional<StoredSession> find(String id) {
    return database
        .first("SELECT * FROM sessions WHERE id = ?", this::head, id)
        .map(head -> new StoredSession(head, questions(id), turns(id)));
  }

  /** All sessions in which an entry was asked, the oldest first. */
  List<StoredSession> with(String entry) {
    return database
        .list(
            "SELECT s.id FROM sessions s JOIN questions q ON q.session = s.id WHERE q.entry = ?"
                + " ORDER BY s.started, s.id",
            row -> row.getString(1),
            entry)
        .stream()
        .flatMap(id -> find(id).stream())
        .toList();
  }

  private SessionRecord head(ResultSet row) throws SQLException {
    String id = row.getString("id");
    Map<String, String> prompts = new LinkedHashMap<>();
    database
        .list(
            "SELECT name, version FROM prompts WHERE session = ? ORDER BY name",
            each -> List.of(each.getString(1), each.getString(2)),
            id)
        .forEach(each -> prompts.put(each.get(0), each.get(1)));
    return new SessionRecord(
        id,
        Json.read(row.getString("settings"), SessionSettings.class),
        row.getString("mode"),
        prompts,
        Instant.ofEpochMilli(row.getLong("started")),
        Optional.ofNullable(row.getObject("ended"))
            .map(any -> Instant.ofEpochMilli(((Number) any).longValue())));
  }

  private List<String> questions(String session) {
    return database.list(
        "SELECT entry FROM questions WHERE session = ? ORDER BY position",
        row -> row.getString(1),
        session);
  }

  private List<Turn> turns(String session) {
    return database.list(
        "SELECT t.*, v.assessment FROM turns t LEFT JOIN verdicts v"
            + " ON v.session = t.session AND v.turn = t.number"
            + " WHERE t.session = ? ORDER BY t.number",
        SessionRows::turn,
        session);
  }

  private static Turn turn(ResultSet row) throws SQLException {
    Optional<String> said = Optional.ofNullable(row.getString("said"));
    Optional<Assessment> assessment =
        Optional.ofNullable(row.getString("assessment"))
            .map(text -> Json.read(text, Assessment.class));
    Optional<Origin> origin =
        Optional.ofNullable(row.getString("origin")).map(text -> Json.read(text, Origin.class));
    return new Turn(
        row.getInt("number"),
        row.getInt("question"),
        Turn.Kind.ofLabel(row.getString("kind")),
        row.getString("text"),
        row.getInt("seconds"),
        Instant.ofEpochMilli(row.getLong("at")),
        said.map(text -> new Outcome(List.of(Json.read(text, Said[].class)), assessment, origin)));
  }
}
