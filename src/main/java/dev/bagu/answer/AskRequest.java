package dev.bagu.answer;

import dev.bagu.BadInput;
import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import java.util.Set;

/**
 * A question as a person asks it.
 *
 * @param question what was typed; not blank
 * @param passages how many passages to retrieve, 1 to 50
 * @param topics ids of the sections to search; empty for all
 * @param conversation what was said before, oldest first, the question as it was typed last; empty
 *     outside of a conversation
 */
public record AskRequest(
    String question, int passages, Set<String> topics, List<ChatMessage> conversation) {
  /** Passages that are retrieved unless somebody says otherwise. */
  public static final int PASSAGES = 5;

  /** Checks the question and the number, and copies the collections. */
  public AskRequest {
    topics = Set.copyOf(topics);
    conversation = List.copyOf(conversation);
    if (question.isBlank()) {
      throw new BadInput("the question is empty: type one, or pipe it in");
    }
    if (passages < 1 || passages > 50) {
      throw new BadInput("illegal number of passages: " + passages + ", must be 1 to 50");
    }
  }

  /** A question outside of a conversation. */
  public AskRequest(String question, int passages, Set<String> topics) {
    this(question, passages, topics, List.of());
  }

  /** The question alone, over everything. */
  public static AskRequest of(String question) {
    return new AskRequest(question, PASSAGES, Set.of());
  }
}
