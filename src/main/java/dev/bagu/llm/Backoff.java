package dev.bagu.llm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed request is sent again: pauses that double, each shortened by chance by up to half,
 * so that many clients of one server do not return together.
 *
 * <p>Example with {@link #DEFAULT}: 250 to 500 ms, then 500 to 1000 ms, then 1 to 2 s.
 *
 * @param attempts requests in all, the first one included; at least 1
 * @param first the longest first pause
 * @param longest the bound of every pause that the server did not ask for
 */
public record Backoff(int attempts, Duration first, Duration longest) {
  /** Four requests, pauses from 500 ms, never above 8 s; by judgement, within a minute in all. */
  public static final Backoff DEFAULT =
      new Backoff(4, Duration.ofMillis(500), Duration.ofSeconds(8));

  /** Checks the number of attempts and the pauses. */
  public Backoff {
    if (attempts < 1) {
      throw new IllegalArgumentException("illegal attempts: " + attempts + ", must be >= 1");
    }
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "illegal pauses: " + first + ", " + longest + ", must be 0 <= first <= longest");
    }
  }

  /** The pause after the given failed attempt, 1-based. */
  public Duration pause(int attempt, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(Math.max(attempt - 1, 0), 20);
    long bound = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(bound - (long) (random.nextDouble() * bound / 2));
  }

  /**
   * What a {@code Retry-After} header asks for (RFC 9110, 10.2.3): whole seconds, or a date. Empty
   * when it is neither; zero when the date has passed.
   */
  static Optional<Duration> retryAfter(String header, Instant now) {
    String value = header.strip();
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(date.isBefore(now) ? Duration.ZERO : Duration.between(now, date));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
