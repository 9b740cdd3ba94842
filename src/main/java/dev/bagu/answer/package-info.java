/**
 * Answers from evidence only, or refuses.
 *
 * <p>Flow: {@code question -> retrieval -> numbered evidence -> stored answer, quoted sentences, or
 * a model's words -> checked marks -> Answer | Refusal}. Read {@link dev.bagu.answer.Answerer}
 * first. A model never sees more than the evidence, and what it writes is checked by code: a mark
 * that points to nothing is taken out and reported. {@link dev.bagu.answer.Conversation} puts a
 * follow-up question whole before this flow, and remembers answered turns alone. Nothing here
 * prints.
 */
@NullMarked
package dev.bagu.answer;

import org.jspecify.annotations.NullMarked;
