package dev.bagu.knowledge;

/**
 * One thing that a full answer must say.
 *
 * @param text one checkable sentence, as it stands in the file without the list mark
 * @param line where it stands, 1-based
 */
public record KeyPoint(String text, int line) {}
