package dev.bagu.interview;

import dev.bagu.BadInput;
import dev.bagu.knowledge.Entry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Chooses the questions of a session.
 *
 * <p>Weak first: what is due (the longest due first), then what was not passed (the fewest points
 * first), then what was never asked, then the rest. Ties, and everything without weak first, stand
 * in the order of the seed: the same seed over the same entries and records gives the same
 * questions.
 */
public final class QuestionPicker {
  private final Syllabus syllabus;
  private final SessionStore store;
  private final Clock clock;

  /** A picker over the questions and what is known of the person. */
  public QuestionPicker(Syllabus syllabus, SessionStore store, Clock clock) {
    this.syllabus = syllabus;
    this.store = store;
    this.clock = clock;
  }

  /**
   * The ids of the entries to ask, in order; fewer than asked for where there are not as many.
   *
   * @throws BadInput when a section does not exist, or nothing fits
   */
  public List<String> pick(SessionSettings settings) {
    List<Entry> fitting = new ArrayList<>(fitting(settings));
    // Sorted first, so that the order of the files plays no part in what a seed means.
    fitting.sort(Comparator.comparing(Entry::id));
    Collections.shuffle(fitting, new Random(settings.seed()));
    if (settings.weakFirst()) {
      fitting.sort(weakFirst());
    }
    return fitting.stream().limit(settings.count()).map(Entry::id).toList();
  }

  private List<Entry> fitting(SessionSettings settings) {
    Set<String> known =
        syllabus.entries().stream()
            .map(each -> each.section().id())
            .collect(Collectors.toCollection(TreeSet::new));
    for (String section : settings.sections()) {
      if (!known.contains(section)) {
        throw new BadInput(
            "there is no section " + section + "; there are " + String.join(", ", known));
      }
    }
    List<Entry> fitting =
        syllabus.entries().stream()
            .filter(
                each ->
                    settings.sections().isEmpty()
                        || settings.sections().contains(each.section().id()))
            .filter(each -> settings.levels().isEmpty() || settings.levels().contains(each.level()))
            .toList();
    if (fitting.isEmpty()) {
      throw new BadInput("no question has these sections and levels; ask for fewer of them");
    }
    return fitting;
  }

  private Comparator<Entry> weakFirst() {
    Instant now = clock.instant();
    Map<String, Long> due = new HashMap<>();
    store.cards().stream()
        .filter(card -> card.isDue(now))
        .forEach(card -> due.put(card.entry(), card.due().toEpochMilli()));
    Map<String, QuestionResult> last = store.lastResults();
    return Comparator.<Entry>comparingInt(each -> rank(each.id(), due, last))
        .thenComparingLong(each -> due.getOrDefault(each.id(), 0L))
        .thenComparingInt(each -> points(each.id(), last));
  }

  private static int rank(String entry, Map<String, Long> due, Map<String, QuestionResult> last) {
    if (due.containsKey(entry)) {
      return 0;
    }
    QuestionResult result = last.get(entry);
    if (result == null) {
      return 2;
    }
    return result.passed() ? 3 : 1;
  }

  private static int points(String entry, Map<String, QuestionResult> last) {
    QuestionResult result = last.get(entry);
    return result == null ? 0 : result.points();
  }
}
