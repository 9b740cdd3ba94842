package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The bundled bank under its golden questions. The floors stand a few points under what was
 * measured, so that a loss fails and noise does not.
 */
@Isolated
class GoldenBankTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @SuppressWarnings("NullAway.Init")
  private static Measured bank;

  private static List<Run> runs = List.of();

  @BeforeAll
  static void asks_every_question() {
    Path knowledge = Measured.present(Path.of("knowledge"));
    List<Question> questions =
        Stream.of("retrieval.jsonl", "refusals.jsonl")
            .flatMap(name -> QuestionFile.read(Measured.present(GOLDEN.resolve(name))).stream())
            .toList();
    bank = new Measured(knowledge, List.of());
    runs = bank.run("bank, whole golden set", questions, 2);
  }

  @AfterAll
  static void closes() {
    if (bank != null) {
      bank.close();
    }
  }

  @Test
  void a_question_in_other_words_finds_its_entry() {
    assertThat(Figures.hitAt(runs, 1, 2).value()).isGreaterThanOrEqualTo(0.76);
    assertThat(Figures.hitAt(runs, 3, 2).value()).isGreaterThanOrEqualTo(0.88);
    assertThat(Figures.mrr(runs, 2).value()).isGreaterThanOrEqualTo(0.83);
  }

  @Test
  void an_english_question_finds_its_entry() {
    List<Run> english =
        runs.stream().filter(run -> run.question().language().equals("en")).toList();

    assertThat(Figures.hitAt(english, 1, 2).value()).isGreaterThanOrEqualTo(0.78);
  }

  @Test
  void questions_without_an_answer_are_refused_and_few_others() {
    assertThat(Figures.auroc(runs).value()).isGreaterThanOrEqualTo(0.93);
    assertThat(Figures.refusal(runs).value()).isGreaterThanOrEqualTo(0.65);
    assertThat(Figures.falseRefusal(runs).value()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void the_half_kept_aside_loses_little_to_the_half_that_was_fitted() {
    assertThat(Figures.hitAt(half("test"), 3, 2).value())
        .isGreaterThanOrEqualTo(Figures.hitAt(half("dev"), 3, 2).value() - 0.06);
  }

  @Test
  void the_stored_question_itself_is_always_first() {
    List<Question> stored =
        SelfQuestions.of(bank.index()).stream().filter(q -> q.style().equals("question")).toList();

    List<Run> exact = bank.run("bank, stored questions", stored, 2);

    assertThat(stored).hasSizeGreaterThan(200);
    assertThat(Figures.hitAt(exact, 1, 2).value()).isEqualTo(1);
    assertThat(Figures.falseRefusal(exact).value()).isZero();
  }

  private static List<Run> half(String split) {
    return runs.stream().filter(run -> run.question().split().equals(split)).toList();
  }
}
