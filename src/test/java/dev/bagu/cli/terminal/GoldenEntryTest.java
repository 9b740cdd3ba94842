package dev.bagu.cli.terminal;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole entry of the bank as it looks on terminals of three widths. */
class GoldenEntryTest {
  @ParameterizedTest
  @ValueSource(ints = {40, 80, 120})
  void looks_as_reviewed_without_colours(int width) throws IOException {
    String text = new MarkdownRenderer(TerminalMode.plain(width)).render(Golden.read("entry.md"));

    Golden.assertMatches("entry-plain-" + width + ".txt", text);
  }

  @Test
  void looks_as_reviewed_in_colour() throws IOException {
    String text = new MarkdownRenderer(TerminalMode.colour(80)).render(Golden.read("entry.md"));

    Golden.assertMatches("entry-colour-80.txt", text);
  }
}
