package dev.bagu.answer;

import java.util.List;

/**
 * What a person typed in a conversation, made whole.
 *
 * <p>Example: after "LoRA 的思路是什么", {@code 那它的优点呢?} becomes {@code LoRA 的优点}, and the person's own
 * words are none that a document would have to have.
 *
 * @param typed as it was typed, trimmed
 * @param question what is looked up; the same as {@code typed} where nothing was added
 * @param by how it was made whole
 * @param own the words of {@code typed} that say what it is about, without those of every question
 *     and of no topic
 */
public record Completion(String typed, String question, By by, List<String> own) {
  /** How a question was made whole. */
  public enum By {
    /** It was whole already. */
    NOTHING,
    /** By what was talked about last. */
    TOPIC,
    /** By a model that saw the conversation. */
    MODEL,
    /**
     * Not at all, although it is no whole question: its own words are strange to the documents, and
     * only the topic would make it look as if they had an answer.
     */
    REFUSED
  }

  /** Copies the words. */
  public Completion {
    own = List.copyOf(own);
  }

  /** A question that stands as it was typed. */
  static Completion whole(String typed) {
    return new Completion(typed, typed, By.NOTHING, List.of());
  }

  /** The same, to be refused. */
  Completion refused() {
    return new Completion(typed, typed, By.REFUSED, own);
  }

  /** Whether something was added. */
  public boolean added() {
    return by == By.TOPIC || by == By.MODEL;
  }
}
