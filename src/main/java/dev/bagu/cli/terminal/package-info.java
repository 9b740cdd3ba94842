/**
 * Turns Bagu's texts into lines for a terminal, and knows what that terminal can show.
 *
 * <p>Flow: {@code Markdown -> Sanitizer -> commonmark tree -> Span -> LineBreaker -> lines}. Read
 * {@code TerminalMode} first (what to print: source, plain or coloured text), then {@code
 * MarkdownRenderer} and, for text that arrives piece by piece, {@code StreamingMarkdown}. {@code
 * Messages} holds the Chinese and English texts, {@code Progress} the bar on stderr.
 *
 * <p>Deliberately absent: a screen that redraws itself, pictures, and typeset mathematics. Nothing
 * here reads the keyboard, and nothing loads a parser or starts a terminal library before it is
 * needed: a cold start pays only for what it prints.
 */
@NullMarked
package dev.bagu.cli.terminal;

import org.jspecify.annotations.NullMarked;
