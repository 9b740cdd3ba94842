package dev.bagu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bagu.testing.ScriptedModelServer;
import dev.bagu.testing.ScriptedReply;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines as a person types them, and what they print. */
class CommandTest {
  private static final String QUESTION = "LoRA 会增加推理延迟吗?";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Home home;

  @BeforeEach
  void moves_in() {
    home = new Home(folder);
  }

  @Test
  void a_stored_question_is_answered_with_sources() {
    home.run("ask", QUESTION)
        .exits(0)
        .outContains("不增加任何推理延迟", "[1] 01-peft.md › LoRA 会增加推理延迟吗？, line 11", "offline");
  }

  @Test
  void words_of_a_question_need_no_quotation_marks_and_may_be_piped_in() {
    home.run("ask", "Does", "LoRA", "slow", "down", "inference?")
        .exits(0)
        .outContains("no latency");
    home.input = QUESTION + "\n";
    home.run("ask").exits(0).outContains("不增加任何推理延迟");
  }

  @Test
  void a_foreign_question_is_refused_with_exit_code_3() {
    home.run("ask", "如何做红烧肉").exits(3).outContains("do not cover", "peft-01");
    home.run("ask", "--lang", "zh", "如何做红烧肉").exits(3).outContains("资料没有覆盖");
  }

  @Test
  void ask_as_json_keeps_its_contract() throws IOException {
    JsonNode answer =
        JSON.readTree(home.run("ask", "--json", QUESTION).exits(0).errIsEmpty().out());

    assertThat(names(answer))
        .containsExactly("outcome", "mode", "answer", "confidence", "citations", "nearest");
    assertThat(answer.path("outcome").asText()).isEqualTo("answer");
    assertThat(answer.path("mode").asText()).isEqualTo("offline");
    assertThat(names(answer.path("citations").get(0)))
        .containsExactly("n", "file", "heading", "start_line", "end_line", "quote");
    assertThat(answer.path("citations").get(0).path("heading").asText())
        .isEqualTo("LoRA 会增加推理延迟吗？");

    JsonNode refusal = JSON.readTree(home.run("ask", "--json", "如何做红烧肉").exits(3).out());
    assertThat(refusal.path("outcome").asText()).isEqualTo("refusal");
    assertThat(names(refusal.path("nearest").get(0))).containsExactly("entry", "question", "score");
  }

  @Test
  void search_as_json_keeps_its_contract() throws IOException {
    JsonNode found = JSON.readTree(home.run("search", "--json", "低秩矩阵").exits(0).out());

    assertThat(names(found)).containsExactly("query", "language", "confidence", "refused", "hits");
    assertThat(names(found.path("hits").get(0)))
        .containsExactlyInAnyOrder(
            "rank",
            "score",
            "entry",
            "file",
            "heading",
            "section",
            "start_line",
            "end_line",
            "text");
  }

  @Test
  void explain_shows_reasons_and_with_a_model_the_prompt_but_never_the_key() {
    home.run("ask", "--explain", QUESTION).exits(0).outContains("late-entry", "Confidence");
    try (ScriptedModelServer server =
        ScriptedModelServer.start().always(any -> ScriptedReply.text("没有延迟[1]。"))) {
      home.environment.put("OPENAI_API_KEY", "sk-secret-0123456789");
      home.environment.put("OPENAI_BASE_URL", server.baseUrl().toString());
      home.environment.put("BAGU_MODEL", "scripted");

      Home.Result result = home.run("ask", "--explain", QUESTION).exits(0);

      result.outContains("<<DATA evidence", "没有延迟[1]", "written by scripted");
      assertThat(result.out() + result.err()).doesNotContain("sk-secret");
    }
  }

  @Test
  void a_model_that_cannot_be_reached_is_said_in_one_line_and_the_offline_answer_follows() {
    home.environment.put("OPENAI_BASE_URL", ScriptedModelServer.refusing().toString());
    home.environment.put("OPENAI_API_KEY", "sk-secret-0123456789");
    home.environment.put("BAGU_MODEL", "scripted");
    home.environment.put("BAGU_TIMEOUT", "2");

    home.run("ask", QUESTION)
        .exits(0)
        .complains("cannot reach", "offline answer follows")
        .outContains("不增加任何推理延迟");
  }

  @Test
  void added_documents_are_remembered_found_and_removed() {
    home.write("notes/气泡.md", "# 流水线\n\n## 气泡占比\n\n气泡占比约为 (p-1)/(m+p-1)。\n");
    Path notes = folder.resolve("notes");

    home.run("add", notes.toString()).exits(0);
    home.run("ask", "气泡占比").exits(0).outContains("(p-1)/(m+p-1)", "气泡.md");
    home.run("sources").exits(0).outContains("气泡.md", "01-peft.md");
    home.run("remove", notes.toString()).exits(0);
    home.run("sources").exits(0).outLacks("气泡.md");
  }

