package dev.bagu.check;

import java.util.Map;

/**
 * Something a person should know about a check; the edge words it in the person's language.
 *
 * @param kind what it is
 * @param arguments values for its text, by name
 */
public record CheckNotice(Kind kind, Map<String, String> arguments) {
  /** What a notice says. */
  public enum Kind {
    /** The model failed; {@code kind} and {@code detail} say why; verdicts are the offline ones. */
    MODEL_FAILED,
    /**
     * {@code count} verdicts of the model did not stand (its quote is not in the source, or its
     * reply has no shape); those claims have the offline verdict.
     */
    MODEL_VERDICTS_REFUSED,
    /** The draft holds text that gives orders to its checker; it was judged as any other text. */
    INSTRUCTIONS_IN_DRAFT,
    /** The draft says nothing that can be checked. */
    NOTHING_TO_CHECK
  }

  /** Copies the arguments. */
  public CheckNotice {
    arguments = Map.copyOf(arguments);
  }
}
