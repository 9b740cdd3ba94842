package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bagu.BadInput;
import dev.bagu.check.DraftChecker;
import dev.bagu.check.Verdict;
import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.retrieval.HybridRetriever;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labelled drafts against a bank of two entries. */
class CheckEvaluationTest {
  private static final String BANK =
      """
      ---
      section: peft
      title: 参数高效微调
      title_en: PEFT
      ---

      ## LoRA 会增加推理延迟吗？

      <!-- id: peft-01 | level: 1 | en: Does LoRA slow down inference? | aka: lora 推理速度 -->

      **一句话**：把增量合并进原权重以后，LoRA 不增加任何推理延迟。

      **In short**: Once merged into the base weights, LoRA adds no latency at all.

      LoRA 把权重增量写成两个低秩矩阵的乘积。推理前把它加进原权重，结构与原模型相同。

      **要点**
      - LoRA 合并后的模型结构与原模型相同
      - 不合并时每层多两次小矩阵乘法

      **易错**
      - “LoRA 一定拖慢推理” → 合并后没有额外延迟

      **追问**
      - LoRA 的秩怎么选？

      ## 梯度累积省的是什么？

      <!-- id: train-01 | level: 1 | en: What does gradient accumulation save? | aka: 梯度累积的作用 -->

      **一句话**：梯度累积省下激活的显存，优化器状态不变。

      **In short**: Gradient accumulation saves activation memory, not optimizer state.

      梯度累积把一个大批次拆成几个小批次，最后才更新一次参数。

      **要点**
      - 梯度累积把大批次拆成小批次

      **易错**
      - “梯度累积省优化器显存” → 优化器状态不变

      **追问**
      - 还能怎么省显存？
      """;

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static IndexStore store;

  @SuppressWarnings("NullAway.Init")
  private static KnowledgeIndex index;

  @SuppressWarnings("NullAway.Init")
  private static CheckEvaluation evaluation;

  @BeforeAll
  static void opens_the_index() throws IOException {
    Path knowledge = Files.createDirectories(folder.resolve("knowledge"));
    Files.writeString(knowledge.resolve("bank.md"), BANK);
    store = new IndexStore(folder.resolve("cache"), IndexListener.SILENT);
    index = store.open(List.of(knowledge));
    HybridRetriever retriever = new HybridRetriever(index, store.encoders());
    evaluation = new CheckEvaluation(retriever, new DraftChecker(retriever, store.encoders()));
  }

  @AfterAll
  static void closes_the_index() {
    index.close();
    store.close();
  }

  @Test
  void a_run_has_a_verdict_for_each_claim_and_a_finding_for_each_missed_point() {
    DraftCase draft =
        draft(
            "peft-01",
            List.of("LoRA 合并后的模型结构与原模型相同", "把增量合并进原权重以后，LoRA 会增加推理延迟", "红烧肉要用五花肉"),
            List.of("不合并时每层多两次小矩阵乘法", "LoRA 合并后的模型结构与原模型相同"));

    CheckRun run = evaluation.run(List.of(draft)).get(0);

    assertThat(run.verdicts())
        .containsExactly(Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.NOT_IN_SOURCE);
    assertThat(run.found()).containsExactly(true, false);
    assertThat(run.missed()).containsExactly("不合并时每层多两次小矩阵乘法");
    assertThat(run.millis()).isPositive();
  }

  @Test
  void a_draft_without_an_entry_is_held_against_the_one_its_question_finds() {
    assertThat(evaluation.entry(draft("", List.of("甲"), List.of())))
        .isEqualTo(evaluation.entry(draft("peft-01", List.of("甲"), List.of())));
  }

  @Test
  void runs_come_in_the_order_of_their_drafts_and_the_same_again() {
    List<DraftCase> drafts =
        List.of(
            draft("train-01", List.of("梯度累积把大批次拆成小批次"), List.of()),
            draft("peft-01", List.of(), List.of()));

    List<CheckRun> runs = evaluation.run(drafts);

    assertThat(runs).extracting(CheckRun::draft).isEqualTo(drafts);
    assertThat(runs.get(1).verdicts()).isEmpty();
    assertThat(runs.get(1).missed()).hasSize(2);
    assertThat(evaluation.run(drafts))
        .extracting(CheckRun::verdicts)
        .isEqualTo(runs.stream().map(CheckRun::verdicts).toList());
  }

  @Test
  void an_entry_that_there_is_not_is_named_with_its_draft() {
    assertThatThrownBy(() -> evaluation.run(List.of(draft("peft-99", List.of("甲"), List.of()))))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("draft d1")
        .hasMessageContaining("peft-99");
  }

  private static DraftCase draft(String entry, List<String> claims, List<String> missed) {
    return new DraftCase(
        "d1",
        "LoRA 会增加推理延迟吗？",
        entry,
        claims.stream().map(text -> new DraftCase.LabelledClaim(text, Verdict.SUPPORTED)).toList(),
        missed,
        List.of(),
        "dev");
  }
}
