package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bagu check} as a person types it. */
class CheckCommandTest {
  private static final String DRAFT = "合并以后，LoRA 不增加任何推理延迟。\nLoRA 一定拖慢推理。\n";

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Home home;

  @BeforeEach
  void moves_in() {
    home = new Home(folder);
  }

  @Test
  void a_draft_comes_from_a_file_or_a_pipe() {
    String file = home.write("draft.md", DRAFT).toString();
    home.run("check", "--question", Reports.QUESTION, file)
        .exits(0)
        .outContains("⟦", "不增加任何推理延迟", "01-peft.md ›", "Score: ", "Next: ")
        .errIsEmpty();
    home.input = DRAFT;
    home.run("check", "-q", Reports.QUESTION).exits(0).outContains("拖慢推理").errIsEmpty();
    home.run("check", "-q", Reports.QUESTION, "-").exits(0).outContains("拖慢推理").errIsEmpty();
  }

  @ParameterizedTest
  @CsvSource({"UTF-16", "UTF-16LE", "GB18030", "UTF-8"})
  void a_draft_in_another_charset_is_read(String charset) {
    Path file = home.write("draft.txt", DRAFT.getBytes(Charset.forName(charset)));

    home.run("check", "--entry", "peft-01", file.toString()).exits(0).outContains("不增加任何推理延迟");
  }

  @Test
  void an_entry_is_named_by_its_id() {
    home.input = DRAFT;

    home.run("check", "--entry", "peft-01").exits(0).outContains(Reports.QUESTION);
    home.run("check", "--entry", "peft-99").exits(2).complains("peft-99");
  }

  @Test
  void without_a_question_it_is_found_from_the_draft_and_told_first() {
    home.input = "把增量合并进原权重以后，LoRA 不增加任何推理延迟。";

    home.run("check").exits(0).complains("seems to answer", Reports.QUESTION, "peft-01");
    home.input = " \n";
    home.run("check").exits(2).complains("--question");
  }

  @Test
  void a_question_that_the_documents_do_not_hold_is_refused_with_the_nearest() {
    home.input = DRAFT;

    home.run("check", "-q", "如何做红烧肉").exits(3).complains("do not cover", "peft-01");
    home.run("check", "-q", "如何做红烧肉", "--json").exits(3).complains("do not cover");
  }

  @Test
  void an_empty_draft_is_checked_like_any_other() {
    home.input = "";

    home.run("check", "-q", Reports.QUESTION)
        .exits(0)
        .outContains("The draft is empty.", "Score: 0 of 100", "Next: add the key point");
  }

  @Test
  void bad_input_gets_one_line() {
    home.input = DRAFT;
    home.run("check", "-q", Reports.QUESTION, "/no/such").exits(2).complains("/no/such");
    home.run("check", "-q", Reports.QUESTION, folder.toString()).exits(2).complains("as a file");
    home.run("check", "--min-score", "101").exits(2).complains("0 to 100");
    home.run("check", "--json", "--explain").exits(2).complains("leave out");
    home.run("check", "--json", "--markdown").exits(2).complains("leave out --json");
    home.run("check", "--html", "/no/such/page.html").exits(2).complains("no folder");
    home.bytes = new byte[] {0, 1, 2, 0, 0, (byte) 0xFF, 0, 3, 0, 0, 0, 9};
    home.run("check", "-q", Reports.QUESTION).exits(2).complains("standard input", "not text");
  }

  @Test
  void a_draft_of_over_100_000_characters_is_refused_in_one_line() {
    home.input = "长".repeat(100_001);
    home.run("check", "-q", Reports.QUESTION).exits(2).complains("100000 characters");
    home.input = "长".repeat(500_000);
    home.run("check", "-q", Reports.QUESTION).exits(2).complains("100000 characters");
  }

  @Test
  void min_score_decides_the_exit_code_and_not_what_is_printed() {
    home.input = "";

    Home.Result result = home.run("check", "-q", Reports.QUESTION, "--min-score", "1").exits(1);

    result.outContains("Score: 0 of 100");
    assertThat(result.err()).contains("the score 0 is under --min-score 1");
    home.run("check", "-q", Reports.QUESTION, "--min-score", "0").exits(0);
  }

