package dev.bagu.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "Chinese stays        | 低秩,α/r → 0.39%！ | 低秩,α/r → 0.39%！",
        "emoji stays          | 好 🚀✅ | 好 🚀✅",
        "colour goes          | a\u001b[1;31mred\u001b[0mb | aredb",
        "cursor move goes     | a\u001b[2J\u001b[Hb | ab",
        "8-bit CSI goes       | a\u009b31mb | ab",
        "half a CSI           | a\u001b[31 | a\\u001b[31",
        "window title         | a\u001b]0;owned\u0007b | a\\u001b]0;owned\\u0007b",
        "terminal link        | a\u001b]8;;http://x\u001b\\y | a\\u001b]8;;http://x\\u001b\\y",
        "DCS                  | a\u001bPq#1\u001b\\ | a\\u001bPq#1\\u001b\\",
        "8-bit OSC            | \u009d0;t\u009c | \\u009d0;t\\u009c",
        "bell and backspace   | a\u0007\bb | a\\u0007\\u0008b",
        "delete               | a\u007fb | a\\u007fb",
        "override             | a\u202egnp.exe | a\\u202egnp.exe",
        "isolates             | \u2066x\u2069 | \\u2066x\\u2069",
        "marks of direction   | \u200e\u200f\u061cx | \\u200e\\u200f\\u061cx",
        "zero width goes      | a\u200bb\u200cc\u200dd\u2060e\ufefff | abcdef",
        "soft hyphen goes     | to\u00adken | token",
        "variation goes       | ✔\ufe0f | ✔",
        "tags                 | a\udb40\udc41b | a\\U000e0041b",
        "Hangul filler        | a\u3164b | a\\u3164b",
        "high surrogate alone | a\ud83db | a\\ud83db",
        "low surrogate alone  | a\ude80b | a\\ude80b",
        "nested escapes       | a\u001b\u001b[31m[31mx | a\\u001b[31mx",
      })
  void leaves_nothing_that_a_terminal_acts_on(String name, String raw, String clean) {
    assertThat(Sanitizer.clean(raw)).as(name).isEqualTo(clean);
  }

  @Test
  void turns_every_line_end_into_a_line_feed() {
    assertThat(Sanitizer.clean("a\r\nb\rc\u2028d\u2029e\tf")).isEqualTo("a\nb\nc\nd\ne\tf");
  }

  @Test
  void shows_line_feeds_inside_a_value_of_one_line() {
    assertThat(Sanitizer.line("notes\n\u001b[2K\rfake.md\t")).isEqualTo("notes\\n\\nfake.md\\t");
  }

  @Test
  void gives_clean_text_back_as_the_same_object() {
    String text = "权重 W₀ 与\n\tΔW = BA";

    assertThat(Sanitizer.clean(text)).isSameAs(text);
  }

  @Test
  void is_idempotent_and_leaves_no_control_on_random_text() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 5000; round++) {
      String clean = Sanitizer.clean(Hostile.text(random, 1 + random.nextInt(40)));

      assertThat(Sanitizer.clean(clean)).as("seed %d", seed).isEqualTo(clean);
      assertThat(Hostile.firstControl(clean)).as("seed %d: %s", seed, clean).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[", "\u001b[1", "\u001b]", "\u009b0;", "\ud83d", "\r", "\u202e"})
  void is_fast_on_hostile_text(String unit) {
    String text = unit.repeat(300_000);

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Sanitizer.clean(text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "plain           | abc | 3",
        "half a colour   | ab\u001b[3 | 2",
        "escape alone    | ab\u001b | 2",
        "whole colour    | ab\u001b[3m | 6",
        "half an emoji   | ab\ud83d | 2",
      })
  void waits_for_the_rest_of_a_sequence(String name, String text, int complete) {
    assertThat(Sanitizer.completeLength(text)).as(name).isEqualTo(complete);
  }
}
