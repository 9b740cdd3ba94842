package dev.bagu.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bagu.BadInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
  @TempDir Path folder = Path.of("unset");
  private Room bench = new Room(Path.of("target/unset-room"));

  @BeforeEach
  void open() {
    bench.close();
    bench = new Room(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Session start(int count) {
    return bench.room.start(Room.settings("peft", count));
  }

  private static String asked(List<Said> said) {
    return said.stream()
        .filter(Said.Ask.class::isInstance)
        .map(each -> ((Said.Ask) each).entry())
        .findFirst()
        .orElseThrow();
  }

  private static <T extends Said> T only(List<Said> said, Class<T> type) {
    return said.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private static String wrong(String id) {
    return Room.entry(id).mistakes().get(0).wrong();
  }

  @Test
  void a_whole_answer_is_followed_up_by_a_neighbour_and_then_closed() {
    Session session = start(1);
    String id = asked(session.said());

    Said.FollowUp neighbour = only(session.answer(Room.whole(id)), Said.FollowUp.class);
    session.command(Command.SKIP);
    Said.Closing closing = only(session.command(Command.SKIP), Said.Closing.class);

    assertThat(Room.entry(id).followUps())
        .anyMatch(each -> neighbour.text().contains(each.question()));
    assertThat(closing.result().points()).isEqualTo(100);
    assertThat(closing.missed()).isEmpty();
    assertThat(closing.shortForm()).isEqualTo(Room.entry(id).shortZh());
    assertThat(session.isOver()).isTrue();
    assertThat(session.scorecard().ended()).isNotEmpty();
  }

  @Test
  void a_contradicted_claim_is_followed_up_first_and_quoted() {
    Session session = start(1);
    String id = asked(session.said());

    Said.FollowUp followUp =
        only(session.answer(Room.point(id, 0) + "。" + wrong(id)), Said.FollowUp.class);

    assertThat(followUp.text()).contains(followUp.quote());
    assertThat(wrong(id)).startsWith(followUp.quote().replace("…", ""));
  }

  @Test
  void a_claim_put_right_in_its_follow_up_no_longer_counts_against_the_answer() {
    Session session = start(1);
    String id = asked(session.said());
    session.answer(Room.point(id, 0) + "。" + wrong(id));

    session.answer(Room.point(id, 1));
    Said.Closing closing = only(session.command(Command.END), Said.Closing.class);

    assertThat(closing.wrong()).isEmpty();
    assertThat(closing.corrected()).extracting(ClaimVerdict::text).containsExactly(wrong(id));
    assertThat(closing.result().handled()).isEqualTo(1);
    assertThat(closing.covered()).hasSize(2);
  }

  @Test
  void a_claim_that_is_held_on_to_stays_contradicted() {
    Session session = start(1);
    String id = asked(session.said());
    session.answer(Room.point(id, 0) + "。" + wrong(id));

    session.answer("我还是这样看。" + wrong(id));
    Said.Closing closing = only(session.command(Command.END), Said.Closing.class);

    assertThat(closing.wrong()).isNotEmpty();
    assertThat(closing.wrong().get(0).evidence().get(0).file()).endsWith(".md");
    assertThat(closing.result().handled()).isZero();
  }

  @Test
  void coverage_is_the_union_of_the_answer_and_its_follow_ups() {
    Session session = start(1);
    String id = asked(session.said());
    session.answer(Room.point(id, 0));
    session.answer(Room.point(id, 1));

    List<Said> said = session.answer(Room.point(id, 2));

    assertThat(only(said, Said.Closing.class).covered())
        .extracting(PointState::point)
        .containsExactly(Room.point(id, 0), Room.point(id, 1), Room.point(id, 2));
  }

  @Test
  void there_are_at_most_two_follow_ups() {
    Session session = start(1);
    String id = asked(session.said());

    assertThat(session.answer(Room.point(id, 0))).hasOnlyElementsOfType(Said.FollowUp.class);
    assertThat(session.answer("说不全，大概和显存有关")).hasOnlyElementsOfType(Said.FollowUp.class);
    assertThat(only(session.answer("还是和显存有关"), Said.Closing.class).result().followUps())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "不知道",
        "我不太清楚。",
        "skip",
        "I don't know",
        "……",
        "???",
        "忘了！",
        "Sorry, no idea",
        "这题不会"
      })
  void what_is_no_answer_closes_the_question_with_nothing(String text) {
    Session session = start(2);

    List<Said> said = session.answer(text);

    assertThat(said).extracting(Said::getClass).containsExactly(Said.Closing.class, Said.Ask.class);
    QuestionResult result = only(said, Said.Closing.class).result();
    assertThat(result.state()).isEqualTo(QuestionResult.State.NOT_ANSWERED);
    assertThat(result.points()).isZero();
    assertThat(result.followUps()).isZero();
    assertThat(bench.store.reviews(result.entry()))
        .extracting(Review::rating)
        .containsExactly(Rating.AGAIN);
  }

  @Test
  void nothing_typed_changes_nothing() {
    Session session = start(1);

    assertThat(session.answer("  \n")).containsExactly(new Said.NotNow(Said.NotNow.Reason.EMPTY));
    assertThat(session.said()).hasOnlyElementsOfType(Said.Ask.class);
  }

  @Test
  void a_non_answer_to_a_follow_up_takes_nothing_away() {
    Session session = start(1);
    String id = asked(session.said());
    session.answer(Room.point(id, 0));

    session.answer("不知道");
    Said.Closing closing = only(session.answer("真的不会"), Said.Closing.class);

    assertThat(closing.covered()).hasSize(1);
    assertThat(closing.result().handled()).isZero();
    assertThat(closing.result().points()).isPositive();
  }

  @Test
  void a_hint_is_half_a_key_point_and_costs_what_it_says() {
    Session session = start(1);
    String id = asked(session.said());

    Said.Hint hint = only(session.command(Command.HINT), Said.Hint.class);
    session.answer(Room.whole(id));
    Said.Closing closing = only(session.command(Command.END), Said.Closing.class);

    assertThat(Room.point(id, 0)).startsWith(hint.text());
    assertThat(hint.text().length()).isLessThan(Room.point(id, 0).length());
    assertThat(hint.cost()).isEqualTo(QuestionResult.HINT_COST);
    assertThat(closing.result().points()).isEqualTo(90);
    assertThat(closing.result().high()).isEqualTo(90);
  }

  @Test
  void hints_come_to_an_end() {
    Session session = start(1);
    int hints = 0;
    while (session.command(Command.HINT).get(0) instanceof Said.Hint) {
      hints++;
    }

    assertThat(hints).isBetween(1, 6);
    assertThat(session.command(Command.HINT))
        .containsExactly(new Said.NotNow(Said.NotNow.Reason.NO_HINT_LEFT));
  }

  @Test
  void why_is_told_after_the_answer_and_in_full_after_the_closing() {
    Session session = start(2);
    String id = asked(session.said());
    session.answer(Room.point(id, 0));

    List<Said> early = session.command(Command.WHY);
    session.answer("大概是为了省显存");
    Said.Why open = only(session.command(Command.WHY), Said.Why.class);
    session.answer("还是为了省显存");
    Said.Why closed = only(session.command(Command.WHY), Said.Why.class);

    assertThat(early).containsExactly(new Said.NotNow(Said.NotNow.Reason.NOTHING_TO_EXPLAIN));
    assertThat(open.origin().kind()).isEqualTo(Origin.Kind.MISSED);
    assertThat(open.origin().basis()).isEmpty();
    assertThat(open.origin().source().quote()).isEmpty();
    assertThat(Room.entry(id).keyPoints()).anyMatch(p -> p.text().equals(closed.origin().basis()));
    assertThat(closed.origin().source().startLine()).isPositive();
  }

  @Test
  void repeat_says_the_open_question_again() {
    Session session = start(1);
    String id = asked(session.said());
    List<Said> question = session.said();

    assertThat(session.command(Command.REPEAT)).isEqualTo(question);
    List<Said> followUp = session.answer(Room.point(id, 0));
    assertThat(session.command(Command.REPEAT)).isEqualTo(followUp);
    session.command(Command.HINT);
    assertThat(session.open()).contains(followUp.get(0));
    session.command(Command.END);
    assertThat(session.open()).isEmpty();
  }

  @Test
  void end_leaves_an_unanswered_question_out_of_the_score() {
    Session session = start(3);
    String first = asked(session.said());
    session.command(Command.HINT);
    session.answer(Room.whole(first));
    session.command(Command.SKIP);
    session.command(Command.SKIP);

    List<Said> said = session.command(Command.END);

    assertThat(said).containsExactly(new Said.Farewell(1, 90));
    assertThat(session.scorecard().questions()).hasSize(1);
    assertThat(session.answer("LoRA 冻结原权重"))
        .containsExactly(new Said.NotNow(Said.NotNow.Reason.OVER));
  }

  @Test
  void time_is_what_the_candidate_used() {
    Session session = start(1);
    String id = asked(session.said());
    bench.clock.move(Duration.ofSeconds(90));
    session.answer(Room.whole(id));
    bench.clock.move(Duration.ofSeconds(30));
    session.command(Command.SKIP);
    bench.clock.move(Duration.ofSeconds(5));
    session.command(Command.SKIP);

    assertThat(session.scorecard().seconds()).isEqualTo(125);
  }

  @Test
  void a_neighbour_is_checked_against_its_own_entry_and_leaves_the_score_alone() {
    Session session = start(1);
    String id = asked(session.said());
    session.answer(Room.whole(id));
    String other =
        bench
            .store
            .session(session.record().id())
            .orElseThrow()
            .turns()
            .get(1)
            .outcome()
            .orElseThrow()
            .origin()
            .orElseThrow()
            .entry();

    session.answer(Room.whole(other));
    Said.Closing closing = only(session.command(Command.END), Said.Closing.class);

    assertThat(other).isNotEqualTo(id);
    assertThat(closing.result().points()).isEqualTo(100);
    assertThat(closing.result().handled()).isEqualTo(1);
  }

  @Test
  void an_unknown_section_is_told_with_those_that_there_are() {
    assertThatThrownBy(() -> bench.room.start(Room.settings("nosuch", 1)))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("nosuch")
        .hasMessageContaining("peft");
  }
}
