package dev.bagu.answer;

import dev.bagu.index.IndexField;
import dev.bagu.index.LexicalIndex;
import dev.bagu.llm.Fence;
import dev.bagu.llm.ModelCall;
import dev.bagu.llm.ModelFailure;
import dev.bagu.llm.PromptLibrary;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a model make a follow-up question whole, and takes its line only if it could be one: one
 * short line, most of whose words were said before, that leaves out nothing of what the person
 * named.
 */
final class ModelCompleter {
  /** Longest line that is taken, in characters; longer ones are answers. */
  private static final int LONGEST = 200;

  /** The part of its words that must have been said before; the rest may be grammar. */
  private static final double SAID = 0.5;

  /** The part of the person's own words that it must keep; Latin ones are names, and all stay. */
  private static final double KEPT = 0.6;

  private final ModelCall model;
  private final PromptLibrary prompts;

  ModelCompleter(ModelCall model, PromptLibrary prompts) {
    this.model = model;
    this.prompts = prompts;
  }

  /**
   * The question, whole; empty where the model fails or writes something else.
   *
   * @param said the conversation before it, oldest first
   * @param own what the question says itself
   */
  Optional<String> complete(String typed, List<ChatMessage> said, List<String> own) {
    try {
      Map<String, String> values =
          Map.of(
              "conversation", Spoken.fenced(said),
              "question", Fence.around("question", typed));
      String line = model.complete(prompts.prompt("complete").fill(values)).text().strip();
      return plausible(line, typed, said, own) ? Optional.of(line) : Optional.empty();
    } catch (ModelFailure failure) {
      return Optional.empty();
    }
  }

  private static boolean plausible(
      String line, String typed, List<ChatMessage> said, List<String> own) {
    boolean oneLine = line.codePoints().noneMatch(Character::isISOControl);
    if (line.isEmpty() || line.length() > LONGEST || !oneLine) {
      return false;
    }
    Set<String> words = terms(line);
    Set<String> wanted = terms(String.join(" ", own));
    long kept = wanted.stream().filter(words::contains).count();
    boolean names = wanted.stream().filter(ModelCompleter::latin).allMatch(words::contains);
    if (words.isEmpty() || !names || kept < KEPT * wanted.size()) {
      return false;
    }
    Set<String> before = terms(typed);
    said.forEach(message -> before.addAll(terms(text(message))));
    long known = words.stream().filter(before::contains).count();
    return known >= SAID * words.size();
  }

  private static String text(ChatMessage message) {
    return message instanceof UserMessage user
        ? user.singleText()
        : message instanceof AiMessage answer ? answer.text() : "";
  }

  private static boolean latin(String term) {
    return term.charAt(0) < 0x2E80;
  }

  private static Set<String> terms(String text) {
    return new HashSet<>(LexicalIndex.terms(IndexField.CHUNK_SINGLES, text));
  }
}
