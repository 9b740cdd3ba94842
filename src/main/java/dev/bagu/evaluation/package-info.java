/**
 * Measures the uses on a folder, and fits the numbers that were chosen by measurement.
 *
 * <p>Flow: {@code question file + folder -> runs of the retriever -> figures with intervals}. Read
 * {@link dev.bagu.evaluation.RetrievalEvaluation} first. Nothing here changes how anything is
 * answered, except through the weights that {@link dev.bagu.evaluation.WeightFit} writes.
 */
@NullMarked
package dev.bagu.evaluation;

import org.jspecify.annotations.NullMarked;
