package dev.bagu.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bagu.evaluation.Figures;
import dev.bagu.evaluation.Question;
import dev.bagu.evaluation.QuestionFile;
import dev.bagu.evaluation.Report;
import dev.bagu.evaluation.RetrievalEvaluation;
import dev.bagu.evaluation.Run;
import dev.bagu.knowledge.Entry;
import dev.bagu.retrieval.Retrieval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bank finds what it holds and refuses what it does not. */
class BankRetrievalTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  @Test
  void every_stored_question_finds_its_own_entry_first() {
    for (Entry entry : BankText.entries()) {
      assertThat(first(entry.question())).as(entry.question()).isEqualTo(entry.id());
    }
  }

  @Test
  void every_question_as_the_list_writes_it_finds_its_own_entry_first() {
    Path list = BankText.shared().resolve("question-bank.tsv");
    assumeTrue(Files.exists(list), "the question list is not here: " + list);
    List<String> wrong = new ArrayList<>();
    for (String row : BankText.read(list).lines().skip(1).toList()) {
      String[] cells = row.split("\t", -1);
      String found = first(cells[3]);
      if (!found.equals(cells[0])) {
        wrong.add(cells[0] + " " + cells[3] + ": " + found);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_english_question_finds_its_own_entry_first() {
    for (Entry entry : BankText.entries()) {
      assertThat(first(entry.questionEn())).as(entry.questionEn()).isEqualTo(entry.id());
    }
  }

  @Test
  void at_least_97_of_100_other_wordings_find_their_own_entry_first() {
    List<String[]> wordings = new ArrayList<>();
    for (Entry entry : BankText.entries()) {
      entry.wordings().forEach(wording -> wordings.add(new String[] {wording, entry.id()}));
    }
    // All of them by the exact lookup, and a sample with a fixed seed through the whole ranking.
    long exact =
        wordings.stream()
            .filter(w -> List.of(w[1]).equals(ids(BankIndex.INDEX.lexical().exact(w[0]))))
            .count();
    Collections.shuffle(wordings, new Random(97));
    List<String[]> sample = wordings.subList(0, 200);
    long ranked = sample.stream().filter(w -> first(w[0]).equals(w[1])).count();

    assertThat(exact).isGreaterThanOrEqualTo(wordings.size() * 97L / 100);
    assertThat(ranked).isGreaterThanOrEqualTo(sample.size() * 97L / 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "如何做红烧肉",
        "今天北京天气怎么样",
        "Java 的 G1 垃圾回收怎么调优",
        "who won the world cup",
        "租房合同要注意什么",
        "React hooks 是什么",
        "推荐一部电影",
        "特斯拉股价多少"
      })
  void what_has_nothing_to_do_with_the_bank_is_refused(String question) {
    Retrieval retrieval = BankIndex.RETRIEVER.retrieve(question, 3, Set.of());

    assertThat(retrieval.refused()).isTrue();
    assertThat(retrieval.passages()).isNotEmpty();
  }

  /**
   * Floors some points under what was measured, so that only a real loss fails; README has the
   * figures.
   */
  @Test
  void the_golden_questions_are_found_and_refused_as_measured() {
    List<Question> questions =
        new ArrayList<>(QuestionFile.read(GOLDEN.resolve("retrieval.jsonl")));
    questions.addAll(QuestionFile.read(GOLDEN.resolve("refusals.jsonl")));
    List<Run> runs =
        new RetrievalEvaluation(BankIndex.RETRIEVER)
            .run(questions.stream().filter(q -> q.split().equals("test")).toList());
    Report.ranking("golden, test half", runs, 2).forEach(System.out::println);
    Report.refusal(runs).forEach(System.out::println);

    assertThat(Figures.hitAt(runs, 1, 2).value()).isGreaterThan(0.70);
    assertThat(Figures.hitAt(runs, 3, 2).value()).isGreaterThan(0.84);
    assertThat(Figures.mrr(runs, 2).value()).isGreaterThan(0.77);
    assertThat(Figures.auroc(runs).value()).isGreaterThan(0.92);
    assertThat(Figures.falseRefusal(runs).value()).isLessThan(0.05);
    assertThat(Figures.refusal(runs).value()).isGreaterThan(0.6);
  }

  @Test
  void golden_questions_name_entries_that_there_are() {
    Set<String> ids =
        BankText.entries().stream()
            .map(Entry::id)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    List<Question> questions = QuestionFile.read(GOLDEN.resolve("retrieval.jsonl"));

    assertThat(questions.stream().filter(Question::answerable).count()).isGreaterThan(250);
    assertThat(questions.stream().filter(q -> !q.answerable()).count()).isGreaterThan(80);
    for (Question question : questions) {
      question.relevant().forEach(r -> assertThat(ids).as(question.id()).contains(r.entry()));
      for (Entry entry : BankText.entries()) {
        assertThat(BankText.letters(question.text()))
            .as(question.id())
            .isNotEqualTo(BankText.letters(entry.question()));
      }
    }
  }

  private static List<String> ids(int[] entries) {
    return java.util.Arrays.stream(entries)
        .mapToObj(ordinal -> BankIndex.INDEX.entry(ordinal).id())
        .toList();
  }

  private static String first(String question) {
    Retrieval retrieval = BankIndex.RETRIEVER.retrieve(question, 1, Set.of());
    return retrieval.passages().get(0).entry().id();
  }
}
