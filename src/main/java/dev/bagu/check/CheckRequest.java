package dev.bagu.check;

/**
 * A draft to check.
 *
 * @param question what it answers, as the person put it
 * @param entry ordinal of the entry it is held against, in the index
 * @param draft Markdown or plain text; may be empty
 */
public record CheckRequest(String question, int entry, String draft) {}
