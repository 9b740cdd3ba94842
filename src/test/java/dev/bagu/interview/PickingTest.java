package dev.bagu.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.knowledge.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PickingTest {
  @TempDir Path folder = Path.of("unset");

  private static SessionSettings settings(boolean weakFirst, long seed, int count) {
    return new SessionSettings(
        new TreeSet<>(Set.of("peft", "rlhf")),
        new TreeSet<>(Set.of(1, 2)),
        count,
        weakFirst,
        seed,
        Tone.NEUTRAL,
        Language.ZH,
        0);
  }

  private static void answer(Room room, Session session, boolean well) {
    Said.Ask ask =
        session.said().stream()
            .filter(Said.Ask.class::isInstance)
            .map(Said.Ask.class::cast)
            .findFirst()
            .orElseThrow();
    session.answer(well ? Room.whole(ask.entry()) : "不知道");
    room.clock.move(Duration.ofSeconds(1));
  }

  @Test
  void the_same_seed_gives_the_same_order_and_another_one_another() {
    try (Room room = new Room(folder)) {
      QuestionPicker picker = new QuestionPicker(Room.SYLLABUS, room.store, room.clock);

      List<String> first = picker.pick(settings(true, 5, 10));

      assertThat(picker.pick(settings(true, 5, 10))).isEqualTo(first);
      assertThat(picker.pick(settings(true, 6, 10))).isNotEqualTo(first);
      assertThat(first)
          .hasSize(10)
          .doesNotHaveDuplicates()
          .allSatisfy(
              id -> {
                assertThat(Room.entry(id).section().id()).isIn("peft", "rlhf");
                assertThat(Room.entry(id).level()).isIn(1, 2);
              });
    }
  }

  @Test
  void due_comes_before_weak_before_untouched_before_passed() {
    try (Room room = new Room(folder)) {
      Session session = room.room.start(settings(true, 5, 3));
      List<String> asked = room.store.session(session.record().id()).orElseThrow().questions();
      answer(room, session, true);
      answer(room, session, false);
      answer(room, session, false);
      QuestionPicker picker = new QuestionPicker(Room.SYLLABUS, room.store, room.clock);

      List<String> now = picker.pick(settings(true, 5, 100));
      room.clock.move(Duration.ofMinutes(1));
      List<String> later = picker.pick(settings(true, 5, 100));

      assertThat(now.subList(0, 2)).containsExactlyInAnyOrder(asked.get(1), asked.get(2));
      assertThat(now.get(now.size() - 1)).isEqualTo(asked.get(0));
      assertThat(later.subList(0, 2)).containsExactly(asked.get(1), asked.get(2));
    }
  }

  @Test
  void the_queue_and_the_progress_follow_the_clock() {
    try (Room room = new Room(folder)) {
      Session session = room.room.start(settings(true, 5, 2));
      List<String> asked = room.store.session(session.record().id()).orElseThrow().questions();
      answer(room, session, true);
      answer(room, session, false);
      ReviewQueue queue = new ReviewQueue(Room.SYLLABUS, room.store, room.clock);

      assertThat(queue.due()).isEmpty();
      assertThat(state(room, asked.get(0))).isEqualTo(Progress.State.PASSED);
      assertThat(state(room, asked.get(1))).isEqualTo(Progress.State.ASKED);
      room.clock.move(Duration.ofMinutes(2));
      assertThat(queue.due()).extracting(each -> each.card().entry()).containsExactly(asked.get(1));
      room.clock.move(Duration.ofDays(30));
      assertThat(queue.due()).hasSize(2);
      assertThat(queue.due().get(1).recall()).isBetween(0.5, 0.9);
      assertThat(state(room, asked.get(0))).isEqualTo(Progress.State.DUE);
    }
  }

  @Test
  void progress_counts_every_question_of_the_bank_once() {
    try (Room room = new Room(folder)) {
      Progress progress = Progress.of(Room.SYLLABUS, room.store, room.clock);

      assertThat(progress.sections()).hasSize(17);
      assertThat(
              progress.sections().stream()
                  .mapToLong(each -> each.count(Progress.State.UNTOUCHED))
                  .sum())
          .isEqualTo(Room.SYLLABUS.entries().size());
    }
  }

  private static Progress.State state(Room room, String entry) {
    return Progress.of(Room.SYLLABUS, room.store, room.clock).sections().stream()
        .flatMap(each -> each.entries().stream())
        .filter(each -> each.entry().id().equals(entry))
        .findFirst()
        .orElseThrow()
        .state();
  }
}
