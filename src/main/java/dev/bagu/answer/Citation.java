package dev.bagu.answer;

import dev.bagu.knowledge.SourceSpan;

/**
 * What a mark {@code [n]} stands for.
 *
 * @param n the number in the mark, from 1
 * @param span file, heading and lines
 * @param quote words of the document, character for character, that stand in these lines
 */
public record Citation(int n, SourceSpan span, String quote) {}
