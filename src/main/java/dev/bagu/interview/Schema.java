package dev.bagu.interview;

import dev.bagu.BaguException;
import java.util.List;

/**
 * The tables and how they came to be. {@code PRAGMA user_version} says how many of the steps a file
 * has gone through; a step, once released, is never edited.
 *
 * <p>Times are milliseconds since 1970. What is queried has a column; the rest of a turn is JSON
 * ({@link Json}).
 */
final class Schema {
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              """
              CREATE TABLE sessions (
                id TEXT PRIMARY KEY, settings TEXT NOT NULL, seed INTEGER NOT NULL,
                mode TEXT NOT NULL, started INTEGER NOT NULL, ended INTEGER) STRICT""",
              """
              CREATE TABLE prompts (
                session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
                name TEXT NOT NULL, version TEXT NOT NULL,
                PRIMARY KEY (session, name)) STRICT, WITHOUT ROWID""",
              """
              CREATE TABLE questions (
                session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
                position INTEGER NOT NULL, entry TEXT NOT NULL,
                points INTEGER, closed INTEGER, result TEXT,
                PRIMARY KEY (session, position)) STRICT, WITHOUT ROWID""",
              "CREATE INDEX questions_by_entry ON questions (entry, closed)",
              """
              CREATE TABLE turns (
                session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
                number INTEGER NOT NULL, question INTEGER NOT NULL, kind TEXT NOT NULL,
                text TEXT NOT NULL, seconds INTEGER NOT NULL, at INTEGER NOT NULL,
                said TEXT, origin TEXT,
                PRIMARY KEY (session, number)) STRICT, WITHOUT ROWID""",
              """
              CREATE TABLE verdicts (
                session TEXT NOT NULL, turn INTEGER NOT NULL, entry TEXT NOT NULL,
                score INTEGER NOT NULL, coverage REAL NOT NULL, contradicted INTEGER NOT NULL,
                assessment TEXT NOT NULL,
                PRIMARY KEY (session, turn),
                FOREIGN KEY (session, turn) REFERENCES turns ON DELETE CASCADE)
                STRICT, WITHOUT ROWID""",
              """
              CREATE TABLE reviews (
                entry TEXT NOT NULL, at INTEGER NOT NULL,
                session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
                rating TEXT NOT NULL, points INTEGER NOT NULL,
                PRIMARY KEY (entry, at, session)) STRICT, WITHOUT ROWID""",
              """
              CREATE TABLE cards (
                entry TEXT PRIMARY KEY, state TEXT NOT NULL, step INTEGER NOT NULL,
                stability REAL NOT NULL, difficulty REAL NOT NULL, due INTEGER NOT NULL,
                last_review INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
              "CREATE INDEX cards_by_due ON cards (due)"));

  private Schema() {}

  /** The version that this program writes. */
  static int version() {
    return STEPS.size();
  }

  /**
   * Brings a file to this version, all steps in one transaction.
   *
   * @throws BaguException when a newer program wrote it
   */
  static void migrate(Database database) {
    if (found(database) == version()) {
      return;
    }
    database.transaction(
        () -> {
          int from = found(database);
          if (from > version()) {
            throw new BaguException(
                database.file()
                    + " was written by a newer bagu (records version "
                    + from
                    + ", this one knows "
                    + version()
                    + "); update bagu, or point it to another folder");
          }
          STEPS.subList(from, version()).forEach(step -> step.forEach(database::update));
          database.update("PRAGMA user_version = " + version());
        });
  }

  private static int found(Database database) {
    return database.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
  }
}
