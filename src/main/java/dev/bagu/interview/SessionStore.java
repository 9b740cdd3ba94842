package dev.bagu.interview;

import dev.bagu.BaguException;
import dev.bagu.check.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All sessions and reviews, in the SQLite file {@code bagu.db} of one folder.
 *
 * <p>What a method has written is on disk when it returns. The file belongs to its owner alone
 * where the file system knows owners. A file that is damaged, or of a newer version, is left
 * untouched and named in the failure. Not thread-safe; two processes may take turns.
 */
public final class SessionStore implements AutoCloseable {
  /** The file's name. */
  public static final String FILE = "bagu.db";

  private final Database database;
  private final ReviewLog reviews;

  private SessionStore(Database database) {
    this.database = database;
    this.reviews = new ReviewLog(database, Fsrs.DEFAULT);
  }

  /**
   * Opens the records in a folder; makes folder and file where there are none.
   *
   * @throws BaguException when the file is damaged, newer than this program, or cannot be opened
   */
  public static SessionStore open(Path folder) {
    Path file = folder.resolve(FILE);
    create(folder, file);
    Database database = Database.open(file);
    boolean usable = false;
    try {
      Schema.migrate(database);
      usable = true;
    } finally {
      if (!usable) {
        database.close();
      }
    }
    return new SessionStore(database);
  }

  private static void create(Path folder, Path file) {
    try {
      boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
      Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
      FileAttribute<?>[] only =
          posix
              ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)}
              : new FileAttribute<?>[0];
      Files.createDirectories(folder);
      if (Files.notExists(file)) {
        Files.createFile(file, only);
      } else if (posix) {
        Files.setPosixFilePermissions(file, owner);
      }
    } catch (IOException e) {
      throw new BaguException(
          file + " cannot be made or opened; check that its folder can be written to", e);
    }
  }

  /** Where the records lie. */
  public Path file() {
    return database.file();
  }

  /** Problems that SQLite finds in the file, one a line; empty when it is sound. */
  public List<String> integrityCheck() {
    try {
      List<String> found = database.list("PRAGMA integrity_check", row -> row.getString(1));
      List<String> loose =
          database.list("PRAGMA foreign_key_check", row -> "loose row in " + row.getString(1));
      return Stream.concat(found.stream(), loose.stream())
          .filter(each -> !each.equals("ok"))
          .toList();
    } catch (BaguException damaged) {
      return List.of(String.valueOf(damaged.getMessage()));
    }
  }

  // Sessions

  /** Saves a new session with its questions. */
  void create(SessionRecord session, List<String> questions) {
    database.transaction(() -> insert(session, questions));
  }

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

  /** Saves what the candidate did, before it is judged. */
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
   * Saves what came of a turn, all or nothing: what was said, the check, the result of a question
   * that closed with its review, and the end of the session.
   */
  void complete(String session, Turn turn, Outcome outcome, Optional<Review> review) {
    database.transaction(
        () -> {
          record(session, turn, outcome);
          review.ifPresent(reviews::add);
          if (outcome.said().stream().anyMatch(Said.Farewell.class::isInstance)) {
            database.update(
                "UPDATE sessions SET ended = ? WHERE id = ?", turn.at().toEpochMilli(), session);
          }
        });
  }

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

  /** The heads of all sessions, the newest first. */
  public List<SessionRecord> sessions() {
    return database.list("SELECT * FROM sessions ORDER BY started DESC, id", this::head);
  }

  /** The newest session that has not ended. */
  public Optional<SessionRecord> unfinished() {
    return database.first(
        "SELECT * FROM sessions WHERE ended IS NULL ORDER BY started DESC, id LIMIT 1", this::head);
  }

  /** A session with all its turns. */
  public Optional<StoredSession> session(String id) {
    return database
        .first("SELECT * FROM sessions WHERE id = ?", this::head, id)
        .map(head -> new StoredSession(head, questions(id), turns(id)));
  }

  /** All sessions in which an entry was asked, the oldest first. */
  List<StoredSession> sessionsWith(String entry) {
    return database
        .list(
            "SELECT s.id FROM sessions s JOIN questions q ON q.session = s.id WHERE q.entry = ?"
                + " ORDER BY s.started, s.id",
            row -> row.getString(1),
            entry)
        .stream()
        .flatMap(id -> session(id).stream())
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
        SessionStore::turn,
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

  // Results and reviews

  /** All results of an entry, the oldest first. */
  public List<QuestionResult> attempts(String entry) {
    return database.list(
        "SELECT result FROM questions WHERE entry = ? AND result IS NOT NULL"
            + " ORDER BY closed, session",
        row -> Json.read(row.getString(1), QuestionResult.class),
        entry);
  }

  /** The newest result, by entry. */
  public Map<String, QuestionResult> lastResults() {
    Map<String, QuestionResult> last = new LinkedHashMap<>();
    database
        .list(
            "SELECT result FROM questions WHERE result IS NOT NULL ORDER BY closed, session",
            row -> Json.read(row.getString(1), QuestionResult.class))
        .forEach(each -> last.put(each.entry(), each));
    return last;
  }

  /** The cards of all entries that were asked, the one that is due first first. */
  public List<Card> cards() {
    return reviews.cards();
  }

  /** The review log of an entry, the oldest first. */
  public List<Review> reviews(String entry) {
    return reviews.of(entry);
  }

  // Coming and going

  /** Everything as one JSON document; {@link RecordsDocument} says its shape. */
  public String exportJson() {
    return RecordsDocument.of(this).text();
  }

  /**
   * Adds the sessions of such a document that are not here yet; what is here stays as it is.
   *
   * @return how many sessions were added
   * @throws BaguException when the text is no such document; nothing is added then
   */
  public int importJson(String text) {
    RecordsDocument document = RecordsDocument.parse(text);
    List<RecordsDocument.SessionPart> fresh =
        document.sessions().stream().filter(each -> session(each.id()).isEmpty()).toList();
    database.transaction(
        () -> {
          fresh.forEach(each -> add(each.stored(), each.reviewed()));
          reviews.rebuild();
        });
    return fresh.size();
  }

  private void add(StoredSession session, Collection<Review> reviewed) {
    insert(session.record(), session.questions());
    for (Turn turn : session.turns()) {
      begin(session.record().id(), turn);
      turn.outcome().ifPresent(outcome -> record(session.record().id(), turn, outcome));
    }
    reviewed.forEach(reviews::log);
  }

  /** Forgets everything. */
  public void forgetAll() {
    forget(() -> database.update("DELETE FROM sessions"));
  }

  /**
   * Forgets one session with its reviews; the cards become what they would be without it.
   *
   * @throws BaguException when there is none
   */
  public void forgetSession(String id) {
    if (session(id).isEmpty()) {
      throw new BaguException("there is no session " + id + " in " + file());
    }
    forget(() -> database.update("DELETE FROM sessions WHERE id = ?", id));
  }

  /**
   * Forgets everything that was said to one entry: its questions' turns with their texts, its
   * results, its reviews and its card. The sessions stay, with the question but without a result.
   */
  public void forgetEntry(String entry) {
    forget(() -> EntryEraser.erase(database, entry));
  }

  private void forget(Runnable deletion) {
    database.transaction(
        () -> {
          deletion.run();
          reviews.rebuild();
        });
    // Gives the pages back, so that the freed text is in no part of the file.
    database.update("VACUUM");
  }

  List<Review> reviewsOf(String session) {
    return reviews.inSession(session);
  }

  @Override
  public void close() {
    database.close();
  }
}
