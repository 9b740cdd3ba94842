package dev.bagu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.cli.terminal.TerminalMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A person's home for one test: folders of their own, a terminal that is not there, and a bank of
 * two entries.
 */
final class Home {
  static final String BANK =
      """
      ---
      section: peft
      title: 参数高效微调
      title_en: PEFT
      ---

      ## LoRA 会增加推理延迟吗？

      <!-- id: peft-01 | level: 1 | en: Does LoRA slow down inference? | aka: LoRA 合并后慢不慢; lora 推理速度 -->

      **一句话**：把增量合并进原权重以后，LoRA 不增加任何推理延迟。

      **In short**: Once merged into the base weights, LoRA adds no latency at all.

      LoRA 把权重增量写成 $BA$ 两个低秩矩阵。推理前计算 $W_0 + BA$ 并替换原权重，结构与原模型相同。

      **要点**
      - LoRA 合并后的模型结构与原模型相同

      **易错**
      - “LoRA 一定拖慢推理” → 合并后没有额外延迟

      **追问**
      - LoRA 的秩怎么选？

      **参考**：Hu et al., 2021, LoRA, arXiv:2106.09685
      """;

  final Path folder;
  final Map<String, String> environment = new HashMap<>();
  String input = "";

  /** What is piped in where it is not UTF-8 text. */
  byte[] bytes = {};

  /** Whether a person sits at the keyboard, so that nothing is piped in. */
  boolean typed;

  /** How results are shown. */
  TerminalMode mode = TerminalMode.raw();

  /** Somebody who types by what stands there so far. */
  Optional<Candidate> candidate = Optional.empty();

  Home(Path folder) {
    this.folder = folder;
    write("dist/knowledge/01-peft.md", BANK);
    environment.put("BAGU_HOME", folder.resolve("data").toString());
    environment.put("BAGU_CACHE", folder.resolve("cache").toString());
    environment.put("BAGU_LANG", "en");
  }

  /** Writes a file below this home; gives its path. */
  Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command line. */
  Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Bagu.run(surroundings(out, err), args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What a command of this home has around it. */
  Surroundings surroundings(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    Properties system = new Properties();
    system.setProperty("bagu.dist", folder.resolve("dist").toString());
    system.setProperty("bagu.prompts", Path.of("prompts").toAbsolutePath().toString());
    system.setProperty("user.home", folder.toString());
    byte[] piped = bytes.length > 0 ? bytes : input.getBytes(StandardCharsets.UTF_8);
    candidate.ifPresent(each -> each.reads(out));
    return new Surroundings(
        candidate.map(InputStream.class::cast).orElseGet(() -> new ByteArrayInputStream(piped)),
        typed,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        () -> mode,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        environment,
        system);
  }

  /** What a command did. */
  record Result(int code, String out, String err) {
    Result exits(int expected) {
      assertThat(code).as("exit code; stderr: " + err).isEqualTo(expected);
      return this;
    }

    Result outContains(String... parts) {
      assertThat(out).contains(parts);
      return this;
    }

    Result outLacks(String... parts) {
      assertThat(out).doesNotContain(parts);
      return this;
    }

    Result errIsEmpty() {
      assertThat(err).isEmpty();
      return this;
    }

    /** One line that says what is wrong, and no trace. */
    Result complains(String... parts) {
      assertThat(err.strip().lines().count()).as(err).isEqualTo(1);
      assertThat(err).startsWith("bagu: ").contains(parts).doesNotContain("\tat ");
      return this;
    }
  }
}
