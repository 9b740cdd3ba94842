package dev.bagu.knowledge;

/**
 * A file that yielded nothing, and why.
 *
 * @param file path as the person would recognise it
 * @param reason one line: what is wrong and what to do
 */
public record SkippedFile(String file, String reason) {}
