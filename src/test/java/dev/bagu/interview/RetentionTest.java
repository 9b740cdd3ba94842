package dev.bagu.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A learner who forgets by FSRS's own curve, over 60 days and 200 entries: does the schedule meet
 * its target? What is new or learnt again within minutes is no test of memory and is not counted.
 */
class RetentionTest {
  private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
  private static final int DAYS = 60;
  private static final int ENTRIES = 200;
  private static final int NEW_A_DAY = 10;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 42, 2026})
  void retention_is_within_five_points_of_the_target(long seed) {
    List<Boolean> recalled = simulate(new Random(seed), Fsrs.DEFAULT);

    double met = recalled.stream().filter(each -> each).count() / (double) recalled.size();
    assertThat(recalled).as("seed %d", seed).hasSizeGreaterThan(500);
    assertThat(met).as("seed %d, %d reviews", seed, recalled.size()).isBetween(0.85, 0.95);
  }

  private static List<Boolean> simulate(Random random, Fsrs fsrs) {
    List<Card> cards = new ArrayList<>();
    List<Boolean> recalled = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      Instant now = START.plus(Duration.ofDays(day));
      for (int i = 0; i < NEW_A_DAY && cards.size() < ENTRIES; i++) {
        cards.add(Card.fresh("entry-" + cards.size(), now));
      }
      cards.replaceAll(card -> studied(card, now, random, fsrs, recalled));
    }
    return recalled;
  }

  /** Asks a due card, and again within the day until it leaves its learning steps. */
  private static Card studied(
      Card card, Instant morning, Random random, Fsrs fsrs, List<Boolean> recalled) {
    Instant evening = morning.plus(Duration.ofHours(12));
    Card now = card;
    while (now.isDue(evening)) {
      Instant at = now.due().isAfter(morning) ? now.due() : morning;
      boolean known =
          now.state() == Card.State.NEW
              ? random.nextBoolean()
              : random.nextDouble() < fsrs.recall(now, at);
      if (now.state() == Card.State.REVIEW) {
        recalled.add(known);
      }
      now = fsrs.review(now, known ? Rating.GOOD : Rating.AGAIN, at);
    }
    return now;
  }
}
