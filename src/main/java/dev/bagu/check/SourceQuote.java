package dev.bagu.check;

import dev.bagu.knowledge.SourceSpan;

/**
 * The source's own words.
 *
 * @param span where they stand: file, heading, lines
 * @param quote verbatim, as they stand in the file
 */
public record SourceQuote(SourceSpan span, String quote) {}
