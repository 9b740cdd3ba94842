package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built program where there is no network at all: a network namespace of its own, whose one
 * device is a loopback that is down. Skipped where the system does not permit one.
 */
class NoNetworkIT {
  private static final List<String> CUT_OFF = List.of("unshare", "-rn");

  @TempDir private Path folder;
  private Launched bagu = new Launched(Path.of("unset"));

  @BeforeEach
  void is_permitted() {
    assumeThat(Launched.may(CUT_OFF.toArray(String[]::new)))
        .as("a network namespace is permitted")
        .isTrue();
    bagu = new Launched(folder);
  }

  @AfterEach
  void ends_what_it_started() {
    bagu.close();
  }

  @Test
  void there_really_is_none() throws Exception {
    List<String> devices = new ArrayList<>(CUT_OFF);
    devices.addAll(List.of("cat", "/proc/net/dev"));

    String out = bagu.start("", devices).ends().exits(0).out();

    assertThat(out.lines().skip(2)).singleElement().asString().contains("lo:");
  }

  @Test
  void ask_answers_a_stored_question_and_refuses_what_is_not_covered() throws Exception {
    Launched.Result answer = cutOff("", "ask", "合并 LoRA 之后推理还会变慢吗").exits(0);

    assertThat(answer.out()).contains("推理没有额外开销", "[1] 05-peft.md");
    assertThat(answer.err()).isEmpty();
    cutOff("", "ask", "推荐一部电影").exits(3);
  }

  @Test
  void ask_answers_from_documents_that_are_embedded_there() throws Exception {
    Path notes = Files.createDirectory(folder.resolve("notes"));
    Files.writeString(notes.resolve("own.md"), "# 笔记\n\n## 彩虹缓存是什么？\n\n彩虹缓存把七层键值放在一页里。\n", UTF_8);
    cutOff("", "add", notes.toString()).exits(0);

    assertThat(cutOff("", "ask", "彩虹缓存是什么？").exits(0).out()).contains("七层键值", "own.md");
  }

  @Test
  void check_tells_what_is_supported_and_what_is_not() throws Exception {
    Launched.Result report =
        cutOff("LoRA 冻结原权重，只训练低秩矩阵。", "check", "--question", "LoRA 的思路是什么？").exits(0);

    assertThat(report.out()).contains("supported", "05-peft.md");
    assertThat(report.err()).isEmpty();
  }

  @Test
  void an_interview_is_held_and_kept() throws Exception {
    String answers = "LoRA 冻结原权重，只训练低秩矩阵。\n\n/skip\n/end\n";

    Launched.Result result =
        cutOff(answers, "interview", "--topic", "peft", "--questions", "2", "--seed", "7").exits(0);

    assertThat(result.out()).contains("Question 1 of 2", "Scorecard: ");
    assertThat(cutOff("", "progress").exits(0).out()).isNotBlank();
    assertThat(cutOff("", "interview", "list").exits(0).out()).isNotBlank();
  }

  @Test
  void doctor_finds_all_in_order() throws Exception {
    assertThat(cutOff("", "doctor").exits(0).err()).isEmpty();
  }

  @Test
  void with_a_key_one_line_says_that_the_model_is_out_of_reach_and_the_answer_follows()
      throws Exception {
    bagu.environment.put("OPENAI_API_KEY", "sk-no-network");
    bagu.environment.put("BAGU_TIMEOUT", "10");

    Launched.Result answer = cutOff("", "ask", "合并 LoRA 之后推理还会变慢吗").exits(0);

    answer.complains("api.openai.com");
    assertThat(answer.out()).contains("推理没有额外开销", "[1] 05-peft.md");
  }

  private Launched.Result cutOff(String input, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(CUT_OFF);
    command.addAll(Launched.program(words));
    assertThat(Arrays.asList(words)).doesNotContain("--offline");
    return bagu.start(input, command).ends();
  }
}
