package dev.bagu.cli;

import java.util.List;

/** Six questions of two sections, short enough to see through. */
final class InterviewBank {
  static final String QUANTISING = "为什么 LoRA 底座可以量化到 4 比特？";

  /** Ids of the section {@code peft}, in the order of the file. */
  static final List<String> IDS = List.of("peft-01", "peft-02", "peft-03", "peft-04", "peft-05");

  private InterviewBank() {}

  static void write(Home home) {
    StringBuilder bank =
        new StringBuilder("---\nsection: peft\ntitle: 参数高效微调\ntitle_en: PEFT\n---\n");
    bank.append(entry("peft-01", "LoRA 的思路是什么？", "LoRA 只学低秩增量", "LoRA 冻结原权重", "两个低秩矩阵的乘积代替权重增量"));
    bank.append(
        entry("peft-02", "Adapter 是什么？", "Adapter 是插入层间的瓶颈模块", "Adapter 先降维再升维", "Adapter 增加推理延迟"));
    bank.append(entry("peft-03", "前缀微调改动哪里？", "前缀微调给每层注意力加上可学的键和值", "前缀占用上下文长度", "前缀微调不改原权重"));
    bank.append(
        entry("peft-04", "BitFit 训练什么？", "BitFit 只训练偏置", "BitFit 的参数量约为千分之一", "没有偏置的模型用不上 BitFit"));
    bank.append(entry("peft-05", "提示微调加在哪里？", "提示微调只在输入嵌入前加可学向量", "模型越大提示微调越接近全参微调", "提示微调收敛慢"));
    home.write("dist/knowledge/01-peft.md", bank.toString());
    home.write(
        "dist/knowledge/02-quant.md",
        "---\nsection: quant\ntitle: 量化\ntitle_en: Quantising\n---\n"
            + entry("quant-01", QUANTISING, "底座只做前向所以能量化", "QLoRA 用 NF4 存底座", "适配器仍用 16 比特训练"));
  }

  private static String entry(String id, String question, String brief, String... points) {
    StringBuilder entry = new StringBuilder("\n## " + question + "\n\n");
    entry.append("<!-- id: ").append(id).append(" | level: 1 | en: English of ").append(id);
    entry.append("? -->\n\n**一句话**：").append(brief).append("。\n\n");
    entry.append("**In short**: The short form of ").append(id).append(".\n\n");
    entry.append(String.join("。", points)).append("。").append(brief).append("。\n\n**要点**\n");
    entry.append("- ").append(brief).append('\n');
    for (String point : points) {
      entry.append("- ").append(point).append('\n');
    }
    entry.append("\n**易错**\n- “").append(wrong(id)).append("” → 这种说法不对，见要点\n");
    return entry.append("\n**参考**：Hu et al., 2021\n").toString();
  }

  /** What people get wrong about an entry. */
  static String wrong(String id) {
    return id + " 这种方法会把所有权重全部更新一遍";
  }
}
