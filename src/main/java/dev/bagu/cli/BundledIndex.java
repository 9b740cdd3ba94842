package dev.bagu.cli;

import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import java.nio.file.Path;
import java.util.List;

/**
 * Builds the index of the bundled bank; the package phase runs it, so that a first question embeds
 * nothing else. Does nothing when the index still holds.
 */
final class BundledIndex {
  private BundledIndex() {}

  /** Takes two folders: where the index goes, and the bank. */
  public static void main(String[] args) {
    Path index = Path.of(args[0]);
    try (IndexStore store = new IndexStore(index, IndexListener.SILENT)) {
      store.buildInto(index, List.of(Path.of(args[1])));
    }
  }
}
