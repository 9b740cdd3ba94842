package dev.bagu.knowledge;

/**
 * A heading of a document.
 *
 * @param level 1 (outermost) to 6
 * @param text as it stands in the file, without its marks
 * @param from index of its first line, from 0
 * @param to index after its last line (a setext heading has two lines or more)
 */
record Heading(int level, String text, int from, int to) {}
