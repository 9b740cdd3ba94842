package dev.bagu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
  @Test
  void the_oldest_turns_drop_out_first_and_the_rest_begins_with_a_question() {
    Memory memory = new Memory(300);
    for (int i = 0; i < 10; i++) {
      memory.add("问题" + i, "一个回答".repeat(10) + i);
    }

    List<ChatMessage> kept = memory.messages();

    assertThat(kept).hasSizeBetween(2, 10);
    assertThat(kept.get(0)).isInstanceOf(UserMessage.class);
    assertThat(kept.get(kept.size() - 2)).isEqualTo(UserMessage.from("问题9"));
    assertThat(new Memory.Cautious().estimateTokenCountInMessages(kept)).isLessThanOrEqualTo(300);
  }

  @Test
  void of_a_long_answer_the_beginning_is_kept() {
    Memory memory = new Memory(Memory.BUDGET);
    memory.add("LoRA?", "低秩" + "很长".repeat(5000));

    assertThat(memory.messages()).hasSize(2);
    assertThat(memory.messages().get(1).toString()).contains("低秩").hasSizeLessThan(600);
  }

  @Test
  void chinese_counts_more_than_it_costs() {
    assertThat(Memory.Cautious.tokens("大模型")).isEqualTo(4);
    assertThat(Memory.Cautious.tokens("low-rank")).isEqualTo(3);
  }

  @Test
  void what_is_asked_now_stands_at_the_end_of_what_was_said() {
    Memory memory = new Memory(Memory.BUDGET);
    assertThat(memory.with("那它呢")).isEmpty();

    memory.add("LoRA?", "低秩[1]");

    assertThat(Spoken.fenced(memory.with("那它呢")))
        .contains("candidate: LoRA?", "answer: 低秩‹1›", "candidate: 那它呢");
  }
}