  @Test
  void json_keeps_its_contract_and_its_offsets() throws IOException {
    home.input = DRAFT;

    JsonNode report =
        new ObjectMapper()
            .readTree(
                home.run("check", "--json", "-q", Reports.QUESTION).exits(0).errIsEmpty().out());

    assertThat(names(report))
        .startsWith("question", "entry", "mode", "score", "coverage", "claims", "missed");
    for (JsonNode claim : report.path("claims")) {
      assertThat(names(claim)).startsWith("text", "start", "end", "verdict", "reason", "evidence");
      assertThat(DRAFT.substring(claim.path("start").asInt(), claim.path("end").asInt()))
          .isEqualTo(claim.path("text").asText());
      for (JsonNode evidence : claim.path("evidence")) {
        assertThat(names(evidence))
            .containsExactly("file", "heading", "start_line", "end_line", "quote");
      }
    }
    for (JsonNode missed : report.path("missed")) {
      assertThat(names(missed)).containsExactly("key_point", "evidence");
      assertThat(missed.path("evidence").path("file").asText()).isEqualTo("01-peft.md");
    }
  }

  @Test
  void pages_are_written_beside_what_is_printed_and_over_older_ones() throws IOException {
    home.input = DRAFT;
    Path html = folder.resolve("page.html");
    Path markdown = folder.resolve("page.md");

    for (int i = 0; i < 2; i++) {
      home.run("check", "-q", Reports.QUESTION, "--html", html.toString(), "--markdown=" + markdown)
          .exits(0)
          .outContains("Score: ");
    }

    assertThat(Files.readString(html, UTF_8)).startsWith("<!doctype html>").contains("拖慢推理");
    assertThat(Files.readString(markdown, UTF_8)).startsWith(CheckMarkdown.MARK);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".new"))).isEmpty();
    }
    home.run("check", "-q", Reports.QUESTION, "--markdown")
        .exits(0)
        .outContains(CheckMarkdown.MARK)
        .errIsEmpty();
  }

  @Test
  void a_file_that_is_not_one_of_ours_is_never_overwritten() throws IOException {
    home.input = DRAFT;
    Path notes = home.write("notes.md", "my notes");

    home.run("check", "-q", Reports.QUESTION, "--markdown", notes.toString())
        .exits(2)
        .complains("notes.md", "not written by this command");
    home.run("check", "-q", Reports.QUESTION, "--html", notes.toString()).exits(2);

    assertThat(Files.readString(notes, UTF_8)).isEqualTo("my notes");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void on_a_terminal_the_draft_is_written_in_the_editor_and_kept() throws IOException {
    home.typed = true;
    home.environment.put("VISUAL", script("echo 'LoRA 不增加任何推理延迟。' >> \"$1\""));

    Home.Result result = home.run("check", "-q", Reports.QUESTION).exits(0);

    result.complains("your draft is kept in").outContains("不增加任何推理延迟");
    assertThat(result.out()).doesNotContain("<!--");
    assertThat(drafts()).singleElement().asString().contains(Reports.QUESTION, "不增加任何推理延迟");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void what_was_written_is_kept_when_the_editor_or_the_check_fails() throws IOException {
    home.typed = true;
    home.environment.put("EDITOR", script("echo 写了一半 >> \"$1\"; exit 7"));
    home.run("check", "-q", Reports.QUESTION).exits(1).complains("ended with 7", "data/drafts");
    home.environment.put("EDITOR", script("echo 红烧肉要用五花肉 >> \"$1\""));
    assertThat(home.run("check").exits(3).err()).contains("data/drafts", "no entry is found");

    assertThat(drafts()).hasSize(2);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void an_editor_that_is_missing_or_writes_nothing_is_told() throws IOException {
    home.typed = true;
    home.run("check", "-q", Reports.QUESTION).exits(2).complains("EDITOR");
    home.environment.put("EDITOR", "true");
    home.run("check", "-q", Reports.QUESTION).exits(0).outContains("The draft is empty.");

    assertThat(drafts()).isEmpty();
  }

  private String script(String body) {
    Path file = home.write("editor", "#!/bin/sh\n" + body + "\n");
    return "sh '" + file + "'";
  }

  private List<String> drafts() throws IOException {
    List<String> drafts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("data/drafts"))) {
      for (Path file : files.toList()) {
        drafts.add(Files.readString(file, UTF_8));
      }
    }
    return drafts;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
