package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.BaguException;
import dev.bagu.knowledge.DocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The draft from a file or from standard input, in any charset that documents are read in. */
final class DraftInput {
  /** Longest draft, in UTF-16 units: some 200 pages. */
  static final int LONGEST = 100_000;

  /** A character takes four bytes at the most; the three more are a byte order mark. */
  private static final int LONGEST_BYTES = 4 * LONGEST + 3;

  private static final String STDIN = "-";

  private DraftInput() {}

  /**
   * The draft; empty where neither a file is named nor anything is piped in, so that it has to be
   * written yet.
   *
   * @param file what the command line names, or null
   * @throws BadInput if there is no such file, or it is not text, or too long
   */
  static Optional<String> read(@Nullable String file, Context context) {
    if (file == null && context.surroundings().typed()) {
      return Optional.empty();
    }
    String source = file == null ? STDIN : file;
    boolean piped = source.equals(STDIN);
    String name = piped ? context.text("check.stdin") : source;
    try (InputStream in = piped ? context.surroundings().in() : open(source, context)) {
      byte[] bytes = in.readNBytes(LONGEST_BYTES + 1);
      return Optional.of(
          bytes.length > LONGEST_BYTES
              ? tooLong(name, context)
              : checked(name, DocumentReader.text(name, bytes), context));
    } catch (IOException e) {
      throw new BaguException(context.text("check.unreadable", name, String.valueOf(e)), e);
    }
  }

  /** The draft, if it is not too long. */
  static String checked(String name, String draft, Context context) {
    return draft.length() > LONGEST ? tooLong(name, context) : draft;
  }

  private static String tooLong(String name, Context context) {
    throw new BadInput(context.text("check.too_long", name, LONGEST));
  }

  private static InputStream open(String file, Context context) throws IOException {
    Path path = Path.of(file);
    if (!Files.exists(path)) {
      throw new BadInput(context.text("check.missing", file));
    }
    if (Files.isDirectory(path) || !Files.isReadable(path)) {
      throw new BadInput(context.text("check.not_a_file", file));
    }
    return Files.newInputStream(path);
  }
}
