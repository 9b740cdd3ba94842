package dev.bagu.evaluation;

import java.text.Normalizer;
import java.util.List;

/**
 * A question with what answers it.
 *
 * @param id unique in its file
 * @param text as a person types it
 * @param language {@code zh}, {@code en} or {@code mixed}: how figures are grouped
 * @param style how it is put, for example {@code colloquial}; empty where the file does not say
 * @param answerable whether the documents answer it
 * @param relevant what answers it; empty for one that they do not answer
 * @param split {@code dev} for fitting (also where the file does not say), else for judging only
 */
public record Question(
    String id,
    String text,
    String language,
    String style,
    boolean answerable,
    List<Relevant> relevant,
    String split) {

  /** Copies the list. */
  public Question {
    relevant = List.copyOf(relevant);
  }

  /**
   * A place that answers a question.
   *
   * @param entry id of the entry; empty where the place is named by file and heading
   * @param file path relative to the knowledge folder; empty where the entry is named
   * @param heading text of the heading; empty where the entry is named
   * @param grade 2 fully, 1 in part
   */
  public record Relevant(String entry, String file, String heading, int grade) {}

  /**
   * A heading as two people would both write it: without white space, emphasis and escapes, in one
   * width.
   */
  static String folded(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("[\\s\\u00A0*\\\\]+", "");
  }
}
