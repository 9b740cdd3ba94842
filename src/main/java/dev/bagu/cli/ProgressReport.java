package dev.bagu.cli;

import dev.bagu.interview.Card;
import dev.bagu.interview.Progress;
import dev.bagu.interview.Progress.SectionProgress;
import dev.bagu.interview.Progress.State;
import dev.bagu.interview.Review;
import dev.bagu.interview.ReviewQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * How far a person is, and how it came and goes on.
 *
 * @param progress where every entry stands
 * @param answers all closed questions, the oldest first
 * @param due how many entries become due on each of the next {@value #DAYS} days, today first; what
 *     is overdue counts for today
 * @param now when it was made
 */
record ProgressReport(Progress progress, List<Review> answers, List<Integer> due, Instant now) {
  /** Days ahead. */
  static final int DAYS = 14;

  ProgressReport {
    answers = List.copyOf(answers);
    due = List.copyOf(due);
  }

  static ProgressReport of(OpenInterview open) {
    Instant now = open.clock().instant();
    List<Review> answers =
        open.store().cards().stream()
            .flatMap(card -> open.store().reviews(card.entry()).stream())
            .sorted(Comparator.comparing(Review::at).thenComparing(Review::entry))
            .toList();
    ReviewQueue queue = new ReviewQueue(open.syllabus(), open.store(), open.clock());
    Progress progress = Progress.of(open.syllabus(), open.store(), open.clock());
    return new ProgressReport(progress, answers, due(queue, now), now);
  }

  private static List<Integer> due(ReviewQueue queue, Instant now) {
    List<Integer> days = new ArrayList<>(Collections.nCopies(DAYS, 0));
    LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
    for (ReviewQueue.Item item : queue.dueBy(now.plus(Duration.ofDays(DAYS)))) {
      Card card = item.card();
      LocalDate day = LocalDate.ofInstant(card.due(), ZoneId.systemDefault());
      int ahead = (int) Math.max(0, ChronoUnit.DAYS.between(today, day));
      if (ahead < DAYS) {
        days.set(ahead, days.get(ahead) + 1);
      }
    }
    return days;
  }

  /** The first of the days. */
  LocalDate today() {
    return LocalDate.ofInstant(now, ZoneId.systemDefault());
  }

  /** How many entries there are. */
  int entries() {
    return progress.sections().stream().mapToInt(each -> each.entries().size()).sum();
  }

  /** How many of them stand there. */
  long count(State state) {
    return progress.sections().stream()
        .mapToLong((SectionProgress each) -> each.count(state))
        .sum();
  }
}
