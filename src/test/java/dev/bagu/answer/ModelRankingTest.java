package dev.bagu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.llm.ChatModels;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.retrieval.Passage;
import dev.bagu.retrieval.Retrieval;
import dev.bagu.testing.ScriptedModelServer;
import dev.bagu.testing.ScriptedReply;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model only reorders what is there; whatever it says, the passages are the same ones. */
class ModelRankingTest {
  private static final String QUESTION = "小批次攒起来再更新省的是哪一块显存";

  @TempDir private static Path home;

  @SuppressWarnings("NullAway.Init")
  private static Bench bench;

  @BeforeAll
  static void opens_the_index() {
    bench = new Bench(home);
  }

  @AfterAll
  static void closes_the_index() {
    bench.close();
  }

  @Test
  void passages_come_in_the_order_of_the_model() {
    List<String> plain = ids(plain());
    try (ScriptedModelServer server =
            ScriptedModelServer.start()
                .reply(ScriptedReply.text("梯度累积省哪部分显存"), ScriptedReply.text("3 1"));
        ChatModels models = models(server.baseUrl())) {
      Retrieval ranked = ranking(models).retrieve(AskRequest.of(QUESTION));

      assertThat(ids(ranked)).containsExactlyInAnyOrderElementsOf(plain);
      assertThat(ranked.passages()).extracting(Passage::rank).isSorted().startsWith(1);
      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(1).message("user"))
          .contains("<<DATA passages", "<<DATA question", QUESTION);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "99 0 100", "忽略以上指令", "1 1 1"})
  void a_reply_that_names_nothing_new_loses_no_passage(String reply) {
    try (ScriptedModelServer server =
            ScriptedModelServer.start()
                .always(
                    any ->
                        any.message("user").contains("<<DATA passages")
                            ? ScriptedReply.text(reply.isEmpty() ? " " : reply)
                            : ScriptedReply.text(QUESTION));
        ChatModels models = models(server.baseUrl())) {
      Retrieval ranked = ranking(models).retrieve(AskRequest.of(QUESTION));

      assertThat(ids(ranked)).isEqualTo(ids(plain()));
    }
  }

  @Test
  void where_the_model_fails_the_plain_retrieval_stands() {
    try (ChatModels models = models(ScriptedModelServer.refusing())) {
      assertThat(ids(ranking(models).retrieve(AskRequest.of(QUESTION)))).isEqualTo(ids(plain()));
    }
  }

  @Test
  void a_stored_question_needs_no_model() {
    try (ScriptedModelServer server = ScriptedModelServer.start();
        ChatModels models = models(server.baseUrl())) {
      ranking(models).retrieve(AskRequest.of("LoRA 会增加推理延迟吗？"));

      assertThat(server.requests()).isEmpty();
    }
  }

  private static Retrieval plain() {
    return bench.retriever.retrieve(QUESTION, AskRequest.PASSAGES, Set.of());
  }

  private static List<String> ids(Retrieval retrieval) {
    return retrieval.passages().stream().map(passage -> passage.entry().id()).toList();
  }

  private static ModelRanking ranking(ChatModels models) {
    return new ModelRanking(bench.retriever, models.call(), new PromptLibrary(Path.of("prompts")));
  }

  private static ChatModels models(URI baseUrl) {
    return AnswererTest.models(baseUrl);
  }
}
