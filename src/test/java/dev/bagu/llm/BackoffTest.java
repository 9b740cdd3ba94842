package dev.bagu.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1,  250,  500
          2,  500,  1000
          3,  1000, 2000
          5,  4000, 8000
          6,  4000, 8000
          99, 4000, 8000
          """)
  void pauses_double_up_to_their_bound(int attempt, long least, long most) {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      assertThat(Backoff.DEFAULT.pause(attempt, random))
          .isBetween(Duration.ofMillis(least), Duration.ofMillis(most));
    }
  }

  @Test
  void two_clients_do_not_pause_alike() {
    assertThat(Backoff.DEFAULT.pause(3, new Random(1)))
        .isNotEqualTo(Backoff.DEFAULT.pause(3, new Random(2)));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          header,                            seconds
          0,                                 0
          ' 12 ',                            12
          'Fri, 31 Dec 1999 23:59:59 GMT',   59
          'Fri, 31 Dec 1999 23:00:00 GMT',   0
          -1,                                -
          1.5,                               -
          soon,                              -
          '',                                -
          99999999999999999999,              -
          """,
      useHeadersInDisplayName = true)
  void retry_after_is_seconds_or_a_date(String header, @Nullable Long seconds) {
    Instant now = Instant.parse("1999-12-31T23:59:00Z");

    assertThat(Backoff.retryAfter(header, now).map(Duration::toSeconds).orElse(null))
        .isEqualTo(seconds);
  }
}
