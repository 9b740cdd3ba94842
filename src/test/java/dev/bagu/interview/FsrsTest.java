package dev.bagu.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FsrsTest {
  private static final Instant START = Instant.parse("2022-11-29T12:30:00Z");
  private static final Fsrs FSRS = Fsrs.DEFAULT;

  private static Card fresh() {
    return Card.fresh("peft-07", START);
  }

  /** The vector of py-fsrs 6, test_review_card; ts-fsrs and other ports publish the same. */
  @Test
  void gives_the_published_intervals() {
    Card card = fresh();
    Instant now = START;
    List<Long> days = new ArrayList<>();

    for (char letter : "ggggggaaggggg".toCharArray()) {
      card = FSRS.review(card, letter == 'g' ? Rating.GOOD : Rating.AGAIN, now);
      days.add(Duration.between(now, card.due()).toDays());
      now = card.due();
    }

    assertThat(days).containsExactly(0L, 2L, 11L, 46L, 163L, 498L, 0L, 0L, 2L, 4L, 7L, 12L, 21L);
  }

  /** The vector of py-fsrs 6, test_memo_state; other ports publish the same. */
  @Test
  void gives_the_published_memory_state() {
    Card card = fresh();
    Instant now = START;
    int[] days = {0, 0, 1, 3, 8, 21};

    for (int i = 0; i < days.length; i++) {
      now = now.plus(Duration.ofDays(days[i]));
      card = FSRS.review(card, i == 0 ? Rating.AGAIN : Rating.GOOD, now);
    }

    assertThat(card.stability()).isCloseTo(53.62691, within(1e-4));
    assertThat(card.difficulty()).isCloseTo(6.3574867, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"AGAIN, 60, LEARNING", "HARD, 330, LEARNING", "GOOD, 600, LEARNING"})
  void a_new_entry_comes_back_within_minutes(Rating rating, long seconds, Card.State state) {
    Card card = FSRS.review(fresh(), rating, START);

    assertThat(Duration.between(START, card.due())).hasSeconds(seconds);
    assertThat(card.state()).isEqualTo(state);
  }

  @Test
  void a_new_entry_known_by_heart_goes_to_review_at_once() {
    Card card = FSRS.review(fresh(), Rating.EASY, START);

    assertThat(card.state()).isEqualTo(Card.State.REVIEW);
    assertThat(Duration.between(START, card.due())).isEqualTo(Duration.ofDays(8));
  }

  @Test
  void a_forgotten_entry_is_learnt_again() {
    Card learnt = FSRS.review(fresh(), Rating.EASY, START);

    Card forgotten = FSRS.review(learnt, Rating.AGAIN, learnt.due());
    Card hard = FSRS.review(forgotten, Rating.HARD, forgotten.due());
    Card back = FSRS.review(hard, Rating.GOOD, hard.due());

    assertThat(forgotten.state()).isEqualTo(Card.State.RELEARNING);
    assertThat(Duration.between(learnt.due(), forgotten.due())).hasMinutes(10);
    assertThat(Duration.between(forgotten.due(), hard.due())).hasMinutes(15);
    assertThat(back.state()).isEqualTo(Card.State.REVIEW);
  }

  @Test
  void recall_is_nine_in_ten_at_the_stability_and_falls_with_time() {
    MemoryModel memory = MemoryModel.DEFAULT;

    assertThat(memory.retrievability(0, 5)).isEqualTo(1);
    assertThat(memory.retrievability(5, 5)).isCloseTo(0.9, within(1e-12));
    assertThat(memory.retrievability(50, 5)).isLessThan(memory.retrievability(49, 5));
    assertThat(memory.interval(5, 0.9)).isCloseTo(5, within(1e-9));
  }

  @Test
  void no_interval_is_longer_than_the_longest() {
    Fsrs week = new Fsrs(MemoryModel.DEFAULT, 0.9, 7, List.of(), List.of());
    Card card = fresh();
    Instant now = START;

    for (int i = 0; i < 6; i++) {
      card = week.review(card, Rating.EASY, now);
      assertThat(Duration.between(now, card.due()).toDays()).isBetween(1L, 7L);
      now = card.due();
    }
  }

  @Test
  void many_failures_leave_a_sound_card() {
    Card card = fresh();
    for (int i = 0; i < 1000; i++) {
      card = FSRS.review(card, Rating.AGAIN, card.due().plus(Duration.ofDays(1)));
      assertThat(card.stability()).isGreaterThanOrEqualTo(0.001);
    }
  }

  @ParameterizedTest
  @EnumSource(Rating.class)
  void a_better_rating_never_brings_an_entry_back_sooner(Rating rating) {
    Card learnt = FSRS.review(fresh(), Rating.EASY, START);
    Instant due = FSRS.review(learnt, rating, learnt.due()).due();

    for (Rating better : Rating.values()) {
      if (better.grade() > rating.grade()) {
        assertThat(FSRS.review(learnt, better, learnt.due()).due()).isAfterOrEqualTo(due);
      }
    }
  }

  @ParameterizedTest(name = "{0} points, {1} supported, {2} contradicted, helped {3}: {4}")
  @CsvSource({
    "39, 5, 0, false, AGAIN",
    "80, 1, 2, false, AGAIN",
    "40, 5, 0, false, HARD",
    "59, 5, 0, false, HARD",
    "95, 5, 1, false, HARD",
    "60, 5, 0, true, GOOD",
    "95, 5, 0, true, GOOD",
    "89, 5, 0, false, GOOD",
    "90, 5, 0, false, EASY"
  })
  void ratings_come_from_the_check(
      int points, int supported, int contradicted, boolean helped, Rating rating) {
    assertThat(Rating.of(points, supported, contradicted, helped)).isEqualTo(rating);
  }
}
