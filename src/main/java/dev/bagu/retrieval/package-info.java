/**
 * Finds the passages that bear on a query, with their reasons, or says that there are none.
 *
 * <p>Flow: {@code query -> analysis -> candidates of every signal -> features -> ranked passages +
 * confidence}. Read {@link dev.bagu.retrieval.HybridRetriever} first. Nothing here writes an
 * answer: a passage is a place in a document.
 */
@NullMarked
package dev.bagu.retrieval;

import org.jspecify.annotations.NullMarked;
