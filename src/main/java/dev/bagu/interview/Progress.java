package dev.bagu.interview;

import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.Section;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far a person has come through the questions.
 *
 * @param sections in the order of the index
 */
public record Progress(List<SectionProgress> sections) {
  /** Copies the list. */
  public Progress {
    sections = List.copyOf(sections);
  }

  /** Where an entry stands; the first that holds, from the top. */
  public enum State {
    /** Never answered. */
    UNTOUCHED,
    /** Asked before, and should be asked again now. */
    DUE,
    /** Passed the last time, and not due. */
    PASSED,
    /** Asked, and not passed the last time. */
    ASKED
  }

  /**
   * One entry.
   *
   * @param entry the entry
   * @param state where it stands
   * @param points its last score, 0 to 100; 0 where it was never asked
   */
  public record EntryProgress(Entry entry, State state, int points) {}

  /**
   * One section.
   *
   * @param section the section
   * @param entries its questions, in the order of the index
   */
  public record SectionProgress(Section section, List<EntryProgress> entries) {
    /** Copies the list. */
    public SectionProgress {
      entries = List.copyOf(entries);
    }

    /** How many entries stand there. */
    public long count(State state) {
      return entries.stream().filter(each -> each.state() == state).count();
    }
  }

  /** The progress at the clock's time. */
  public static Progress of(Syllabus syllabus, SessionStore store, Clock clock) {
    Instant now = clock.instant();
    Map<String, Card> cards =
        store.cards().stream().collect(Collectors.toMap(Card::entry, Function.identity()));
    Map<String, QuestionResult> last = store.lastResults();
    Map<Section, List<EntryProgress>> sections = new LinkedHashMap<>();
    for (Entry entry : syllabus.entries()) {
      QuestionResult result = last.get(entry.id());
      Card card = cards.get(entry.id());
      State state = State.UNTOUCHED;
      if (result != null) {
        boolean due = card != null && card.isDue(now);
        state = due ? State.DUE : result.passed() ? State.PASSED : State.ASKED;
      }
      sections
          .computeIfAbsent(entry.section(), any -> new ArrayList<>())
          .add(new EntryProgress(entry, state, result == null ? 0 : result.points()));
    }
    return new Progress(
        sections.entrySet().stream()
            .map(each -> new SectionProgress(each.getKey(), each.getValue()))
            .toList());
  }
}
