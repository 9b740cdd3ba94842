package dev.bagu.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares an output with {@code src/test/resources/golden/terminal}; {@code -Dgolden.update=true}
 * writes it there instead. ESC is written as {@code ␛}, so that a review can read the file.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "terminal");

  private Golden() {}

  static String read(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
  }

  static void assertMatches(String name, String output) throws IOException {
    String shown = output.replace('\u001b', '␛');
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FOLDER.resolve(name), shown, StandardCharsets.UTF_8);
    }
    assertThat(shown).as("golden file %s", name).isEqualTo(read(name));
  }
}
