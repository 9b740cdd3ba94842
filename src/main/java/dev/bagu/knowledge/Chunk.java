package dev.bagu.knowledge;

/**
 * A piece of an entry's text, small enough to embed.
 *
 * @param id unique in a knowledge base: {@code entryId/ordinal}, ordinals from 0 in the order of
 *     the file
 * @param entryId the entry it was cut from
 * @param text raw, as it stands in the file: the only text that is cited
 * @param searchText what is embedded and indexed: the text with markup taken off (no link targets,
 *     picture placeholders, table rules or emphasis marks); without the headings, which the index
 *     adds
 * @param span where {@code text} stands
 */
public record Chunk(String id, String entryId, String text, String searchText, SourceSpan span) {
  /** The same chunk under another entry id. */
  Chunk withEntry(String other) {
    return new Chunk(other + id.substring(entryId.length()), other, text, searchText, span);
  }
}
