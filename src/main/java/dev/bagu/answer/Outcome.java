package dev.bagu.answer;

import dev.bagu.retrieval.Retrieval;

/**
 * What comes of a question: an answer from the documents, or the statement that they do not cover
 * it.
 */
public sealed interface Outcome permits Answer, Refusal {
  /** Mode of an outcome that no model took part in. */
  String OFFLINE = "offline";

  /** {@value #OFFLINE}, or the name of the model that wrote it. */
  String mode();

  /** That the documents answer the question, [0, 1]. */
  double confidence();

  /** What was found. */
  Retrieval retrieval();
}
