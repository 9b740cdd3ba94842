package dev.bagu.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * The clock of a session. Time goes by while the program runs; what was used before a session was
 * left counts as well.
 */
final class TimeLimit {
  private final OptionalInt minutes;
  private final Duration before;
  private final Clock clock;
  private final Instant start;

  /**
   * A clock that starts now.
   *
   * @param minutes the limit; empty for none
   * @param before what was used already
   */
  TimeLimit(OptionalInt minutes, Duration before, Clock clock) {
    this.minutes = minutes;
    this.before = before;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** The limit; empty for none. */
  OptionalInt minutes() {
    return minutes;
  }

  /** Minutes that are left, the one that has begun with them; empty without a limit. */
  OptionalInt left() {
    if (minutes.isEmpty()) {
      return minutes;
    }
    Duration used = before.plus(Duration.between(start, clock.instant()));
    long seconds = minutes.getAsInt() * 60L - used.toSeconds();
    return OptionalInt.of((int) Math.max(0, (seconds + 59) / 60));
  }

  /** Whether the time is up. */
  boolean isUp() {
    return left().orElse(1) == 0;
  }
}
