/**
 * Reads files into entries and chunks that remember their lines.
 *
 * <p>Flow: {@code path -> SourceText -> Entry -> Chunk}, gathered in a {@code KnowledgeBase}. Read
 * {@code KnowledgeBase} first. What is embedded and what is quoted are two texts; only the raw one,
 * as it stands in the file, is ever cited. Nothing here embeds, searches or prints.
 */
@NullMarked
package dev.bagu.knowledge;

import org.jspecify.annotations.NullMarked;
