package dev.bagu.index;

import dev.bagu.BaguException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Finds a model's files as plain files, which the runtime can open in place.
 *
 * <p>The build unpacks them into {@code models/} beside the launcher (system property {@code
 * bagu.models}). Used as a library, without that folder, they are unpacked once from the jars on
 * the class path into the cache.
 */
final class ModelFiles {
  private final Path unpacked;

  /**
   * Files of the installation, or unpacked below a cache folder.
   *
   * @param cache folder that may be written to
   */
  ModelFiles(Path cache) {
    this.unpacked = cache.resolve("models");
  }

  /**
   * The file, unpacked first where needed.
   *
   * @throws BaguException if it is neither in the installation nor on the class path, or cannot be
   *     written
   */
  Path find(String name) {
    String installed = System.getProperty("bagu.models");
    if (installed != null && Files.isRegularFile(Path.of(installed, name))) {
      return Path.of(installed, name);
    }
    Path file = unpacked.resolve(name);
    return Files.isRegularFile(file) ? file : unpack(name, file);
  }

  private Path unpack(String name, Path file) {
    try (InputStream in = ModelFiles.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new BaguException(
            "model file " + name + " is missing: build again, so that models/ holds it");
      }
      Files.createDirectories(unpacked);
      // Written beside and moved: a second process sees the whole file or none.
      Path partial = Files.createTempFile(unpacked, name, ".partial");
      try {
        Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(partial);
      }
      return file;
    } catch (IOException e) {
      throw new BaguException(
          "cannot unpack the model " + name + " into " + unpacked + ": " + e.getMessage(), e);
    }
  }
}
