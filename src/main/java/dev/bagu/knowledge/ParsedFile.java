package dev.bagu.knowledge;

import java.util.List;

/**
 * What one file yields. It depends on the file's name and bytes alone, so it can be cached by their
 * hash.
 *
 * @param entries in the order of the file
 * @param chunks in the order of the file
 * @param skipped why the file yields nothing, or what in it is broken; usually empty
 */
public record ParsedFile(List<Entry> entries, List<Chunk> chunks, List<SkippedFile> skipped) {
  /** Copies the lists. */
  public ParsedFile {
    entries = List.copyOf(entries);
    chunks = List.copyOf(chunks);
    skipped = List.copyOf(skipped);
  }

  /** A file that yields nothing, for a reason. */
  static ParsedFile skipped(String file, String reason) {
    return new ParsedFile(List.of(), List.of(), List.of(new SkippedFile(file, reason)));
  }
}
