package dev.bagu.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong clock = new AtomicLong();
  private final Messages messages = Messages.of(Locale.CHINESE);

  @Test
  void prints_nothing_when_stderr_is_not_a_terminal() {
    try (Progress progress = start(false)) {
      clock.set(10_000);
      progress.update(1, 10);
    }

    assertThat(printed()).isEmpty();
  }

  @Test
  void prints_nothing_for_work_of_half_a_second() {
    try (Progress progress = start(true)) {
      clock.set(499);
      progress.update(1, 10);
      clock.set(2000);
      progress.update(10, 10);
    }

    assertThat(printed()).isEmpty();
  }

  @Test
  void shows_the_bar_of_longer_work_and_wipes_it_at_the_end() {
    try (Progress progress = start(true)) {
      clock.set(500);
      progress.update(5, 10);
      progress.update(6, 10);
    }

    assertThat(printed())
        .startsWith("\r建索引  [")
        .contains("6/10")
        .endsWith("\r" + " ".repeat(59) + "\r")
        .doesNotContain("\n", "\u001b");
  }

  @Test
  void says_nothing_after_the_end() {
    Progress progress = start(true);
    clock.set(600);
    progress.close();
    progress.update(1, 10);
    progress.close();

    assertThat(printed()).isEmpty();
  }

  @ParameterizedTest(name = "{0} columns of {3} after {4} s")
  @CsvSource(
      delimiter = '|',
      value = {
        "72 | 420 | 1000 | zh | 11 "
            + "| 建索引  [===========>                ]  42%  420/1000  38/秒  剩余 15 秒",
        "72 | 0   | 1000 | en | 1  "
            + "| 建索引  [>                                       ]   0%  0/1000",
        "60 | 10  | 1000 | en | 10 "
            + "| 建索引  [>               ]   1%  10/1000  1.0/s  17 min left",
        "40 | 420 | 1000 | zh | 11 | 建索引   42%  420/1000  38/秒  剩余 15 …",
      })
  void says_count_rate_and_remaining_time(
      int width, long done, long total, String lang, long seconds, String line) {
    Messages texts = Messages.of(Locale.forLanguageTag(lang));

    String shown = ProgressLine.of("建索引", done, total, Duration.ofSeconds(seconds), width, texts);

    assertThat(shown).isEqualTo(line);
    assertThat(DisplayWidth.of(shown)).isLessThanOrEqualTo(width);
  }

  private Progress start(boolean terminal) {
    return Progress.start("建索引", terminal, err, 60, messages, clock::get);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
