package dev.bagu.evaluation;

import dev.bagu.knowledge.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers the hits of one run, best first: each place once, ten at the most.
 *
 * <p>A relevant heading without text of its own is met by the first entry below it alone; the next
 * ones gain nothing by it, so that no question gains more than its ideal order.
 */
final class HitList {
  private final Question question;
  private final Places places;
  private final List<Run.Hit> hits = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<Question.Relevant> met = new HashSet<>();

  HitList(Question question, Places places) {
    this.question = question;
    this.places = places;
  }

  /** Adds the next best entry, unless its place is there or the list is full. */
  void add(Entry entry, double score) {
    String place = Places.place(entry.span().file(), entry.span().heading());
    if (hits.size() >= Figures.DEPTH || !seen.add(place)) {
      return;
    }
    int grade = 0;
    for (Question.Relevant relevant : question.relevant()) {
      if (places.meets(relevant, entry) && met.add(relevant)) {
        grade = Math.max(grade, relevant.grade());
      }
    }
    hits.add(new Run.Hit(entry.id(), entry.span().file(), entry.span().heading(), score, grade));
  }

  List<Run.Hit> hits() {
    return hits;
  }
}
