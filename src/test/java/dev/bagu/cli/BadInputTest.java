package dev.bagu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person can get wrong, each told in one line. */
class BadInputTest {
  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Home home;

  @BeforeEach
  void moves_in() {
    home = new Home(folder);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ask                                | 2 | empty              | 空",
        "ask -k 51 LoRA                     | 2 | 1 to 50            | 1 到 50",
        "ask -k many LoRA                   | 2 | -k                 | 用法错误",
        "ask --json --explain LoRA          | 2 | leave out          | 请去掉",
        "ask --topic cooking LoRA           | 2 | peft               | peft",
        "ask --base-url ftp://x LoRA        | 2 | --base-url         | --base-url",
        "ask --lang fr LoRA                 | 2 | zh or en           | zh or en",
        "search --knowledge /no/such LoRA   | 2 | /no/such           | /no/such",
        "add                                | 2 | PATH               | PATH",
        "add /no/such                       | 2 | check the path     | 请检查路径",
        "remove /no/such                    | 2 | was not added      | 没有添加过",
        "completion fish                    | 2 | bash or zsh        | bash 或 zsh",
        "ask --no-such-option LoRA          | 2 | bagu ask --help    | bagu ask --help",
        "no-such-command                    | 2 | bagu --help        | bagu --help",
      })
  void one_line_in_either_language(String line, int code, String english, String chinese) {
    home.run(line.split(" +")).exits(code).complains(english);
    home.environment.put("BAGU_LANG", "zh");
    home.run(line.split(" +")).exits(code).complains(chinese);
  }

  @Test
  void an_empty_folder_and_a_foreign_file_are_not_added() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    home.write("picture.png", "not a document");

    home.run("add", folder.resolve("empty").toString()).exits(2).complains("no document");
    home.run("add", folder.resolve("picture.png").toString()).exits(2).complains("of a kind");
    home.run("remove", folder.resolve("empty").toString()).exits(2).complains("nothing was");
  }

  @Test
  void a_mistake_in_one_path_adds_none() {
    home.write("notes/a.md", "# A\n\n一段足够长的文字，说明甲是什么。\n");

    home.run("add", folder.resolve("notes").toString(), "/no/such").exits(2);

    assertThat(folder.resolve("data/sources")).doesNotExist();
  }

  @Test
  void an_added_folder_that_is_gone_is_told_in_one_line_and_the_rest_loads() throws IOException {
    Path notes = home.write("notes/a.md", "# A\n\n一段足够长的文字，说明甲是什么。\n");
    home.run("add", notes.toString()).exits(0);
    Files.delete(notes);

    home.run("sources").exits(0).complains("no longer there").outContains("01-peft.md");
  }

  @Test
  void a_file_of_50_mb_is_skipped_and_named() throws IOException {
    Path large = home.write("large/huge.md", "# huge\n");
    home.write("large/good.md", "# RoPE\n\n旋转位置编码按位置旋转一个角度。\n");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(50L << 20);
    }

    home.run("sources", "--knowledge", folder.resolve("large").toString())
        .exits(0)
        .outContains("huge.md is larger than 20 MB", "good.md");
  }

  @Test
  void a_broken_list_of_sources_is_named() {
    home.write("data/sources", "/a\0b\n");

    home.run("sources").exits(1).complains("sources cannot be read");
  }

  @Test
  void a_question_piped_in_as_gb18030_is_read() {
    home.bytes = "LoRA 会增加推理延迟吗?".getBytes(Charset.forName("GB18030"));

    home.run("ask").exits(0).outContains("不增加任何推理延迟");
  }

  @Test
  void a_folder_where_the_cache_should_be_written_does_not_stop_an_answer() {
    home.write("blocked", "a file");
    home.environment.put("BAGU_CACHE", folder.resolve("blocked").toString());

    home.run("ask", "LoRA 会增加推理延迟吗?").exits(0).complains("BAGU_CACHE");
  }
}
