/**
 * Reads files into entries and chunks that remember their lines.
 *
 * <p>Flow: {@code path -> SourceText -> Outline -> Entry -> Chunk}, gathered in a {@code
 * KnowledgeBase}. Read {@code KnowledgeBase} first, then {@code DocumentReader}, which decides by
 * format, and {@code EntryParser}, which decides by structure: the bank's notation ({@code
 * BankParser}), headings ({@code HeadingParser}), questions with answers ({@code QuestionList}) or
 * none ({@code PlainTextParser}). What is embedded and what is quoted are two texts; only the raw
 * one, as it stands in the file, is ever cited. Nothing here embeds, searches or prints.
 */
@NullMarked
package dev.bagu.knowledge;

import org.jspecify.annotations.NullMarked;
