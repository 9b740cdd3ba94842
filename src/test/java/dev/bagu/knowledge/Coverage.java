package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The invariants of chunks in a file whose lines are those of its text. */
final class Coverage {
  private Coverage() {}

  /** Chunks of an entry without parts of its own: cover it once, in order, within its lines. */
  static void check(String name, List<String> lines, Entry entry, List<Chunk> all) {
    List<Chunk> chunks = all.stream().filter(c -> c.entryId().equals(entry.id())).toList();
    StringBuilder covered = new StringBuilder();
    int line = entry.answerSpan().startLine();
    for (Chunk chunk : chunks) {
      assertThat(chunk.span().startLine())
          .as("%s: %s in order", name, chunk.id())
          .isGreaterThanOrEqualTo(line);
      assertThat(chunk.span().endLine()).as(name).isLessThanOrEqualTo(entry.span().endLine());
      assertThat(
              String.join(
                  "\n", lines.subList(chunk.span().startLine() - 1, chunk.span().endLine())))
          .as("%s: %s stands on its lines", name, chunk.id())
          .contains(chunk.text());
      assertThat(chunk.searchText()).as("%s: %s", name, chunk.id()).isNotBlank();
      line = chunk.span().endLine();
      covered.append(said(chunk.text()));
    }
    assertThat(covered.toString())
        .as("%s: %s is covered once", name, entry.id())
        .isEqualTo(said(entry.text()));
  }

  /** A text without white space and without the lines that chunks leave out. */
  private static String said(String text) {
    StringBuilder said = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (!Block.noise(line)) {
        said.append(line.replaceAll("\\s", ""));
      }
    }
    return said.toString();
  }
}
