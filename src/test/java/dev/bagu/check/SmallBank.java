package dev.bagu.check;

import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.Entry;
import dev.bagu.retrieval.HybridRetriever;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A bank of two entries with the real index and models over it. */
final class SmallBank implements AutoCloseable {
  private static final String TEXT =
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

      LoRA 把权重增量写成两个低秩矩阵的乘积，秩常取 8 到 64。推理前把它加进原权重，结构与原模型相同。
      不合并、同时挂多个适配器时，每层多出两次小矩阵乘法，会有少量开销。

      **要点**
      - LoRA 合并后的模型结构与原模型相同
      - 不合并时每层多两次小矩阵乘法
      - LoRA 的秩常取 8 到 64

      **易错**
      - “LoRA 一定拖慢推理” → 合并后没有额外延迟

      **追问**
      - LoRA 的秩怎么选？

      ## 梯度累积省的是什么？

      <!-- id: train-01 | level: 1 | en: What does gradient accumulation save? | aka: 梯度累积的作用 -->

      **一句话**：梯度累积省下激活的显存，优化器状态不变。

      **In short**: Gradient accumulation saves activation memory, not optimizer state.

      梯度累积把一个大批次拆成几个小批次，依次前向和反向，最后才更新一次参数。

      **要点**
      - 梯度累积把大批次拆成小批次
      - 梯度累积省的是激活的显存

      **易错**
      - “梯度累积省优化器显存” → 优化器状态不变

      **追问**
      - 还能怎么省显存？
      """;

  static final String QUESTION = "LoRA 会增加推理延迟吗？";

  private final IndexStore store;
  private final KnowledgeIndex index;
  private final DraftChecker checker;
  private final EntryFinder finder;

  SmallBank(Path home) {
    try {
      Path knowledge = Files.createDirectories(home.resolve("knowledge"));
      Files.writeString(knowledge.resolve("bank.md"), TEXT);
      store = new IndexStore(home.resolve("cache"), IndexListener.SILENT);
      index = store.open(List.of(knowledge));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HybridRetriever retriever = new HybridRetriever(index, store.encoders());
    checker = new DraftChecker(retriever, store.encoders());
    finder = new EntryFinder(retriever);
  }

  /** A draft on LoRA's latency, checked. */
  CheckReport check(String draft) {
    return checker.check(new CheckRequest(QUESTION, finder.byId("peft-01").getAsInt(), draft));
  }

  EntryFinder finder() {
    return finder;
  }

  Entry entry(int ordinal) {
    return index.entry(ordinal);
  }

  @Override
  public void close() {
    index.close();
    store.close();
  }
}
