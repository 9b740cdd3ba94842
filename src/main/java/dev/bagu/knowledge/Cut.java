package dev.bagu.knowledge;

import java.util.List;

/**
 * An entry with the lines that its chunks are cut from.
 *
 * @param entry the entry
 * @param parts in the order of the file
 */
record Cut(Entry entry, List<Part> parts) {
  Cut {
    parts = List.copyOf(parts);
  }
}
