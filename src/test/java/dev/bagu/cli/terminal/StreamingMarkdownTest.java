package dev.bagu.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamingMarkdownTest {
  private final StringBuilder out = new StringBuilder();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "half a line waits     ; 冻结预训练权重 ; ''",
        "full line is out      ; 冻结预训练权重,只训练低秩矩阵 ; 冻结预训练权重,只训",
        "open bold waits       ; 冻结预训练权重,**只训练低秩矩阵 ; ''",
        "heading with its end  ; ### 低秩/ ; ### 低秩",
        "heading without       ; ### 低秩 ; ''",
        "item when next begins ; - 一/- 二 ; - 一",
        "code line by line     ; ```/a = 1/b = ; '    a = 1'",
        "table waits           ; | a | b |/|---|---|/| 1 | 2 |/ ; ''",
        "table when complete   ; | a | b |/|---|---|/| 1 | 2 |//后 ; a  b/-  -/1  2/",
        "formula waits         ; $$/x^2/ ; ''",
        "formula complete      ; $$/x^2/$$/ ; '    x²'",
        "comment waits         ; 前 <!-- a 中文中文中文中文中文中文中文中文 ; ''",
      })
  void prints_what_is_settled(String name, String arrived, String lines) {
    StreamingMarkdown stream = new StreamingMarkdown(TerminalMode.plain(20), out::append);

    arrived.replace('/', '\n').chars().forEach(c -> stream.accept(Character.toString(c)));

    String expected = lines.isEmpty() ? "" : lines.replace('/', '\n') + "\n";
    assertThat(out.toString()).as(name).isEqualTo(expected);
  }

  @Test
  void prints_the_same_lines_as_the_whole_text_however_it_is_cut() throws IOException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    String markdown = Golden.read("entry.md");
    for (int width : List.of(40, 80, 120)) {
      for (TerminalMode mode : List.of(TerminalMode.plain(width), TerminalMode.colour(width))) {
        stream(mode, markdown, random);

        assertThat(out.toString())
            .as("seed %d, %s", seed, mode)
            .isEqualTo(new MarkdownRenderer(mode).render(markdown));
      }
    }
  }

  @Test
  void passes_the_clean_source_on_at_once_when_piped() {
    StreamingMarkdown stream = new StreamingMarkdown(TerminalMode.raw(), out::append);

    for (String piece : List.of("**a", "** \u001b[3", "1mred\ud83d", "\ude80\r", "\nb")) {
      stream.accept(piece);
    }
    stream.finish();

    assertThat(out.toString()).isEqualTo("**a** red🚀\nb");
  }

  @Test
  void loses_nothing_when_later_text_changes_what_was_printed() {
    StreamingMarkdown stream = new StreamingMarkdown(TerminalMode.plain(20), out::append);

    stream.accept("冻结预训练权重,只训练低秩矩阵\n===\n\n完");
    stream.finish();

    assertThat(out.toString()).contains("冻结预训练权重,只训\n练低秩矩阵\n===").endsWith("完\n");
  }

  @Test
  void lets_nothing_dangerous_through_on_random_text() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 500; round++) {
      String markdown = Hostile.text(random, 1 + random.nextInt(60));
      TerminalMode mode = round % 2 == 0 ? TerminalMode.plain(40) : TerminalMode.raw();

      stream(mode, markdown, random);

      assertThat(Hostile.firstControl(out.toString())).as("seed %d: %s", seed, markdown).isEmpty();
    }
  }

  private void stream(TerminalMode mode, String markdown, SplittableRandom random) {
    out.setLength(0);
    StreamingMarkdown stream = new StreamingMarkdown(mode, out::append);
    int i = 0;
    while (i < markdown.length()) {
      int end = Math.min(markdown.length(), i + 1 + random.nextInt(8));
      stream.accept(markdown.substring(i, end));
      i = end;
    }
    stream.finish();
  }
}
