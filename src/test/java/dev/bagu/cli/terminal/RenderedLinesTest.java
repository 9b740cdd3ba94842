package dev.bagu.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every text: nothing sticks out, nothing is lost, nothing dangerous comes out. */
class RenderedLinesTest {
  private static final List<String> WORDS =
      List.of(
          "低秩",
          "矩阵",
          "预训练权重",
          "，",
          "。",
          "；",
          "、",
          "（",
          "）",
          "“",
          "”",
          "……",
          "——",
          "LoRA",
          " adapter ",
          "low-rank",
          "8 GB",
          "1678 万",
          "0.39%",
          "`r = 8`",
          "[1]",
          "**要点**",
          "*注意*",
          "：",
          " ",
          "token ",
          "Q&A",
          "3×4",
          "α",
          "https://arxiv.org/abs/2106.09685");

  private final long seed = System.nanoTime();
  private final SplittableRandom random = new SplittableRandom(seed);

  @Test
  void no_line_is_wider_than_the_width_but_a_single_word() {
    for (int round = 0; round < 2000; round++) {
      int width = List.of(20, 40, 80, 120).get(random.nextInt(4));
      String markdown = markdown();

      for (String line : new MarkdownRenderer(TerminalMode.plain(width)).lines(markdown)) {
        String word = line.strip().replaceFirst("^(- |\\d+\\. |> )+", "").strip();
        boolean single = word.codePoints().noneMatch(c -> c == ' ' || DisplayWidth.of(c) == 2);
        assertThat(DisplayWidth.of(line) <= width || single)
            .as("seed %d, width %d: <%s> of %s", seed, width, line, markdown)
            .isTrue();
      }
    }
  }

  @Test
  void no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
    for (int round = 0; round < 2000; round++) {
      String text =
          sentence()
              .replaceAll("http[^，。；、：）”“（…—低矩预要注]*", "址")
              .replaceAll("[，。；、：）”…—]{2,}", "，")
              .replaceAll("[（“]+", "（");

      for (String line : DisplayWidth.wrap(text, 40).stream().skip(1).toList()) {
        assertThat(line).as("seed %d: %s", seed, text).doesNotMatch("[，。；、：）”].*");
      }
      List<String> lines = DisplayWidth.wrap(text, 40);
      for (String line : lines.subList(0, lines.size() - 1)) {
        assertThat(line).as("seed %d: %s", seed, text).doesNotMatch(".*[（“]");
      }
    }
  }

  @Test
  void every_letter_and_digit_of_the_source_is_shown_in_order() {
    for (int round = 0; round < 2000; round++) {
      String markdown = markdown();

      for (TerminalMode mode : List.of(TerminalMode.plain(30), TerminalMode.colour(50))) {
        String shown = new MarkdownRenderer(mode).render(markdown);
        assertThat(letters(shown.replaceAll("\u001b\\[[0-9;]*m", "")))
            .as("seed %d: %s", seed, markdown)
            .isEqualTo(letters(markdown));
      }
    }
  }

  @Test
  void nothing_that_a_terminal_acts_on_comes_out_of_any_text() {
    for (int round = 0; round < 3000; round++) {
      String markdown = Hostile.text(random, 1 + random.nextInt(60));

      String shown = new MarkdownRenderer(TerminalMode.plain(40)).render(markdown);
      String colour = new MarkdownRenderer(TerminalMode.colour(40)).render(markdown);

      assertThat(Hostile.firstControl(shown)).as("seed %d: %s", seed, markdown).isEmpty();
      assertThat(Hostile.firstControl(colour.replaceAll("\u001b\\[[0-9;]*m", "")))
          .as("seed %d: %s", seed, markdown)
          .isEmpty();
    }
  }

  private String markdown() {
    StringBuilder text = new StringBuilder();
    for (int block = 0; block < 4; block++) {
      String mark = List.of("", "", "## ", "- ", "> ", "- 一\n  - ").get(random.nextInt(6));
      text.append(mark).append("甲").append(sentence()).append("\n\n");
    }
    return text.toString();
  }

  private String sentence() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(30); i++) {
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
