package dev.bagu.knowledge;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the tests of this room share: reading a text, and finding material outside the repository.
 */
final class Reading {
  private Reading() {}

  /** A text read as the file of that name. */
  static ParsedFile read(String file, String text) {
    return DocumentReader.read(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The entries of a Markdown text. */
  static List<Entry> markdown(String text) {
    return read("notes.md", text).entries();
  }

  /** The entries of a plain text. */
  static List<Entry> plain(String text) {
    return read("page.txt", text).entries();
  }

  /** Material beside the repository (or at {@code -Dbagu.shared}); skips the test where absent. */
  static Path shared(String name) {
    Path path = Path.of(System.getProperty("bagu.shared", "../shared")).resolve(name);
    assumeTrue(Files.exists(path), () -> "skipped: " + path + " is not here; set -Dbagu.shared");
    return path;
  }

  /** An entry's lines and question, as tables show them: {@code 3-5 什么是 LoRA?}. */
  static List<String> summary(List<Entry> entries) {
    return entries.stream()
        .map(e -> e.span().startLine() + "-" + e.span().endLine() + " " + e.question())
        .toList();
  }
}
