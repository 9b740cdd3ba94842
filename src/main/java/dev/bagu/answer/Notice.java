package dev.bagu.answer;

import java.util.Map;

/**
 * Something a person should know about an answer; the edge words it in the person's language.
 *
 * @param kind what it is
 * @param arguments values for its text, by name
 */
public record Notice(Kind kind, Map<String, String> arguments) {
  /** What a notice says. */
  public enum Kind {
    /** The model gave nothing; {@code detail} says why; the offline answer follows. */
    MODEL_FAILED,
    /**
     * The model broke off; {@code detail} says why; its words so far are kept and the offline
     * answer follows.
     */
    MODEL_BROKE_OFF,
    /** Marks {@code marks} pointed to no evidence and were taken out. */
    INVENTED_MARKS,
    /** The model wrote no mark at all: nothing it says is proved. */
    NO_MARKS,
    /** {@code quote} is put in quotation marks but does not stand in its evidence. */
    UNVERIFIED_QUOTE,
    /** The answer is in another language than the question: the documents have it only so. */
    OTHER_LANGUAGE
  }

  /** Copies the arguments. */
  public Notice {
    arguments = Map.copyOf(arguments);
  }

  static Notice of(Kind kind) {
    return new Notice(kind, Map.of());
  }
}
