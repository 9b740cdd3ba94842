/**
 * Runs a mock interview and remembers what is weak.
 *
 * <p>Flow: {@code choose questions -> ask -> answer -> silent check -> at most two follow-ups ->
 * closing -> scorecard -> review queue}. Read {@code InterviewRoom} first, then {@code Session}.
 * Code decides the flow and the score; a model may only word what is asked, and never sees a score
 * or a stored answer. Every turn is on disk before it is judged, and a session goes on from the
 * turn at which it stopped. Everything said is a typed value ({@code Said}); nothing here prints.
 */
@NullMarked
package dev.bagu.interview;

import org.jspecify.annotations.NullMarked;