  @Test
  void knowledge_in_gb18030_is_read() {
    home.write(
        "gb/笔记.md",
        "# 梯度累积\n\n把大批次拆成小批次，依次前向和反向，最后才更新一次参数，省下的是激活的显存。\n".getBytes(Charset.forName("GB18030")));

    home.run("search", "--knowledge", folder.resolve("gb").toString(), "梯度累积省什么")
        .exits(0)
        .outContains("激活的显存");
  }

  @Test
  void a_folder_of_bad_files_loads_what_is_good() throws IOException {
    home.write("mixed/empty.md", "");
    home.write("mixed/binary.md", new byte[] {0, 1, 2, 0, 0, (byte) 0xFF, 0, 3, 0, 0, 0, 9});
    home.write("mixed/good.md", "# RoPE\n\n旋转位置编码把相邻两维看成一个平面向量，按位置旋转一个角度。\n");
    Files.createSymbolicLink(folder.resolve("mixed/loop"), folder.resolve("mixed"));

    home.run("sources", "--knowledge", folder.resolve("mixed").toString())
        .exits(0)
        .outContains("good.md", "empty.md", "binary.md");
  }

  @Test
  void bad_input_gets_one_line_and_exit_code_2() {
    home.run("ask", "").exits(2).complains("empty");
    home.run("ask", "-k", "0", QUESTION).exits(2).complains("-k");
    home.run("ask", "--topic", "nothing", QUESTION).exits(2).complains("nothing", "peft");
    home.run("ask", "--knowledge", "/no/such/folder", QUESTION).exits(2).complains("no such file");
    home.run("ask", "--nonsense", QUESTION).exits(2);
    home.run("nonsense").exits(2);
    home.run("add", "/no/such/folder").exits(2).complains("/no/such/folder");
  }

  @Test
  void a_question_of_20_000_characters_gets_a_sensible_answer() {
    Home.Result result = home.run("ask", "LoRA 会增加推理延迟吗，" + "说说看，".repeat(5000));

    assertThat(result.code()).isIn(0, 3);
    assertThat(result.err()).doesNotContain("\tat ");
  }

  @Test
  void control_sequences_in_documents_never_reach_the_terminal() {
    home.write("evil/a.md", "# 坏文档\n\n清屏序列 \u001B[2J 和反转 \u202E 都在这一段关于清屏序列的文字里。\n");

    Home.Result result =
        home.run("ask", "--knowledge", folder.resolve("evil").toString(), "清屏序列是什么");

    assertThat(result.out()).doesNotContain("\u001B", "\u202E");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ask",
        "check",
        "search",
        "sources",
        "add",
        "remove",
        "doctor",
        "completion",
        "eval"
      })
  void every_command_helps_in_both_languages(String command) {
    home.run(command, "--help").exits(0).outContains("Usage: bagu " + command).errIsEmpty();
    assertThat(home.run(command, "--help", "--lang", "zh").exits(0).out()).isNotBlank();
  }

  @Test
  void doctor_never_shows_the_key() {
    home.environment.put("OPENAI_API_KEY", "sk-secret-0123456789");
    home.environment.put("OPENAI_BASE_URL", ScriptedModelServer.refusing().toString());
    home.environment.put("BAGU_TIMEOUT", "1");

    Home.Result result = home.run("doctor");

    assertThat(result.out() + result.err()).contains("Java").doesNotContain("sk-secret");
  }

  @Test
  void eval_measures_a_question_file_and_writes_its_run() throws IOException {
    Path questions =
        home.write(
            "q.jsonl",
            "{\"id\":\"a\",\"q\":\"合并以后还会变慢吗\",\"lang\":\"zh\",\"answerable\":true,"
                + "\"relevant\":[{\"entry\":\"peft-01\",\"grade\":2}]}\n"
                + "{\"id\":\"b\",\"q\":\"红烧肉怎么做\",\"lang\":\"zh\",\"answerable\":false,\"relevant\":[]}\n");
    Path run = folder.resolve("run.jsonl");

    home.run("eval", "retrieval", "--questions", questions.toString(), "--run", run.toString())
        .exits(0)
        .outContains("MRR@10", "AUROC");

    JsonNode first = JSON.readTree(Files.readAllLines(run).get(0));
    assertThat(names(first)).containsExactly("id", "confidence", "refused", "hits");
    assertThat(names(first.path("hits").get(0)))
        .containsExactly("entry", "file", "heading", "score");
    home.run("eval", "retrieval", "--questions", folder.resolve("none").toString()).exits(2);
  }

  private static List<String> names(JsonNode node) {
    Iterator<String> names = node.fieldNames();
    List<String> list = new java.util.ArrayList<>();
    names.forEachRemaining(list::add);
    return list;
  }
}
