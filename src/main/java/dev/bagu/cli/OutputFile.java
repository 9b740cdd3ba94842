package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BadInput;
import dev.bagu.BaguException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that a command writes because it was asked to: whole or not at all, and never over a file
 * that is not one of ours. {@code --markdown notes.md} would else cost somebody their notes.
 */
final class OutputFile {
  /** Bytes from the beginning of a file in which its mark stands. */
  private static final int HEAD = 4096;

  private final Path path;
  private final Context context;

  private OutputFile(Path path, Context context) {
    this.path = path;
    this.context = context;
  }

  /**
   * A file to be written.
   *
   * @param mark what stands at the beginning of every file of this kind that we wrote
   * @throws BadInput if there is something else already, or no folder to write to
   */
  static OutputFile of(Path path, String mark, Context context) {
    Path absolute = path.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new BadInput(context.text("output.folder", path));
    }
    if (Files.exists(absolute) && !isOurs(absolute, mark)) {
      throw new BadInput(context.text("output.foreign", path));
    }
    return new OutputFile(absolute, context);
  }

  /** Empty ones are: somebody made room for it. */
  private static boolean isOurs(Path path, String mark) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      String head = new String(in.readNBytes(HEAD), ISO_8859_1);
      return head.isEmpty() || head.contains(mark);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes the text, by way of a file beside it that is moved into place.
   *
   * @throws BaguException if that fails; what was there before is still there then
   */
  void write(String text) {
    try {
      Path target = Files.exists(path) ? path.toRealPath() : path;
      String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".new";
      Path beside = target.resolveSibling(name);
      try {
        Files.writeString(beside, text, UTF_8, StandardOpenOption.CREATE_NEW);
        Files.move(
            beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
      context.note(context.text("output.written", path));
    } catch (IOException e) {
      throw new BaguException(context.text("output.failed", path, String.valueOf(e)), e);
    }
  }
}
