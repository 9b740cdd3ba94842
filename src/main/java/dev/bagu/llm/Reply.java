package dev.bagu.llm;

import dev.langchain4j.model.output.FinishReason;
import java.util.Optional;

/**
 * What a model wrote, whole or in part.
 *
 * @param text what arrived; never blank, at most {@link #MAX_TEXT} characters
 * @param finishReason what the model gave as its reason to stop; {@code OTHER} when it gave none
 * @param fault why the text is only a part; empty when it is whole
 */
public record Reply(String text, FinishReason finishReason, Optional<ModelFailure> fault) {
  /** Longest text that is kept, in characters: a hundred times the longest answer ever wanted. */
  public static final int MAX_TEXT = 1_000_000;

  /** Checks that there is text within its bound. */
  public Reply {
    if (text.isBlank() || text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "illegal text: " + text.length() + " characters, must be 1 to " + MAX_TEXT);
    }
  }

  /** Whether the model came to its own end. */
  public boolean complete() {
    return fault.isEmpty();
  }
}
