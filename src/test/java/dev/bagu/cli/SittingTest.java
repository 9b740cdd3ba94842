package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.cli.terminal.LineInput;
import dev.bagu.cli.terminal.Typed;
import dev.bagu.cli.terminal.Typed.Ending;
import dev.bagu.interview.Session;
import dev.bagu.interview.SessionSettings;
import dev.bagu.interview.Tone;
import dev.bagu.interview.Turn;
import dev.bagu.knowledge.Language;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sitting makes of keys, and of its clock. */
class SittingTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Keys keys = new Keys();
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");

  @SuppressWarnings("NullAway.Init")
  private Context context;

  @SuppressWarnings("NullAway.Init")
  private OpenInterview open;

  @SuppressWarnings("NullAway.Init")
  private Session session;

  @BeforeEach
  void sits_down() {
    Home home = new Home(folder);
    InterviewBank.write(home);
    context = Context.of(home.surroundings(out, err));
    open = OpenInterview.of(context, new KnowledgeOptions());
    session =
        open.room()
            .start(
                new SessionSettings(
                    new TreeSet<>(),
                    new TreeSet<>(),
                    3,
                    false,
                    1,
                    Tone.NEUTRAL,
                    Language.EN,
                    SessionSettings.MOST_FOLLOW_UPS));
  }

  @AfterEach
  void stands_up() {
    open.close();
  }

  @Test
  void the_first_interrupt_keeps_the_text_and_the_second_leaves_with_it() {
    keys.add(Ending.INTERRUPTED, "half an ans").add(Ending.INTERRUPTED, "half an ans");

    sit(OptionalInt.empty());

    assertThat(keys.drafts).containsExactly("", "half an ans");
    assertThat(err.toString(UTF_8)).contains("nothing is lost").hasLineCount(1);
    assertThat(out.toString(UTF_8)).contains("--resume " + session.record().id());
    assertThat(left().draft()).isEqualTo("half an ans");
    assertThat(session.isOver()).isFalse();
  }

  @Test
  void typing_between_two_interrupts_makes_the_second_a_first_one() {
    keys.add(Ending.INTERRUPTED, "a").add(Ending.INTERRUPTED, "ab").add(Ending.SENT, "abc");

    sit(OptionalInt.empty());

    assertThat(texts()).contains("abc");
    assertThat(err.toString(UTF_8)).hasLineCount(2);
  }

  @Test
  void the_end_of_input_keeps_text_and_time_limit() {
    keys.add(Ending.END, "not sent");

    sit(OptionalInt.of(30));

    assertThat(left()).isEqualTo(new InterviewFiles.Bookmark(OptionalInt.of(30), "not sent"));
  }

  @Test
  void a_command_below_a_text_keeps_it_and_skip_gives_it_to_the_history() {
    keys.add(Ending.SENT, "begun\n/hint").add(Ending.SENT, "begun\n/skip");

    sit(OptionalInt.empty());

    assertThat(keys.drafts).containsExactly("", "begun", "");
    assertThat(keys.remembered).containsExactly("begun");
    assertThat(texts()).doesNotContain("begun");
  }

  @Test
  void end_below_a_text_sends_it_first() {
    keys.add(Ending.SENT, "my last words\n/end");

    sit(OptionalInt.empty());

    assertThat(texts()).contains("my last words");
    assertThat(session.isOver()).isTrue();
    assertThat(out.toString(UTF_8)).contains("Interview scorecard");
  }

  @Test
  void when_the_time_is_up_the_session_closes_after_the_question() {
    keys.add(Ending.SENT, "/skip").add(Ending.SENT, "/skip");
    keys.before = () -> now = now.plus(Duration.ofMinutes(4));

    sit(OptionalInt.of(6));

    assertThat(out.toString(UTF_8))
        .contains("Question 1 of 3 · ", "6 min left", "Question 2 of 3 · ", "2 min left")
        .contains("The time is up", "Interview scorecard")
        .doesNotContain("Question 3 of 3");
    assertThat(session.isOver()).isTrue();
    assertThat(session.scorecard().questions()).hasSize(2);
  }

  private void sit(OptionalInt minutes) {
    TimeLimit limit = new TimeLimit(minutes, Duration.ZERO, new MovedClock());
    new Sitting(context, open, session, limit, "").run(keys);
  }

  private InterviewFiles.Bookmark left() {
    return new InterviewFiles(context).left(session.record().id());
  }

  private List<String> texts() {
    return open.store().session(session.record().id()).orElseThrow().turns().stream()
        .map(Turn::text)
        .toList();
  }

  private final class MovedClock extends Clock {
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

  /** A keyboard whose keys were pressed before. */
  private static final class Keys implements LineInput {
    private final Deque<Typed> typed = new ArrayDeque<>();
    private final List<String> drafts = new ArrayList<>();
    private final List<String> remembered = new ArrayList<>();
    private Runnable before = () -> {};

    Keys add(Ending ending, String text) {
      typed.add(new Typed(ending, text));
      return this;
    }

    @Override
    public Typed readText(String prompt, String draft) {
      before.run();
      drafts.add(draft);
      return typed.isEmpty() ? new Typed(Ending.END, draft) : typed.remove();
    }

    @Override
    public Optional<String> read(String prompt) {
      return Optional.empty();
    }

    @Override
    public void remember(String text) {
      remembered.add(text);
    }

    @Override
    public void stoppable(Runnable stop, Runnable work) {
      work.run();
    }

    @Override
    public boolean isTyped() {
      return true;
    }

    @Override
    public void close() {
      // Nothing was opened.
    }
  }
}
