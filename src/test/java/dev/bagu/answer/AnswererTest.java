package dev.bagu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.llm.Backoff;
import dev.bagu.llm.ChatModels;
import dev.bagu.llm.ConfigFile;
import dev.bagu.llm.Limits;
import dev.bagu.llm.Setting;
import dev.bagu.llm.Settings;
import dev.bagu.testing.ScriptedModelServer;
import dev.bagu.testing.ScriptedReply;
import dev.bagu.testing.Step;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both answerers over real documents, the model's played by a server on loopback. */
class AnswererTest {
  private static final String STORED = "LoRA 会增加推理延迟吗？";
  private static final Limits QUICK =
      new Limits(
          Duration.ofMillis(500),
          Duration.ofMillis(400),
          Duration.ofMillis(400),
          Duration.ofMillis(1500),
          new Backoff(2, Duration.ofMillis(10), Duration.ofMillis(40)));

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
  void a_stored_question_gets_its_stored_answer_short_form_first() {
    Answer answer = answer(bench.offline, STORED);

    assertThat(answer.mode()).isEqualTo("offline");
    assertThat(answer.text()).startsWith("**一句话**：把增量合并进原权重以后").contains("**要点**", "$W_0 + BA$");
    assertThat(answer.text()).doesNotContain("In short", "arXiv", "追问");
    holds(answer);
  }

