package dev.bagu.interview;

import dev.bagu.check.SourceQuote;
import dev.bagu.knowledge.SourceSpan;

/**
 * The source's own words with their place, as a session keeps them: they stay readable when the
 * documents change later.
 *
 * @param file relative to its knowledge folder
 * @param heading nearest heading, as it stands in the file
 * @param startLine first line, 1-based, inclusive
 * @param endLine last line, inclusive
 * @param quote verbatim; empty where only the place is meant
 */
public record SourceLine(String file, String heading, int startLine, int endLine, String quote) {
  static SourceLine of(SourceQuote source) {
    return of(source.span(), source.quote());
  }

  static SourceLine of(SourceSpan span, String quote) {
    return new SourceLine(span.file(), span.heading(), span.startLine(), span.endLine(), quote);
  }
}
