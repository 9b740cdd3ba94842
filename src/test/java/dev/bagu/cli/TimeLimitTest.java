package dev.bagu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  @Test
  void the_minute_that_has_begun_is_left() {
    TimeLimit limit = new TimeLimit(OptionalInt.of(2), Duration.ZERO, clock);
    assertThat(limit.left()).hasValue(2);

    now = now.plusSeconds(1);
    assertThat(limit.left()).hasValue(2);
    now = now.plusSeconds(59);
    assertThat(limit.left()).hasValue(1);
    assertThat(limit.isUp()).isFalse();
    now = now.plusSeconds(60);
    assertThat(limit.left()).hasValue(0);
    assertThat(limit.isUp()).isTrue();
  }

  @Test
  void what_was_used_before_counts() {
    TimeLimit limit = new TimeLimit(OptionalInt.of(2), Duration.ofSeconds(90), clock);

    assertThat(limit.left()).hasValue(1);
    now = now.plusSeconds(30);
    assertThat(limit.isUp()).isTrue();
  }

  @Test
  void without_a_limit_the_time_is_never_up() {
    TimeLimit limit = new TimeLimit(OptionalInt.empty(), Duration.ofDays(9), clock);

    assertThat(limit.left()).isEmpty();
    assertThat(limit.isUp()).isFalse();
  }
}