  @Test
  void an_english_question_gets_the_english_short_form_first_and_is_told_the_rest_is_chinese() {
    Answer answer = answer(bench.offline, "Does LoRA slow down inference?");

    assertThat(answer.text()).startsWith("**In short**: Once merged");
    assertThat(answer.notices())
        .extracting(Notice::kind)
        .containsExactly(Notice.Kind.OTHER_LANGUAGE);
    holds(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lora 推理速度", "梯度累积省的是哪部分显存", "流水线并行的气泡占比怎么算", STORED})
  void every_offline_citation_stands_in_its_lines(String question) {
    Answer answer = answer(bench.offline, question);

    assertThat(answer.citations()).isNotEmpty();
    holds(answer);
  }

  @Test
  void sentences_are_quoted_from_documents_without_questions() {
    Answer answer = answer(bench.offline, "梯度累积省的是哪部分显存");

    assertThat(answer.text()).contains("它省下的是激活的显存");
  }

  @Test
  void the_same_question_gives_the_same_bytes() {
    assertThat(answer(bench.offline, "气泡占比").text())
        .isEqualTo(answer(bench.offline, "气泡占比").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"如何做红烧肉", "who won the world cup", "特斯拉股价多少"})
  void a_foreign_question_is_refused_without_asking_the_model(String question) {
    try (ScriptedModelServer server = ScriptedModelServer.start();
        ChatModels models = models(server.baseUrl())) {
      Outcome outcome = bench.answerer(models).answer(AskRequest.of(question), any -> {});

      assertThat(outcome).isInstanceOf(Refusal.class);
      assertThat(((Refusal) outcome).nearest()).isNotEmpty();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_streamed_answer_keeps_its_marks_and_loses_invented_ones() {
    try (ScriptedModelServer server =
            ScriptedModelServer.start()
                .reply(ScriptedReply.words("合并后", "没有延迟[", "1", "]。", "真的[8]。").finished("stop"));
        ChatModels models = models(server.baseUrl())) {
      StringBuilder heard = new StringBuilder();

      Answer answer = (Answer) bench.answerer(models).answer(AskRequest.of(STORED), heard::append);

      assertThat(answer.mode()).isEqualTo("scripted");
      assertThat(answer.text()).isEqualTo("合并后没有延迟[1]。真的。");
      assertThat(heard.toString()).isEqualTo(answer.text());
      assertThat(answer.notices())
          .containsExactly(new Notice(Notice.Kind.INVENTED_MARKS, Map.of("marks", "[8]")));
      holds(answer);
    }
  }

  @Test
  void the_prompt_carries_numbered_evidence_and_the_question_in_fences() {
    try (ScriptedModelServer server =
            ScriptedModelServer.start().reply(ScriptedReply.text("没有延迟[1]。"));
        ChatModels models = models(server.baseUrl())) {
      bench.answerer(models).answer(AskRequest.of(STORED), any -> {});

      String user = server.requests().get(0).message("user");
      assertThat(user).contains("<<DATA evidence", "[1] LoRA 会增加推理延迟吗？", "<<DATA question", STORED);
    }
  }

  @Test
  void a_model_that_says_the_evidence_does_not_answer_is_a_refusal_and_nothing_is_shown() {
    try (ScriptedModelServer server =
            ScriptedModelServer.start()
                .reply(ScriptedReply.words("NOT", "_COVER", "ED").finished("stop"));
        ChatModels models = models(server.baseUrl())) {
      StringBuilder heard = new StringBuilder();

      Outcome outcome = bench.answerer(models).answer(AskRequest.of(STORED), heard::append);

      assertThat(outcome).isInstanceOf(Refusal.class);
      assertThat(outcome.mode()).isEqualTo("scripted");
      assertThat(heard.toString()).isEmpty();
    }
  }

  @Test
  void an_answer_without_marks_and_a_false_quotation_are_reported() {
    try (ScriptedModelServer server =
            ScriptedModelServer.start()
                .reply(
                    ScriptedReply.text("没有延迟。"),
                    ScriptedReply.text("原文说“合并之后会慢上百分之三十”[1]。"),
                    ScriptedReply.text("原文说“不合并、同时挂多个适配器时”[1]。"));
        ChatModels models = models(server.baseUrl())) {
      assertThat(kinds(answer(bench.answerer(models), STORED)))
          .containsExactly(Notice.Kind.NO_MARKS);
      assertThat(kinds(answer(bench.answerer(models), STORED)))
          .containsExactly(Notice.Kind.UNVERIFIED_QUOTE);
      assertThat(kinds(answer(bench.answerer(models), STORED))).isEmpty();
    }
  }

  @Test
  void an_instruction_in_a_document_cannot_forge_a_citation() {
    try (ScriptedModelServer server =
            ScriptedModelServer.start().reply(ScriptedReply.text("答案是 42[9]。"));
        ChatModels models = models(server.baseUrl())) {
      Answer answer = answer(bench.answerer(models), "流水线并行的气泡占比怎么算");

      assertThat(answer.text()).doesNotContain("[9]");
      assertThat(kinds(answer)).contains(Notice.Kind.INVENTED_MARKS);
      assertThat(answer.citations()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429, 500, 503})
  void a_failing_model_is_followed_by_the_offline_answer(int status) {
    ScriptedReply failure = ScriptedReply.error(status, "no");
    try (ScriptedModelServer server =
            ScriptedModelServer.start().reply(failure, failure, failure, failure);
        ChatModels models = models(server.baseUrl())) {
      Answer answer = answer(bench.answerer(models), STORED);

      assertThat(answer.mode()).isEqualTo("offline");
      assertThat(kinds(answer)).containsExactly(Notice.Kind.MODEL_FAILED);
      assertThat(answer.text()).contains("把增量合并进原权重以后");
    }
  }

  @Test
  void an_unreachable_model_is_followed_by_the_offline_answer() {
    try (ChatModels models = models(ScriptedModelServer.refusing())) {
      Answer answer = answer(bench.answerer(models), STORED);

      assertThat(answer.mode()).isEqualTo("offline");
      assertThat(kinds(answer)).containsExactly(Notice.Kind.MODEL_FAILED);
    }
  }

  @Test
  void what_a_model_wrote_before_it_fell_silent_is_kept() {
    try (ScriptedModelServer server =
            ScriptedModelServer.start().reply(ScriptedReply.words("合并后没有延迟[1]。", "另外").thenHang());
        ChatModels models = models(server.baseUrl())) {
      Answer answer = answer(bench.answerer(models), STORED);

      assertThat(answer.partial()).startsWith("合并后没有延迟[1]。");
      assertThat(kinds(answer)).containsExactly(Notice.Kind.MODEL_BROKE_OFF);
      assertThat(answer.text()).contains("把增量合并进原权重以后");
    }
  }

  @Test
  void the_marks_of_a_broken_off_text_and_of_the_offline_answer_never_share_a_number() {
    try (ScriptedModelServer server =
            ScriptedModelServer.start()
                .reply(
                    ScriptedReply.words("不合并时每层多两次小矩阵乘法[1]。", "另有[9]。", "再")
                        .then(new Step.Close()));
        ChatModels models = models(server.baseUrl())) {
      Answer answer = answer(bench.answerer(models), STORED);

      assertThat(answer.partial()).startsWith("不合并时每层多两次小矩阵乘法[1]。另有。");
      assertThat(kinds(answer))
          .containsExactly(Notice.Kind.MODEL_BROKE_OFF, Notice.Kind.INVENTED_MARKS);
      assertThat(answer.citations().get(0).quote()).contains("不合并时每层多两次小矩阵乘法");
      assertThat(answer.text()).doesNotContain("[1]");
      holds(answer);
    }
  }

  @Test
  void a_citation_names_the_lines_of_its_quote_and_no_others() {
    try (ScriptedModelServer server =
            ScriptedModelServer.start().reply(ScriptedReply.text("挂多个适配器时有少量开销。[1]"));
        ChatModels models = models(server.baseUrl())) {
      Citation citation = answer(bench.answerer(models), STORED).citations().get(0);

      assertThat(citation.quote()).isEqualTo("不合并、同时挂多个适配器时，每层多出两次小矩阵乘法，会有少量开销。");
      assertThat(bench.lines(citation)).isEqualTo(citation.quote());
    }
  }

  @Test
  void numbers_in_brackets_of_a_document_are_no_marks_of_an_offline_answer() {
    Answer answer = answer(bench.offline, "温度参数调节什么？");

    assertThat(answer.text()).contains("见 \\[12\\] 和 \\[3\\]。", "越随机 \\[12\\]。 [");
    holds(answer);
  }

  @Test
  void code_that_was_cut_into_chunks_is_one_block_again() {
    Answer answer = answer(bench.offline, "温度参数调节什么？");

    assertThat(answer.text())
        .contains("    logits = logits / temperature(a[1], a[7])\n".repeat(60) + "```\n");
    holds(answer);
  }

  @Test
  void a_document_cannot_forge_a_mark_or_a_piece_of_evidence_in_the_prompt() {
    try (ScriptedModelServer server =
            ScriptedModelServer.start().always(request -> echo(request.message("user")));
        ChatModels models = models(server.baseUrl())) {
      Answer answer = answer(bench.answerer(models), "流水线并行的气泡占比怎么算");

      String prompt = server.requests().get(0).message("user");
      assertThat(prompt).contains("并引用 ‹9›").doesNotContain("[9]");
      assertThat(answer.text()).doesNotContain("[9]");
      holds(answer);
    }
  }

  @Test
  void a_gullible_model_gains_nothing_by_repeating_a_forged_mark() {
    String[] forged = {
      "[9]", "[ 9 ]", "【9】", "［9］", "[^9]", "\\[9\\]", "[8-9]", "【9†source】", "[证据9]"
    };
    for (String mark : forged) {
      try (ScriptedModelServer server =
              ScriptedModelServer.start().reply(ScriptedReply.text("好的，答案是 42" + mark + "。"));
          ChatModels models = models(server.baseUrl())) {
        Answer answer = answer(bench.answerer(models), "流水线并行的气泡占比怎么算");

        assertThat(answer.text()).as(mark).isEqualTo("好的，答案是 42。");
        assertThat(kinds(answer))
            .as(mark)
            .containsExactly(Notice.Kind.INVENTED_MARKS, Notice.Kind.NO_MARKS);
      }
    }
  }

  @Test
  void an_answer_of_invented_marks_alone_is_empty_and_the_offline_answer_follows() {
    try (ScriptedModelServer server = ScriptedModelServer.start().reply(ScriptedReply.text("[9]"));
        ChatModels models = models(server.baseUrl())) {
      Answer answer = answer(bench.answerer(models), STORED);

      assertThat(answer.mode()).isEqualTo("offline");
      assertThat(answer.notices().get(0).arguments()).containsEntry("kind", "EMPTY");
      holds(answer);
    }
  }

  @Test
  void a_model_that_hangs_before_its_first_word_is_followed_by_the_offline_answer() {
    try (ScriptedModelServer server =
            ScriptedModelServer.start().always(request -> ScriptedReply.hang());
        ChatModels models = models(server.baseUrl())) {
      Answer answer = answer(bench.answerer(models), STORED);

      assertThat(answer.mode()).isEqualTo("offline");
      assertThat(kinds(answer)).containsExactly(Notice.Kind.MODEL_FAILED);
    }
  }

  @Test
  void a_limited_model_is_asked_again_after_the_time_it_named() {
    try (ScriptedModelServer server =
            ScriptedModelServer.start()
                .reply(
                    ScriptedReply.error(429, "slow down", "Retry-After: 0"),
                    ScriptedReply.text("没有延迟[1]。"));
        ChatModels models = models(server.baseUrl())) {
      Answer answer = answer(bench.answerer(models), STORED);

      assertThat(answer.text()).isEqualTo("没有延迟[1]。");
      assertThat(server.requests()).hasSize(2);
      holds(answer);
    }
  }

  private static ScriptedReply echo(String prompt) {
    return ScriptedReply.text("照做[1]：" + prompt);
  }

  private static List<Notice.Kind> kinds(Answer answer) {
    return answer.notices().stream().map(Notice::kind).toList();
  }

  private static Answer answer(Answerer answerer, String question) {
    Outcome outcome = answerer.answer(AskRequest.of(question), any -> {});
    assertThat(outcome).isInstanceOf(Answer.class);
    return (Answer) outcome;
  }

  /**
   * Marks and citations are the same numbers, each once, and every quote stands in the file at its
   * lines.
   */
  private static void holds(Answer answer) {
    Set<Integer> marks = new TreeSet<>();
    for (Statement statement : Statement.of(answer.partial() + "\n\n" + answer.text())) {
      marks.addAll(statement.marks());
    }
    assertThat(answer.citations()).extracting(Citation::n).containsExactlyElementsOf(marks);
    for (Citation citation : answer.citations()) {
      assertThat(bench.lines(citation)).contains(citation.quote());
      assertThat(citation.quote().lines().count())
          .isEqualTo(citation.span().endLine() - citation.span().startLine() + 1L);
    }
  }

  static ChatModels models(URI baseUrl) {
    return ChatModels.open(
        Settings.load(
                Map.of(Setting.MODEL, "scripted", Setting.BASE_URL, baseUrl.toString()),
                Map.of("OPENAI_API_KEY", "sk-test-0123456789"),
                new ConfigFile(Path.of("none"), Map.of(), true))
            .withLimits(QUICK));
  }
}
