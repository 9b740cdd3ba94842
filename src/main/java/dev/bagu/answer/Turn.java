package dev.bagu.answer;

/**
 * One question of a conversation with what came of it.
 *
 * @param completion what was typed, and what was looked up
 * @param outcome the answer with its own citations, or the refusal
 */
public record Turn(Completion completion, Outcome outcome) {}
