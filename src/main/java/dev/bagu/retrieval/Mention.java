package dev.bagu.retrieval;

/**
 * A name that stands in a text.
 *
 * <p>Example: in {@code 那 P-tuning v2 呢} it is {@code P-tuning v2}, 2 to 13.
 *
 * @param text as it stands
 * @param start where it begins, in characters from 0
 * @param end where it ends, exclusive
 */
public record Mention(String text, int start, int end) {
  /** Whether it is written in Chinese characters alone. */
  public boolean chinese() {
    return text.codePoints().allMatch(TermTable::han);
  }
}
