package dev.bagu.interview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The head of a session, as it is kept.
 *
 * @param id unique: the time it began and eight random letters and digits
 * @param settings what it was asked to be
 * @param mode {@code offline}, or the name of the model that words questions
 * @param prompts name to version of the prompt and phrase files in use
 * @param started to the millisecond
 * @param ended empty while it is open
 */
public record SessionRecord(
    String id,
    SessionSettings settings,
    String mode,
    Map<String, String> prompts,
    Instant started,
    Optional<Instant> ended) {
  SessionRecord endedAt(Instant at) {
    return new SessionRecord(id, settings, mode, prompts, started, Optional.of(at));
  }

  /** Checks the id and cuts the times to what is kept. */
  public SessionRecord {
    prompts = Map.copyOf(new TreeMap<>(prompts));
    started = started.truncatedTo(ChronoUnit.MILLIS);
    ended = ended.map(each -> each.truncatedTo(ChronoUnit.MILLIS));
    if (!id.matches("[A-Za-z0-9-]{1,64}")) {
      throw new IllegalArgumentException("illegal id: " + id + ", must be letters, digits and -");
    }
  }
}
