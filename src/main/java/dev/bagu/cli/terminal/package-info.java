/**
 * Turns Bagu's texts into lines for a terminal, and knows what that terminal can show.
 *
 * <p>Flow: {@code Markdown -> Sanitizer -> commonmark tree -> Span -> LineBreaker -> lines}. Read
 * {@code TerminalMode} first (what to print: source, plain or coloured text), then {@code
 * MarkdownRenderer} and, for text that arrives piece by piece, {@code StreamingMarkdown}. {@code
 * Messages} holds the Chinese and English texts, {@code Progress} the bar on stderr.
 *
 * <p>{@code LineInput} reads what a person types or pipes in, line by line.
 *
 * <p>Deliberately absent: a screen that redraws itself, pictures, and typeset mathematics. Only
 * {@code TypedLines} starts a terminal library, and nothing loads a parser before it is needed: a
 * cold start pays only for what it prints.
 */
@NullMarked
package dev.bagu.cli.terminal;

import org.jspecify.annotations.NullMarked;
