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

  /**
   * Takes three folders: where the index goes, the bank, and a cache whose vectors may serve again.
   */
  public static void main(String[] args) {
    Path index = Path.of(args[0]);
    try (IndexStore store = new IndexStore(Path.of(args[2]), IndexListener.SILENT)) {
      store.buildInto(index, List.of(Path.of(args[1])));
    }
  }
}
