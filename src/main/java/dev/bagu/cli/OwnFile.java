package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BaguException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files of the person: whole or not at all, readable by nobody else where that is known. */
final class OwnFile {
  private OwnFile() {}

  /**
   * Writes beside and moves; what stood there before is replaced.
   *
   * @throws BaguException where it cannot be written
   */
  static void write(Path file, String text, Context context) {
    try {
      replace(file, text);
    } catch (IOException e) {
      throw new BaguException(
          context.text("file.unwritable", file, e.getClass().getSimpleName()), e);
    }
  }

  /**
   * The same, for those who have their own words for a failure: the file is the old one or the new
   * one and never half. Its folder is made where it is missing.
   */
  static void replace(Path file, CharSequence text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // A temporary file belongs to its owner alone.
    Path beside = Files.createTempFile(folder, ".bagu", ".new");
    try {
      Files.writeString(beside, text, UTF_8);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
