package dev.bagu.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.TokenWindowChatMemory;
import dev.langchain4j.model.TokenCountEstimator;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a conversation a model is shown: LangChain4j's {@code ChatMemory} within a budget of
 * tokens, out of which the oldest turns drop first.
 *
 * <p>Of a long answer only the beginning is kept, so that one turn does not push out all others.
 */
final class Memory {
  /** Tokens of all that is kept: about a third of the evidence's budget. */
  static final int BUDGET = 1500;

  /** Tokens of one question or answer at the most. */
  private static final int ONE = 400;

  private final ChatMemory memory;

  Memory(int budget) {
    this.memory = TokenWindowChatMemory.withMaxTokens(budget, new Cautious());
  }

  /** Adds an answered turn. */
  void add(String question, String answer) {
    memory.add(UserMessage.from(cut(question)));
    memory.add(AiMessage.from(cut(answer)));
  }

  /** What is kept, oldest first; begins with a question. */
  List<ChatMessage> messages() {
    List<ChatMessage> messages = new ArrayList<>(memory.messages());
    while (!messages.isEmpty() && !(messages.get(0) instanceof UserMessage)) {
      messages.remove(0); // an answer whose question dropped out
    }
    return messages;
  }

  /** The same with what is being asked now at its end. */
  List<ChatMessage> with(String typed) {
    List<ChatMessage> messages = messages();
    if (!messages.isEmpty()) {
      messages.add(UserMessage.from(cut(typed)));
    }
    return messages;
  }

  void clear() {
    memory.clear();
  }

  private static String cut(String text) {
    int end = text.length();
    while (Cautious.tokens(text.substring(0, end)) > ONE) {
      end = end * 9 / 10;
    }
    return end == text.length() ? text : text.substring(0, end) + " …";
  }

  /**
   * Counts more than any known tokenizer takes of usual text: three tokens for two Chinese
   * characters (older GPT models need about 1.2 for one, Chinese ones 0.7), one for three others.
   */
  static final class Cautious implements TokenCountEstimator {
    /** What the wrapping of one message takes at the most. */
    private static final int MESSAGE = 6;

    static int tokens(String text) {
      long han = text.chars().filter(c -> c >= 0x2E80).count();
      return (int) (han * 3 / 2 + (text.length() - han + 2) / 3);
    }

    @Override
    public int estimateTokenCountInText(String text) {
      return tokens(text);
    }

    @Override
    public int estimateTokenCountInMessage(ChatMessage message) {
      String text =
          message instanceof UserMessage user
              ? user.singleText()
              : message instanceof AiMessage answer ? answer.text() : "";
      return tokens(text) + MESSAGE;
    }

    @Override
    public int estimateTokenCountInMessages(Iterable<ChatMessage> messages) {
      int sum = 0;
      for (ChatMessage message : messages) {
        sum += estimateTokenCountInMessage(message);
      }
      return sum;
    }
  }
}
