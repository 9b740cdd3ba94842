package dev.bagu.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.answer.AskRequest;
import dev.bagu.answer.Completion;
import dev.bagu.answer.Conversation;
import dev.bagu.answer.OfflineAnswerer;
import dev.bagu.retrieval.SentenceRanker;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How follow-ups are made whole without a model, and what is left alone. */
class CompletionTest {
  @ParameterizedTest(name = "{0} ; {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        // No entry has 缺点 of LoRA, and one has its 局限; "LoRA 的缺点" finds those of prefix tuning.
        "LoRA 的思路是什么?    ; 那它的缺点呢?          ; LoRA 的局限",
        "P-tuning v2 思路是什么? ; 那它的缺点呢?        ; P-tuning v2 的缺点",
        "LoRA 的思路是什么?    ; 这个方法有什么优点?     ; LoRA 有什么优点",
        "LoRA 的思路是什么?    ; 优点是什么             ; LoRA 的优点是什么",
        "LoRA 的思路是什么?    ; 和 QLoRA 比呢?        ; LoRA 和 QLoRA 有什么区别",
        "LoRA 的思路是什么?    ; 跟 QLoRA 有什么区别     ; LoRA 和 QLoRA 有什么区别",
        "LoRA 的思路是什么?    ; 它和 QLoRA 比哪个快     ; LoRA 和 QLoRA 比哪个快",
        "LoRA 的思路是什么?    ; 那 QLoRA 呢           ; QLoRA 的思路是什么?",
        "LoRA 的思路是什么?    ; 那训练的时候呢          ; LoRA 训练的时候",
        "LoRA 的思路是什么?    ; 举个例子               ; LoRA 的思路 举个例子",
        "LoRA 的思路是什么?    ; 为什么?               ; 为什么 LoRA 的思路",
        "LoRA 和 QLoRA 的区别 ; 前者更快吗             ; LoRA 更快吗",
        "LoRA 和 QLoRA 的区别 ; 后者的思路是什么         ; QLoRA 的思路是什么",
        "LoRA 和 QLoRA 的区别 ; 它们怎么合并            ; LoRA 和 QLoRA 怎么合并",
        "What is LoRA?      ; what are its advantages? ; what are LoRA's advantages",
        "What is LoRA?      ; how is it different from QLoRA? ; how is LoRA different from QLoRA",
        "What is LoRA?      ; what about QLoRA?      ; QLoRA",
        "What is LoRA?      ; drawbacks?             ; drawbacks of LoRA",
        "What is LoRA?      ; why?                   ; why LoRA",
      })
  void completes(String before, String typed, String whole) {
    Completion completion = after(before).complete(typed);

    assertThat(completion.question()).isEqualTo(whole);
    assertThat(completion.by()).isEqualTo(Completion.By.TOPIC);
    assertThat(completion.typed()).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "什么是 MoE?",
        "KV cache 的显存怎么算?",
        "那 MoE 的负载均衡怎么做呢?",
        "LoRA 合并以后它还会变慢吗",
        "大模型幻觉怎么解决",
        "What does ZeRO-3 partition, and is it slower?",
        "Is it possible to merge LoRA weights?",
        "如何让大模型处理更长的文本?",
        "和 PPO 相比，DPO 有何优缺点?",
        "同步数据并行和异步数据并行有什么区别?"
      })
  void leaves_a_whole_question_exactly_as_it_was_typed(String typed) {
    Completion completion = after("旋转位置编码 RoPE 有什么优点?").complete(typed);

    assertThat(completion)
        .isEqualTo(new Completion(typed, typed, Completion.By.NOTHING, completion.own()));
  }

  @Test
  void without_an_answered_turn_there_is_no_topic() {
    Conversation conversation = conversation();
    assertThat(conversation.complete("那它的缺点呢?").added()).isFalse();

    conversation.ask("怎么做红烧肉");
    assertThat(conversation.complete("那它的缺点呢?").added()).isFalse();
  }

  @Test
  void a_refused_turn_leaves_the_topic_alone_and_clear_forgets_it() {
    Conversation conversation = after("LoRA 的思路是什么?");
    conversation.ask("那红烧肉怎么做呢");
    assertThat(conversation.complete("那它的优点呢?").question()).isEqualTo("LoRA 的优点");

    conversation.clear();
    assertThat(conversation.complete("那它的缺点呢?").added()).isFalse();
    assertThat(conversation.turns()).isEmpty();
  }

  @Test
  void a_turn_that_was_stopped_leaves_nothing_behind() {
    Conversation conversation = conversation();
    conversation.answer(conversation.complete("LoRA 的思路是什么?"), any -> {}, () -> true);

    assertThat(conversation.turns()).isEmpty();
    assertThat(conversation.complete("那缺点呢").added()).isFalse();
  }

  private static Conversation after(String question) {
    Conversation conversation = conversation();
    conversation.ask(question);
    return conversation;
  }

  private static Conversation conversation() {
    OfflineAnswerer offline =
        new OfflineAnswerer(
            BankIndex.RETRIEVER, new SentenceRanker(BankIndex.RETRIEVER, BankIndex.encoders()));
    return Conversation.offline(BankIndex.RETRIEVER, offline, AskRequest.PASSAGES, Set.of());
  }
}
