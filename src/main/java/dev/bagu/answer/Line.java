package dev.bagu.answer;

import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.Sentences;
import dev.bagu.knowledge.SourceSpan;
import dev.bagu.retrieval.Passage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of a passage, verbatim, with the lines it stands on.
 *
 * @param passage what was retrieved
 * @param text the sentence, raw; with the list that follows where it only leads in to one
 * @param span file, heading and the sentence's own lines
 */
record Line(Passage passage, String text, SourceSpan span) {
  /**
   * A label such as {@code **一句话**：} in front of a sentence: it belongs to the page, not to what it
   * says.
   */
  private static final Pattern LABEL = Pattern.compile("\\A\\*\\*[^*\\n]{1,12}\\*\\*\\s*[：:]\\s*");

  static Line of(Passage passage, Chunk chunk, Sentences.Range found) {
    String all = chunk.text();
    Matcher label = LABEL.matcher(all.substring(found.start(), found.end()));
    int start = label.find() ? found.start() + label.end() : found.start();
    Sentences.Range range = new Sentences.Range(start, found.end());
    String sentence = all.substring(range.start(), range.end());
    boolean leadsIn = sentence.endsWith("：") || sentence.endsWith(":");
    int end = leadsIn ? all.length() : range.end();
    int first = chunk.span().startLine() + newlines(all, 0, range.start());
    int last = first + newlines(all, range.start(), end);
    int limit = chunk.span().endLine();
    return new Line(
        passage,
        all.substring(range.start(), end).strip(),
        chunk.span().lines(Math.min(first, limit), Math.min(Math.max(first, last), limit)));
  }

  /** Whether it says something by itself: not a heading-like label, a lone formula or a rule. */
  boolean says() {
    return text.codePoints().filter(Character::isLetterOrDigit).count() >= 8;
  }

  private static int newlines(String text, int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) {
      n += text.charAt(i) == '\n' ? 1 : 0;
    }
    return n;
  }
}
