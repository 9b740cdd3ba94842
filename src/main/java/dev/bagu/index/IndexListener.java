package dev.bagu.index;

import java.nio.file.Path;

/** Hears what opening an index does that takes time or that a person should know. */
public interface IndexListener {
  /** Hears nothing. */
  IndexListener SILENT = new IndexListener() {};

  /** Embedding goes on; the first call has {@code done} 0, the last {@code done == total}. */
  default void embedding(int done, int total) {}

  /** A cache could not be trusted and is built again. */
  default void rebuilding(String why) {}

  /** Another process is building the same index; this one waits for it. */
  default void waiting() {}

  /**
   * The cache folder cannot be written; the index lives in a temporary folder until the process
   * ends.
   */
  default void unwritable(Path cache, String why) {}
}
