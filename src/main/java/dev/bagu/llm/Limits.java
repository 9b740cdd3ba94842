package dev.bagu.llm;

import java.time.Duration;

/**
 * How long a model may take, and how often it is asked again.
 *
 * @param connect until the connection stands; at least 1 ms
 * @param firstToken from sending a streamed request to its first word; at least 1 ms
 * @param betweenTokens silence within a streamed reply, or between the bytes of a plain one; at
 *     least 1 ms
 * @param overall for the whole call with its retries and pauses; at least 1 ms
 * @param backoff how often, and after which pauses, a failed request is sent again
 */
public record Limits(
    Duration connect,
    Duration firstToken,
    Duration betweenTokens,
    Duration overall,
    Backoff backoff) {

  /**
   * 10 s to connect, 30 s to the first word, 15 s of silence, 60 s in all. Chosen by judgement: a
   * person at a terminal waits about a minute, and a hosted model starts within seconds.
   */
  public static final Limits DEFAULT =
      new Limits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          Backoff.DEFAULT);

  /** Checks that every limit is at least a millisecond. */
  public Limits {
    atLeastAMillisecond("connect", connect);
    atLeastAMillisecond("firstToken", firstToken);
    atLeastAMillisecond("betweenTokens", betweenTokens);
    atLeastAMillisecond("overall", overall);
  }

  private static void atLeastAMillisecond(String name, Duration limit) {
    if (limit.toMillis() < 1) {
      throw new IllegalArgumentException("illegal " + name + ": " + limit + ", must be >= 1 ms");
    }
  }
}
