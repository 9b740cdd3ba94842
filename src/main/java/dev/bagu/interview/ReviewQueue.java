package dev.bagu.interview;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What should be asked again, and when, of the entries that there are. */
public final class ReviewQueue {
  private final Syllabus syllabus;
  private final SessionStore store;
  private final Clock clock;

  /** A queue over the questions and the records. */
  public ReviewQueue(Syllabus syllabus, SessionStore store, Clock clock) {
    this.syllabus = syllabus;
    this.store = store;
    this.clock = clock;
  }

  /**
   * One entry of the queue.
   *
   * @param card its schedule
   * @param recall the probability that it is recalled now, [0, 1]
   */
  public record Item(Card card, double recall) {}

  /** What is due now, the longest due first. */
  public List<Item> due() {
    return dueBy(clock.instant());
  }

  /** What will be due by a time, the earliest first. */
  public List<Item> dueBy(Instant time) {
    return store.cards().stream()
        .filter(card -> card.isDue(time) && syllabus.find(card.entry()).isPresent())
        .map(card -> new Item(card, Fsrs.DEFAULT.recall(card, clock.instant())))
        .toList();
  }
}
