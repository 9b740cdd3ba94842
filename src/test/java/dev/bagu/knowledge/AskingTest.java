package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "true, 1.什么是MoE大模型？",
    "true, **1-1** QA: 用一句话谈一下你对于强化学习的认识吗？",
    "true, 5.为何现在的大模型大部分是Decoder only结构",
    "true, 简述 ZeRO 的三个阶段",
    "true, 20. 预训练和SFT操作有什么不同",
    "true, What is the idea behind LoRA?",
    "true, How do residual connections help",
    "true, Explain KV cache",
    "false, 1.2 技术原理",
    "false, （2）Decoder的并行化",
    "false, LoRA: low-rank adaptation",
    "false, 2.如何训练：",
    "false, Whatever",
    "false, How",
    "false, 1.3 简述",
  })
  void tells_whether_a_heading_asks(boolean asks, String heading) {
    assertThat(Asking.heading(heading)).isEqualTo(asks);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "3.10 MLM 任务, MLM 任务",
    "1-1 QA: 请问, 请问",
    "8.3 QA：近端策略优化, 近端策略优化",
    "（2）Decoder的并行化, Decoder的并行化",
    "一、LoRA篇, LoRA篇",
    "4.2 2.5D张量并行, 2.5D张量并行",
    "2.5D张量并行, 2.5D张量并行",
    "3D并行, 3D并行",
    "2024年的模型, 2024年的模型",
    "GPT-4, GPT-4",
    "Q1: 什么是 LoRA, 什么是 LoRA",
    "Q函数, Q函数",
    "QLoRA 的思路, QLoRA 的思路",
    "问题1：什么是 LoRA, 什么是 LoRA",
    "1., 1.",
  })
  void takes_numbers_off(String heading, String rest) {
    assertThat(Numbering.without(heading)).isEqualTo(rest);
  }
}
