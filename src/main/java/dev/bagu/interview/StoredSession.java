package dev.bagu.interview;

import java.util.List;

/**
 * A session as it is kept.
 *
 * @param record its head
 * @param questions entry ids, in the order asked
 * @param turns in order; the last one may have no outcome yet
 */
public record StoredSession(SessionRecord record, List<String> questions, List<Turn> turns) {
  /** Copies the lists. */
  public StoredSession {
    questions = List.copyOf(questions);
    turns = List.copyOf(turns);
  }
}
