package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  // Grades of the hits, the grades that exist, and by hand: reciprocal rank and hit@3 at grade 1,
  // the same at grade 2, and nDCG with gains 3 and 1 and discounts 1/log2(rank + 1).
  @ParameterizedTest
  @CsvSource({
    "right first,           '2 0 0', '2',   1,      1, 1,      1, 1",
    "right second,          '0 2 0', '2',   0.5,    1, 0.5,    1, 0.63093",
    "right fourth,          '0 0 0 2', '2', 0.25,   0, 0.25,   0, 0.43068",
    "neighbour before it,   '1 2',   '2 1', 1,      1, 0.5,    1, 0.79671",
    "ideal order,           '2 1',   '2 1', 1,      1, 1,      1, 1",
    "neighbour alone,       '1 0',   '2 1', 1,      1, 0,      0, 0.27539",
    "nothing right,         '0 0',   '2',   0,      0, 0,      0, 0",
    "eleventh is too late,  '0 0 0 0 0 0 0 0 0 0', '2', 0, 0, 0, 0, 0",
  })
  void ranking_figures_are_as_computed_by_hand(
      String name,
      String hits,
      String relevant,
      double mrr1,
      double hit1,
      double mrr2,
      double hit2,
      double ndcg) {
    List<Run> runs =
        List.of(Sample.run(Sample.question("q", true, grades(relevant)), 1, false, grades(hits)));

    assertThat(Figures.mrr(runs, 1).value()).as(name).isEqualTo(mrr1);
    assertThat(Figures.hitAt(runs, 3, 1).value()).as(name).isEqualTo(hit1);
    assertThat(Figures.mrr(runs, 2).value()).as(name).isEqualTo(mrr2);
    assertThat(Figures.hitAt(runs, 3, 2).value()).as(name).isEqualTo(hit2);
    assertThat(Figures.ndcg(runs).value()).as(name).isEqualTo(ndcg, within(1e-4));
  }

  // Confidences of answerable and of unanswerable questions; a tie counts half.
  @ParameterizedTest
  @CsvSource({
    "apart,     '0.9 0.8',     '0.2 0.1', 1",
    "reversed,  '0.1 0.2',     '0.8 0.9', 0",
    "one wrong, '0.9 0.3',     '0.5 0.1', 0.75",
    "ties,      '0.5 0.5',     '0.5 0.5', 0.5",
    "half tie,  '0.9 0.5',     '0.5 0.1', 0.875",
    "one kind,  '0.9 0.5',     '',        0.5",
  })
  void auroc_is_the_share_of_pairs_in_the_right_order(
      String name, String good, String bad, double area) {
    List<Run> runs = new ArrayList<>();
    numbers(good).forEach(c -> runs.add(Sample.answered(c)));
    numbers(bad).forEach(c -> runs.add(Sample.unanswerable(c)));

    assertThat(Figures.auroc(runs).value()).as(name).isEqualTo(area, within(1e-9));
  }

  @Test
  void refusals_and_false_refusals_have_their_own_denominators() {
    List<Run> runs =
        List.of(
            Sample.answered(0.9),
            Sample.answered(0.8),
            Sample.answered(0.7),
            Sample.answered(0.4),
            Sample.unanswerable(0.1),
            Sample.unanswerable(0.6));

    assertThat(Figures.falseRefusal(runs).value()).isEqualTo(0.25);
    assertThat(Figures.refusal(runs).value()).isEqualTo(0.5);
    assertThat(Figures.refusalAt(runs, 0)).isEqualTo(0.5);
    assertThat(Figures.refusalAt(runs, 0.25)).isEqualTo(1);
  }

  @Test
  void unanswerable_questions_do_not_count_in_the_ranking() {
    List<Run> runs = List.of(Sample.answered(0.9), Sample.unanswerable(0.9));

    assertThat(Figures.hitAt(runs, 1, 2).value()).isEqualTo(1);
  }

  @Test
  void no_questions_give_zero_and_not_a_failure() {
    assertThat(Figures.mrr(List.of(), 1)).isEqualTo(new Figures.Figure(0, 0, 0));
    assertThat(Figures.ndcg(List.of()).value()).isZero();
    assertThat(Figures.medianMillis(List.of())).isZero();
    assertThat(Figures.refusalAt(List.of(), 0.03)).isZero();
  }

  @Test
  void an_interval_holds_its_figure_and_is_the_same_each_time() {
    List<Run> runs = mixed(80, 3);

    for (Figures.Figure figure :
        List.of(Figures.mrr(runs, 2), Figures.hitAt(runs, 1, 2), Figures.auroc(runs))) {
      assertThat(figure.low()).isLessThan(figure.value()).isBetween(0.0, 1.0);
      assertThat(figure.high()).isGreaterThan(figure.value()).isBetween(0.0, 1.0);
    }
    assertThat(Figures.auroc(runs)).isEqualTo(Figures.auroc(runs));
    assertThat(Figures.mrr(runs, 2)).isEqualTo(Figures.mrr(runs, 2));
  }

  @Test
  void an_interval_of_a_share_is_about_as_wide_as_the_binomial_one() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      runs.add(Sample.run(Sample.question("q" + i, true, 2), 1, false, i < 80 ? 2 : 0));
    }

    Figures.Figure figure = Figures.hitAt(runs, 1, 2);

    // 0.8 +- 1.96 * sqrt(0.8 * 0.2 / 100)
    assertThat(figure.low()).isEqualTo(0.722, within(0.02));
    assertThat(figure.high()).isEqualTo(0.878, within(0.02));
  }

  @Test
  void the_order_of_questions_changes_no_figure_and_more_hits_never_lower_one() {
    long seed = 11;
    List<Run> runs = mixed(60, seed);
    List<Run> shuffled = new ArrayList<>(runs);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(Figures.mrr(shuffled, 2).value())
        .as("seed " + seed)
        .isEqualTo(Figures.mrr(runs, 2).value(), within(1e-12));
    assertThat(Figures.auroc(shuffled).value())
        .isEqualTo(Figures.auroc(runs).value(), within(1e-12));
    double last = 0;
    for (int k = 1; k <= 10; k++) {
      double hit = Figures.hitAt(runs, k, 2).value();
      assertThat(hit).isGreaterThanOrEqualTo(last);
      last = hit;
    }
    assertThat(Figures.mrr(runs, 2).value())
        .isBetween(Figures.hitAt(runs, 1, 2).value(), Figures.hitAt(runs, 10, 2).value());
  }

  private static List<Run> mixed(int questions, long seed) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      boolean answerable = i % 3 != 0;
      int[] grades = new int[10];
      grades[random.nextInt(10)] = 2;
      Question question =
          answerable ? Sample.question("q" + i, true, 2) : Sample.question("q" + i, false);
      double confidence = random.nextDouble() * 0.7 + (answerable ? 0.3 : 0);
      runs.add(
          Sample.run(question, confidence, confidence < 0.4, answerable ? grades : new int[3]));
    }
    return runs;
  }

  private static int[] grades(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static List<Double> numbers(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList();
  }
}
