package dev.bagu.answer;

import dev.bagu.retrieval.Retrieval;
import java.util.List;
import java.util.stream.Stream;

/**
 * An answer whose every mark resolves.
 *
 * @param mode {@code offline}, or the model's name
 * @param text Markdown with marks {@code [1]}
 * @param citations one for each mark in {@code partial} and {@code text}, by number; the two texts
 *     share no number
 * @param confidence that the documents answer the question, [0, 1]
 * @param partial what a model wrote before it broke off, where {@code text} is the offline answer
 *     that followed; else empty
 * @param notices what a person should know about how it came about, in order
 * @param retrieval what was found
 */
public record Answer(
    String mode,
    String text,
    List<Citation> citations,
    double confidence,
    String partial,
    List<Notice> notices,
    Retrieval retrieval)
    implements Outcome {

  /** Copies the lists. */
  public Answer {
    citations = List.copyOf(citations);
    notices = List.copyOf(notices);
  }

  /** The same answer after what a model wrote before it broke off, with that text's citations. */
  Answer after(String brokenOff, List<Citation> cited, List<Notice> first) {
    return new Answer(
        mode,
        text,
        Stream.concat(cited.stream(), citations.stream()).toList(),
        confidence,
        brokenOff,
        Stream.concat(first.stream(), notices.stream()).toList(),
        retrieval);
  }
}
