package dev.bagu.interview;

import dev.bagu.BaguException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
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
  private final SessionRows rows;
  private final ReviewLog reviews;

  private SessionStore(Database database) {
    this.database = database;
    this.rows = new SessionRows(database);
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

  /** The heads of all sessions, the newest first. */
  public List<SessionRecord> sessions() {
    return rows.heads();
  }

  /** The newest session that has not ended. */
  public Optional<SessionRecord> unfinished() {
    return rows.unfinished();
  }

  /** A session with all its turns. */
  public Optional<StoredSession> session(String id) {
    return rows.find(id);
  }

  /** All sessions in which an entry was asked, the oldest first. */
  List<StoredSession> sessionsWith(String entry) {
    return rows.with(entry);
  }

  /** Saves a new session with its questions. */
  void create(SessionRecord session, List<String> questions) {
    database.transaction(() -> rows.insert(session, questions));
  }

  /** Saves what the candidate did, before it is judged. */
  void begin(String session, Turn turn) {
    rows.begin(session, turn);
  }

  /**
   * Saves what came of a turn, all or nothing: what was said, the check, the result of a question
   * that closed with its review, and the end of the session.
   */
  void complete(String session, Turn turn, Outcome outcome, Optional<Review> review) {
    database.transaction(
        () -> {
          rows.record(session, turn, outcome);
          review.ifPresent(reviews::add);
          if (outcome.said().stream().anyMatch(Said.Farewell.class::isInstance)) {
            rows.end(session, turn.at());
          }
        });
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
    rows.insert(session.record(), session.questions());
    for (Turn turn : session.turns()) {
      rows.begin(session.record().id(), turn);
      turn.outcome().ifPresent(outcome -> rows.record(session.record().id(), turn, outcome));
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
