package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.index.TextModel;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Passage;
import dev.bagu.retrieval.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small folder from end to end, with the real models. */
class RetrievalEvaluationTest {
  private static final String NOTES =
      """
      # 分布式训练笔记

      ## 梯度累积

      梯度累积把一个大批次拆成几个小批次，依次前向和反向，最后才更新一次参数。它省下的是激活的显存。

      ## 流水线气泡

      流水线并行有 p 个阶段、m 个微批次时，气泡占比约为 (p-1)/(m+p-1)，微批次越多气泡越小。

      ## KV cache

      The KV cache stores the keys and values of past tokens, so that decoding does not compute them again.

      ## LoRA 的秩怎么选？

      秩一般取 8 到 64，任务越难秩越大；秩太大时效果不再上升而显存变多。
      """;

  @TempDir private static Path home;

  @SuppressWarnings("NullAway.Init")
  private static IndexStore store;

  @SuppressWarnings("NullAway.Init")
  private static KnowledgeIndex index;

  @SuppressWarnings("NullAway.Init")
  private static HybridRetriever retriever;

  private static final List<Question> QUESTIONS =
      List.of(
          asked("q1", "把大批次拆开分几次反向再更新", "zh", "梯度累积"),
          asked("q2", "流水线空等的时间占多少", "zh", "流水线气泡"),
          asked("q3", "what is kept for past tokens when decoding", "en", "KV cache"),
          asked("q4", "低秩适配的秩取多大", "zh", "LoRA 的秩怎么选？"),
          new Question("q5", "红烧肉要炖多久", "zh", "", false, List.of(), "dev"),
          new Question("q6", "明天会下雨吗", "zh", "", false, List.of(), "dev"));

  @BeforeAll
  static void opens_the_index() throws IOException {
    Path folder = Files.createDirectories(home.resolve("notes"));
    Files.writeString(folder.resolve("a.md"), NOTES, StandardCharsets.UTF_8);
    store = new IndexStore(home.resolve("cache"), IndexListener.SILENT);
    index = store.open(List.of(folder));
    retriever = new HybridRetriever(index, store.encoders());
  }

  @AfterAll
  static void closes_the_index() {
    index.close();
    store.close();
  }

  @Test
  void every_question_gets_a_run_in_its_order_with_each_place_once() {
    List<Run> runs = new RetrievalEvaluation(retriever).run(QUESTIONS);

    assertThat(runs).extracting(Run::question).isEqualTo(QUESTIONS);
    for (Run run : runs) {
      assertThat(run.confidence()).isBetween(0.0, 1.0);
      assertThat(run.millis()).isPositive();
      assertThat(run.hits()).hasSizeBetween(1, 10);
      assertThat(run.hits()).extracting(Run.Hit::heading).doesNotHaveDuplicates();
    }
    assertThat(Figures.hitAt(runs, 1, 1).value()).isGreaterThanOrEqualTo(0.75);
    assertThat(Figures.hitAt(runs, 3, 1).value()).isEqualTo(1);
    assertThat(Figures.auroc(runs).value()).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void the_plain_chain_answers_the_same_questions_from_the_same_places() {
    EasyRagBaseline plain =
        new EasyRagBaseline(index, store.encoders().get(TextModel.ALL_MINILM_L6));

    List<Run> runs = plain.run(QUESTIONS);

    assertThat(runs).extracting(Run::question).isEqualTo(QUESTIONS);
    assertThat(runs.get(2).rank(1)).as("an English question").isPositive();
    assertThat(runs).allSatisfy(run -> assertThat(run.refused()).isFalse());
    assertThat(runs)
        .allSatisfy(
            run -> assertThat(run.hits()).extracting(Run.Hit::heading).doesNotHaveDuplicates());
  }

  @Test
  void every_signal_but_the_exact_wording_is_in_one_group_of_the_ablation() {
    Set<String> signals =
        retriever.retrieve("梯度累积", 1, Set.of()).passages().get(0).features().stream()
            .map(Passage.Feature::name)
            .collect(Collectors.toCollection(HashSet::new));
    signals.remove(Order.EXACT);

    List<String> grouped =
        Ablation.GROUPS.stream().flatMap(group -> group.signals().stream()).toList();

    assertThat(grouped).containsExactlyInAnyOrderElementsOf(signals);
  }

  @Test
  void the_first_row_of_an_ablation_is_the_product_itself() {
    List<Ablation.Row> rows = Ablation.rows(retriever, QUESTIONS);

    assertThat(rows).hasSize(1 + Ablation.GROUPS.size());
    List<List<Run.Hit>> product =
        new RetrievalEvaluation(retriever).run(QUESTIONS).stream().map(Run::hits).toList();
    assertThat(rows.get(0).runs()).extracting(Run::hits).isEqualTo(product);
  }

  @Test
  void an_order_by_all_signals_is_the_order_that_was_found() {
    for (String query : List.of("梯度累积", "what does the KV cache store", "LoRA 的秩怎么选？")) {
      List<Passage> passages = retriever.retrieve(query, 100, Set.of()).passages();

      assertThat(Order.by(passages, signal -> true)).as(query).isEqualTo(passages);
      assertThat(Order.by(passages, signal -> false))
          .as(query)
          .containsExactlyInAnyOrderElementsOf(passages);
    }
  }

  @Test
  void a_folder_finds_its_own_headings_without_taking_them_for_exact() {
    List<Question> own = SelfQuestions.of(index);

    List<Run> runs = new RetrievalEvaluation(retriever).runWithoutExact(own);

    assertThat(own).extracting(Question::style).contains("heading", "question");
    assertThat(Figures.hitAt(runs, 1, 2).value()).isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void a_fit_gives_every_key_that_the_weights_file_has_and_a_floor_that_refuses_few() {
    Map<String, Double> fitted = new WeightFit(List.of(set())).fit();

    assertThat(fitted.keySet()).contains("rank.zh.late-entry", "clue.bias", "floor");
    fitted.forEach(
        (key, value) -> {
          if (key.startsWith("rank.")) {
            assertThat(value).as(key).isNotNegative();
          }
          if (key.contains("missing") && key.endsWith(".weight")) {
            assertThat(value).as(key).isNotPositive();
          }
        });
    assertThat(fitted.get("floor")).isBetween(0.0, 1.0);
    HybridRetriever own = set().retriever().apply(Weights.of(fitted));
    assertThat(Figures.auroc(new RetrievalEvaluation(own).run(QUESTIONS)).value())
        .isGreaterThan(0.9);
    assertThat(new WeightFit(List.of(set())).fit()).as("the same each time").isEqualTo(fitted);
  }

  @Test
  void a_calibration_leaves_the_ranking_alone() {
    Map<String, Double> calibrated = new WeightFit(List.of(set())).calibrate();

    assertThat(calibrated.keySet()).noneMatch(key -> key.startsWith("rank."));
    assertThat(calibrated).containsKeys("clue.bias", "floor");
  }

  private static QuestionSet set() {
    return new QuestionSet(
        "tiny",
        QUESTIONS,
        index,
        weights -> new HybridRetriever(index, store.encoders(), List.of(), weights),
        1);
  }

  private static Question asked(String id, String text, String language, String heading) {
    return new Question(
        id,
        text,
        language,
        "",
        true,
        List.of(new Question.Relevant("", "a.md", heading, 2)),
        "dev");
  }
}
