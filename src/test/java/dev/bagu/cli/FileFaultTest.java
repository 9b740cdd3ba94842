package dev.bagu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.knowledge.DocumentReader;
import dev.bagu.knowledge.KnowledgeBase;
import dev.bagu.knowledge.SkippedFile;
import dev.bagu.knowledge.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files, folders and names that are not as they should be: each is told as the table says, without
 * a trace and without a control character, in bounded time, and the good document beside it is
 * still found.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileFaultTest {
  private static final String GOOD = "# RoPE\n\n旋转位置编码按位置把每两个维度旋转一个角度。\n";

  /** What a terminal acts on, or what turns text round; and surrogates without their half. */
  private static final Pattern CONTROL =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n\\t]]|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Home home;

  @BeforeEach
  void moves_in() {
    home = new Home(folder);
    home.write("notes/good.md", GOOD);
  }

  static Stream<FileFault> table() {
    return FileFault.table();
  }

  @ParameterizedTest
  @MethodSource("table")
  void is_told_as_the_table_says_and_the_rest_works(FileFault fault) throws IOException {
    Path notes = folder.resolve("notes");
    fault.making().in(home, notes);
    String[] args = fault.args().clone();
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].replace("@", notes.toString());
    }

    Home.Result result = run(args).exits(fault.code());

    for (String said : fault.says()) {
      if (said.startsWith("!")) {
        assertThat(result.out() + result.err()).doesNotContain(said.substring(1));
      } else {
        assertThat(result.out() + result.err()).contains(said);
      }
    }
    run("search", "--knowledge", notes.toString(), "旋转位置编码")
        .exits(0)
        .outContains("good.md", "旋转位置编码按位置");
  }

  @Test
  void five_thousand_small_files_are_read_in_bounded_time() {
    for (int i = 0; i < 5000; i++) {
      home.write("notes/" + i % 50 + "/" + i + ".md", i < 40 ? "# 第 " + i + " 篇\n\n内容。\n" : "\n");
    }

    run("sources", "--knowledge", folder.resolve("notes").toString())
        .exits(0)
        .outContains("good.md");
  }

  @Test
  void a_file_that_vanishes_while_others_are_read_is_told() {
    Path later = home.write("notes/later.md", GOOD);

    KnowledgeBase base =
        KnowledgeBase.load(
            List.of(folder.resolve("notes")),
            (file, bytes) -> {
              delete(later);
              return DocumentReader.read(file, bytes);
            });

    assertThat(base.files()).extracting(SourceFile::file).containsExactly("good.md");
    assertThat(base.skipped())
        .extracting(SkippedFile::reason)
        .containsExactly("is a link to a file that does not exist, or was removed while reading");
  }

  @Test
  void files_that_come_change_and_go_while_the_index_is_built_stop_nothing() throws Exception {
    Thread busy = new Thread(this::rewrites, "rewrites");
    busy.setDaemon(true);
    busy.start();
    for (int i = 0; i < 8; i++) {
      run("search", "--knowledge", folder.resolve("notes").toString(), "旋转位置编码")
          .exits(0)
          .outContains("good.md");
    }
    busy.interrupt();
    busy.join();
    home.write("notes/moving.md", "# 最后\n\n最后一版的文字说的是梯度检查点。\n");

    run("search", "--knowledge", folder.resolve("notes").toString(), "梯度检查点")
        .exits(0)
        .outContains("moving.md", "最后一版的文字");
  }

  private void rewrites() {
    try {
      for (int i = 0; !Thread.interrupted(); i++) {
        Path moving =
            home.write("notes/moving.md", "# 第 " + i + " 版\n\n" + "文字。".repeat(i % 40 + 1));
        Thread.sleep(3);
        if (i % 3 == 0) {
          delete(moving);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A command that shows no trace and nothing that a terminal would act on. */
  private Home.Result run(String... args) {
    Home.Result result = home.run(args);
    assertThat(result.err()).doesNotContain("\tat ", "Exception", "unexpected");
    assertThat(
            CONTROL
                .matcher(result.out() + result.err())
                .results()
                .map(found -> String.format("%04x", (int) found.group().charAt(0))))
        .as(result.out() + result.err())
        .isEmpty();
    return result;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
