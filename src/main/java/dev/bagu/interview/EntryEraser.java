package dev.bagu.interview;

import java.util.List;
import java.util.stream.Stream;

/**
 * Takes one entry out of all sessions: its reviews, results and checks go, and its questions' turns
 * lose what was typed and all that was said back but the questions themselves. Turns keep their
 * numbers, so that the rest of a session stays whole and can go on.
 */
final class EntryEraser {
  private record Place(String session, int number, List<Said> said) {}

  private EntryEraser() {}

  static void erase(Database database, String entry) {
    database.update("DELETE FROM reviews WHERE entry = ?", entry);
    // Answers to follow-ups of other entries that led here.
    database.update(
        "UPDATE turns SET text = '' WHERE (session, number) IN"
            + " (SELECT session, turn FROM verdicts WHERE entry = ?)",
        entry);
    database.update("DELETE FROM verdicts WHERE entry = ?", entry);
    for (Place turn : turns(database, entry)) {
      database.update(
          "DELETE FROM verdicts WHERE session = ? AND turn = ?", turn.session(), turn.number());
      database.update(
          "UPDATE turns SET text = '', origin = NULL, said = ? WHERE session = ? AND number = ?",
          Json.write(turn.said().stream().filter(EntryEraser::stays).toArray(Said[]::new)),
          turn.session(),
          turn.number());
    }
    database.update("UPDATE questions SET points = NULL, result = NULL WHERE entry = ?", entry);
  }

  private static List<Place> turns(Database database, String entry) {
    return database.list(
        "SELECT t.session, t.number, coalesce(t.said, '[]') FROM turns t JOIN questions q"
            + " ON q.session = t.session AND q.position = t.question WHERE q.entry = ?",
        row ->
            new Place(
                row.getString(1),
                row.getInt(2),
                Stream.of(Json.read(row.getString(3), Said[].class)).toList()),
        entry);
  }

  private static boolean stays(Said said) {
    return said instanceof Said.Ask || said instanceof Said.Farewell;
  }
}
