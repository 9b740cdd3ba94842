/**
 * Judges a draft claim by claim against the source.
 *
 * <p>Flow: {@code draft -> claims -> evidence per claim -> verdicts; entry -> key points ->
 * coverage; both -> score}. Read {@link dev.bagu.check.DraftChecker} first. A score is computed
 * here, by code, from verdicts and coverage; a model only judges one claim at a time, and what it
 * quotes must stand in the source. Nothing here prints, and nothing in a draft is obeyed.
 */
@NullMarked
package dev.bagu.check;

import org.jspecify.annotations.NullMarked;
