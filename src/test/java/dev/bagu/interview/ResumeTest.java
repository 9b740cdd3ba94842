package dev.bagu.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops after every turn, goes on from a copy of the file, and comes to the same end. */
class ResumeTest {
  @TempDir Path folder = Path.of("unset");

  /** One move of a candidate. */
  private static void move(Session session, int step) {
    String entry = entry(session);
    switch (step) {
      case 0 -> session.command(Command.HINT);
      case 1 ->
          session.answer(Room.point(entry, 0) + "。" + Room.entry(entry).mistakes().get(0).wrong());
      case 2 -> session.command(Command.REPEAT);
      case 3 -> session.answer(Room.point(entry, 1));
      case 4 -> session.command(Command.WHY);
      case 5 -> session.answer("不知道");
      case 6 -> session.answer("skip");
      case 7 -> session.answer(Room.whole(entry));
      default -> session.command(Command.END);
    }
  }

  private static String entry(Session session) {
    List<String> asked = new ArrayList<>();
    for (Said said : session.said()) {
      if (said instanceof Said.Ask ask) {
        asked.add(ask.entry());
      }
    }
    return asked.isEmpty() ? LAST.get(0) : remembered(asked.get(0));
  }

  private static final List<String> LAST = new ArrayList<>(List.of(""));

  private static String remembered(String entry) {
    LAST.set(0, entry);
    return entry;
  }

  @Test
  void goes_on_at_the_exact_turn_from_a_copy_of_the_file() throws IOException {
    List<List<Said>> straight = new ArrayList<>();
    String id;
    Scorecard card;
    try (Room room = new Room(folder.resolve("straight"))) {
      Session session = room.room.start(Room.settings("peft", 3));
      id = session.record().id();
      Files.createDirectories(folder.resolve("copy-0"));
      copy("straight", "copy-0");
      for (int step = 0; step < 9; step++) {
        move(session, step);
        straight.add(session.said());
      }
      card = session.scorecard();
    }

    for (int step = 0; step < 9; step++) {
      try (Room room = new Room(folder.resolve("copy-" + step))) {
        Session session = room.room.resume(id);
        if (step > 0) {
          assertThat(session.said()).isEqualTo(straight.get(step - 1));
        }
        move(session, step);
        assertThat(session.said()).as("step %d", step).isEqualTo(straight.get(step));
        copy("copy-" + step, "copy-" + (step + 1));
      }
    }
    try (Room room = new Room(folder.resolve("copy-9"))) {
      assertThat(room.room.resume(id).scorecard()).isEqualTo(card);
      assertThat(room.store.unfinished()).isEmpty();
      assertThat(room.store.integrityCheck()).isEmpty();
    }
  }

  @Test
  void an_answer_whose_check_fails_is_kept_and_judged_later() {
    String id;
    String entry;
    try (Room room = new Room(folder)) {
      Session session = room.room.start(Room.settings("peft", 1));
      id = session.record().id();
      entry = entry(session);
    }
    try (SessionStore store = SessionStore.open(folder)) {
      InterviewRoom broken =
          new InterviewRoom(
              Room.SYLLABUS,
              request -> {
                throw new IllegalStateException("the power fails");
              },
              store,
              new Interviewer(Room.PROMPTS, Optional.empty()),
              new Room.MovedClock());
      Session session = broken.resume(id);
      assertThatThrownBy(() -> session.answer(Room.point(entry, 0)))
          .isInstanceOf(IllegalStateException.class);
    }

    try (Room room = new Room(folder)) {
      Session session = room.room.resume(id);

      assertThat(session.said()).hasOnlyElementsOfType(Said.FollowUp.class);
      assertThat(room.check.asked.get(0).draft()).isEqualTo(Room.point(entry, 0));
    }
  }

  private void copy(String from, String to) throws IOException {
    Files.createDirectories(folder.resolve(to));
    Files.copy(
        folder.resolve(from).resolve(SessionStore.FILE),
        folder.resolve(to).resolve(SessionStore.FILE));
  }
}
