package dev.bagu.interview;

import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.KnowledgeBase;
import dev.bagu.knowledge.Language;
import dev.bagu.llm.ModelCall;
import dev.bagu.llm.PromptLibrary;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The whole bank, a check by words, records in a folder, and a clock that a test moves. */
final class Room implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  static final PromptLibrary PROMPTS = new PromptLibrary(Path.of("prompts"));
  static final KnowledgeBase BASE = KnowledgeBase.load(List.of(Path.of("knowledge")));
  static final List<Entry> BANK = BASE.entries();
  static final Syllabus SYLLABUS = Syllabus.of(BANK, BASE.glossary());

  final WordCheck check = new WordCheck(BANK);
  final MovedClock clock = new MovedClock();
  final SessionStore store;
  final InterviewRoom room;

  Room(Path folder) {
    this(folder, Optional.empty());
  }

  Room(Path folder, Optional<ModelCall> model) {
    store = SessionStore.open(folder);
    room = new InterviewRoom(SYLLABUS, check, store, new Interviewer(PROMPTS, model), clock);
  }

  /** Questions of one section in Chinese. */
  static SessionSettings settings(String section, int count) {
    return new SessionSettings(
        new TreeSet<>(Set.of(section)),
        new TreeSet<>(),
        count,
        true,
        7,
        Tone.NEUTRAL,
        Language.ZH,
        2);
  }

  static Entry entry(String id) {
    return SYLLABUS.find(id).orElseThrow();
  }

  /** A key point of an entry. */
  static String point(String id, int index) {
    return entry(id).keyPoints().get(index).text();
  }

  /** All key points of an entry, as one answer. */
  static String whole(String id) {
    return String.join("。", entry(id).keyPoints().stream().map(each -> each.text()).toList());
  }

  @Override
  public void close() {
    store.close();
  }

  /** A clock that stands still until it is moved. */
  static final class MovedClock extends Clock {
    private Instant now = START;

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
