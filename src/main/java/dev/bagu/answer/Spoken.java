package dev.bagu.answer;

import dev.bagu.llm.Fence;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.stream.Collectors;

/** Shows a conversation to a model as data, in a fence; its marks point to nothing any more. */
final class Spoken {
  private Spoken() {}

  /** The conversation in its fence; empty where nothing was said. */
  static String fenced(List<ChatMessage> messages) {
    String lines = messages.stream().map(Spoken::line).collect(Collectors.joining("\n\n"));
    return messages.isEmpty() ? "" : Fence.around("conversation", lines);
  }

  /** The same as it stands before a question in a prompt. */
  static String before(List<ChatMessage> messages) {
    return messages.isEmpty() ? "" : fenced(messages) + "\n\n";
  }

  private static String line(ChatMessage message) {
    if (message instanceof UserMessage candidate) {
      return "candidate: " + Mark.disarmed(candidate.singleText());
    }
    return "answer: " + (message instanceof AiMessage answer ? Mark.disarmed(answer.text()) : "");
  }
}
