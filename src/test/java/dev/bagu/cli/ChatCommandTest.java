package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.testing.ScriptedModelServer;
import dev.bagu.testing.ScriptedReply;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations that are piped in, and what they print. */
class ChatCommandTest {
  private static final String QUESTION = "LoRA 会增加推理延迟吗?";

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Home home;

  @BeforeEach
  void moves_in() {
    home = new Home(folder);
  }

  @Test
  void an_own_answer_is_checked_against_what_was_asked_last() {
    home.input = "LoRA 会增加推理延迟吗?\n/check 合并之后推理会慢一倍\n/check\n";
    home.run("chat", "--offline")
        .exits(0)
        .outContains("合并之后推理会慢一倍", "peft-01")
        .complains("/check TEXT");
  }

  @Test
  void a_follow_up_is_looked_up_whole_and_answered_with_its_own_sources() {
    Home.Result result = chat(QUESTION, "那它会拖慢推理吗?").errIsEmpty();

    result.outContains(
        "> " + QUESTION,
        "[1] 01-peft.md › LoRA 会增加推理延迟吗？, line 11",
        "looked up as: LoRA 会拖慢推理",
        "offline");
    assertThat(result.out().split("不增加任何推理延迟", -1)).hasSizeGreaterThan(2);
  }

  @Test
  void an_off_topic_follow_up_is_refused_and_the_end_of_input_is_a_success() {
    chat(QUESTION, "那红烧肉怎么做呢").outContains("do not cover");
    chat().errIsEmpty();
    chat("", "  ").errIsEmpty();
  }

  @Test
  void sources_shows_the_words_behind_the_last_answer() {
    Home.Result result = chat("/sources", QUESTION, "/sources", "如何做红烧肉", "/sources");

    result.outContains("line 11\n    **一句话**：把增量合并进原权重以后");
    assertThat(result.err())
        .contains("nothing was asked yet", "the last question was refused")
        .hasLineCount(2);
  }

  @Test
  void save_writes_the_conversation_and_overwrites_nothing() throws IOException {
    Path file = folder.resolve("notes/chat.md");
    chat(QUESTION, "如何做红烧肉", "/save " + file, "/save " + file)
        .outContains("saved in " + file, "saved in " + folder.resolve("notes/chat-2.md"));

    assertThat(Files.readString(file, UTF_8))
        .contains("## " + QUESTION, "不增加任何推理延迟", "- [1] 01-peft.md", "  > ", "(offline)")
        .contains("## 如何做红烧肉\n\nThe documents do not cover this question.");
    assertThat(folder.resolve("notes/chat-2.md")).hasSameTextualContentAs(file);
    try (var files = Files.list(folder.resolve("notes"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void a_file_that_cannot_be_written_is_told_in_a_line_and_the_conversation_goes_on() {
    home.write("file", "");

    Home.Result result =
        chat(QUESTION, "/save " + folder.resolve("file/chat.md"), "/nonsense", "/help");

    assertThat(result.err().lines().filter(line -> line.contains("cannot write"))).hasSize(1);
    assertThat(result.err()).contains("there is no command /nonsense").doesNotContain("\tat ");
    result.outContains("/sources", "/save [FILE]");
  }

  @Test
  void clear_forgets_and_quit_ends() {
    chat(QUESTION, "/clear", "那缺点呢", "/quit", "never read")
        .outContains("Forgotten")
        .outLacks("looked up as", "never read");
  }

  @Test
  void a_line_that_ends_in_a_backslash_goes_on_in_the_next() {
    chat("LoRA 会增加\\", "推理延迟吗").outContains("bagu> LoRA 会增加\nbagu> 推理延迟吗", "不增加任何推理延迟");
  }

  @Test
  void gb18030_is_read() {
    home.bytes = (QUESTION + "\n").getBytes(Charset.forName("GB18030"));

    home.run("chat").exits(0).outContains(QUESTION, "不增加任何推理延迟");
  }

  @Test
  void a_model_makes_whole_and_answers_and_its_marks_are_checked() {
    try (ScriptedModelServer server =
        ScriptedModelServer.start()
            .reply(
                ScriptedReply.text("没有延迟[1]。"),
                ScriptedReply.text("LoRA 会拖慢推理吗"),
                ScriptedReply.text("一样快[1][7]。\u001B[2J"))) {
      model(server.baseUrl().toString());

      Home.Result result = chat(QUESTION, "那它会拖慢推理吗?");

      result.outContains("没有延迟[1]", "looked up as: LoRA 会拖慢推理", "一样快[1]", "written by scripted");
      result.outLacks("\u001B", "[7]");
      assertThat(result.err()).contains("cited [7]");
    }
  }

  @Test
  void a_server_that_fails_leaves_an_offline_conversation() {
    model(ScriptedModelServer.refusing().toString());

    Home.Result result = chat(QUESTION, "那它会拖慢推理吗?");

    result.outContains("looked up as: LoRA 会拖慢推理", "offline");
    assertThat(result.err()).contains("cannot reach").doesNotContain("\tat ", "sk-secret");
  }

  @Test
  void control_sequences_in_documents_and_questions_never_reach_the_terminal() {
    home.write("evil/a.md", "# 坏文档\n\n清屏序列 \u001B[2J 和反转 \u202E 都在这一段关于清屏序列的文字里。\n");
    home.input = "清屏序列\u001B[2J是什么\n/sources\n/save " + folder.resolve("s.md") + "\n";

    Home.Result result = home.run("chat", "--knowledge", folder.resolve("evil").toString());

    assertThat(result.out() + result.err()).doesNotContain("\u001B", "\u202E");
    assertThat(folder.resolve("s.md")).content().doesNotContain("\u001B", "\u202E");
  }

  @Test
  void bad_options_and_help() {
    home.run("chat", "--topic", "nothing").exits(2).complains("nothing", "peft");
    home.run("chat", "-k", "0").exits(2).complains("-k");
    home.run("chat", "--help").exits(0).outContains("Usage: bagu chat", "/sources").errIsEmpty();
    home.run("chat", "--help", "--lang", "zh").exits(0).outContains("对话", "/save [文件]");
    home.run("completion", "bash").exits(0).outContains("chat");
  }

  private void model(String baseUrl) {
    home.environment.put("OPENAI_API_KEY", "sk-secret-0123456789");
    home.environment.put("OPENAI_BASE_URL", baseUrl);
    home.environment.put("BAGU_MODEL", "scripted");
    home.environment.put("BAGU_TIMEOUT", "2");
  }

  private Home.Result chat(String... lines) {
    home.input = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    return home.run("chat").exits(0);
  }
}
