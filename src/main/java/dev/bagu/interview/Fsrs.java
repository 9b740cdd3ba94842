package dev.bagu.interview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The Free Spaced Repetition Scheduler, version 6: when an entry should be asked again.
 *
 * <p>Goes in: a card, how well it was recalled, and when. Comes out: the card with its next due
 * time. Example: a new card rated GOOD, GOOD, GOOD at its due times comes back after 10 minutes, 2
 * days and 11 days.
 *
 * <p>Source: py-fsrs 6 (states, steps, whole days) and the wiki page named at {@link MemoryModel}.
 * Fuzzing is left out: the same reviews always give the same dates.
 *
 * @param memory the forgetting curve and its parameters
 * @param retention the probability of recall at which an entry is asked again, ]0, 1[
 * @param maxInterval longest interval, in days, at least 1
 * @param learning waits of a new entry, in order; empty sends it to review at once
 * @param relearning waits of a forgotten entry, in order; empty keeps it in review
 */
record Fsrs(
    MemoryModel memory,
    double retention,
    int maxInterval,
    List<Duration> learning,
    List<Duration> relearning) {

  /** Retention 0.9, at most 100 years, steps of 1 and 10 minutes: the published defaults. */
  static final Fsrs DEFAULT =
      new Fsrs(
          MemoryModel.DEFAULT,
          0.9,
          36_500,
          List.of(Duration.ofMinutes(1), Duration.ofMinutes(10)),
          List.of(Duration.ofMinutes(10)));

  /** Checks the ranges and copies the steps. */
  Fsrs {
    learning = List.copyOf(learning);
    relearning = List.copyOf(relearning);
    if (!(retention > 0 && retention < 1) || maxInterval < 1) {
      throw new IllegalArgumentException(
          "illegal retention " + retention + " or interval " + maxInterval);
    }
  }

  /** The probability that an entry is recalled at a time, [0, 1]; 0 where it was never asked. */
  double recall(Card card, Instant now) {
    return card.lastReview()
        .map(last -> memory.retrievability((double) days(last, now), card.stability()))
        .orElse(0.0);
  }

  /** The card after a review. */
  Card review(Card card, Rating rating, Instant now) {
    double stability = stability(card, rating, now);
    double difficulty =
        card.state() == Card.State.NEW
            ? memory.firstDifficulty(rating)
            : memory.nextDifficulty(card.difficulty(), rating);
    Step step = next(card, rating);
    Duration pause = step.pause().orElseGet(() -> interval(stability));
    return new Card(
        card.entry(),
        step.state(),
        step.index(),
        stability,
        difficulty,
        now.plus(pause),
        Optional.of(now));
  }

  private double stability(Card card, Rating rating, Instant now) {
    if (card.lastReview().isEmpty()) {
      return memory.firstStability(rating);
    }
    if (days(card.lastReview().get(), now) < 1) {
      return memory.sameDayStability(card.stability(), rating);
    }
    return memory.nextStability(card.difficulty(), card.stability(), recall(card, now), rating);
  }

  /** Where a card goes; without a pause, its stability decides. */
  private record Step(Card.State state, int index, Optional<Duration> pause) {
    static final Step REVIEW = new Step(Card.State.REVIEW, 0, Optional.empty());
  }

  private Step next(Card card, Rating rating) {
    return switch (card.state()) {
      case NEW, LEARNING -> within(Card.State.LEARNING, learning, card.step(), rating);
      case RELEARNING -> within(Card.State.RELEARNING, relearning, card.step(), rating);
      case REVIEW ->
          rating == Rating.AGAIN && !relearning.isEmpty()
              ? new Step(Card.State.RELEARNING, 0, Optional.of(relearning.get(0)))
              : Step.REVIEW;
    };
  }

  private static Step within(Card.State state, List<Duration> steps, int at, Rating rating) {
    if (steps.isEmpty() || (at >= steps.size() && rating != Rating.AGAIN)) {
      return Step.REVIEW;
    }
    return switch (rating) {
      case AGAIN -> new Step(state, 0, Optional.of(steps.get(0)));
      case HARD -> new Step(state, at, Optional.of(hardWait(steps, at)));
      case GOOD ->
          at + 1 == steps.size()
              ? Step.REVIEW
              : new Step(state, at + 1, Optional.of(steps.get(at + 1)));
      case EASY -> Step.REVIEW;
    };
  }

  /** On the first step half as much again, or half way to the second; later the step itself. */
  private static Duration hardWait(List<Duration> steps, int at) {
    if (at > 0) {
      return steps.get(at);
    }
    return steps.size() == 1
        ? steps.get(0).multipliedBy(3).dividedBy(2)
        : steps.get(0).plus(steps.get(1)).dividedBy(2);
  }

  private Duration interval(double stability) {
    // Half to even, as Python rounds: at x.5 the published intervals would differ otherwise.
    long days = (long) Math.rint(memory.interval(stability, retention));
    return Duration.ofDays(Math.min(Math.max(days, 1), maxInterval));
  }

  /** Whole days, as the reference implementation counts them; never negative. */
  private static long days(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toDays());
  }
}
