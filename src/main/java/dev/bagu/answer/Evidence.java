package dev.bagu.answer;

import dev.bagu.knowledge.SourceSpan;

/**
 * A numbered piece of the documents that one answer may use.
 *
 * @param n its number, from 1
 * @param question what its entry answers
 * @param span where it stands
 * @param text raw, as it stands there
 */
public record Evidence(int n, String question, SourceSpan span, String text) {
  /** How a prompt shows it: the number, what it is about, and the text. */
  String forPrompt() {
    return "[" + n + "] " + question + "\n" + text;
  }
}
