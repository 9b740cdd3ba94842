package dev.bagu.knowledge;

/**
 * Lines of an entry that become chunks.
 *
 * @param from index of the first line, from 0
 * @param to index after the last line
 * @param whole whether they stay one chunk whatever their length
 */
record Part(int from, int to, boolean whole) {}
