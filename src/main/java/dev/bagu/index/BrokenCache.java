package dev.bagu.index;

import dev.bagu.BaguException;
import java.nio.file.Path;

/** A cache file that cannot be trusted; its reader discards the generation and builds it again. */
final class BrokenCache extends BaguException {
  private static final long serialVersionUID = 1L;

  BrokenCache(Path file, String what) {
    super("cache file " + file + " " + what);
  }

  BrokenCache(Path file, String what, Throwable cause) {
    super("cache file " + file + " " + what, cause);
  }
}
