package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The built folder as a person starts it: a process of its own, through its launcher. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
  private static final Path LAUNCHER = Path.of("target", "bagu", "bagu").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void answers_from_anywhere_through_a_link_and_without_a_locale() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("asks"), LAUNCHER);

    Result result = run(link, Map.of("LC_ALL", "C"), "ask", "--offline", "LoRA 的思路是什么？");

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("低秩", "[1] 05-peft.md › LoRA 的思路是什么？");
    assertThat(result.code()).isEqualTo(0);
  }

  @Test
  void embeds_nothing_for_the_bank() throws Exception {
    run(LAUNCHER, Map.of(), "search", "什么是 RAG");

    assertThat(folder.resolve("cache/index")).doesNotExist();
  }

  @Test
  void runs_what_readme_shows() throws Exception {
    Matcher block =
        Pattern.compile("<!-- run -->\n```\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(block.find()).isTrue();

    for (String shown : block.group(1).split("(?m)^\\$ bagu ", -1)) {
      if (!shown.isBlank()) {
        List<String> lines = shown.lines().toList();
        String[] words = lines.get(0).replace("\"", "").split(" ", 3);
        String out = run(LAUNCHER, Map.of("BAGU_LANG", "en"), words).out();
        List<String> expected =
            lines.subList(1, lines.size()).stream().filter(line -> !line.equals("…")).toList();

        assertThat(out.lines().toList()).as(lines.get(0)).containsSubsequence(expected);
      }
    }
  }

  @Test
  void says_which_java_is_missing() throws Exception {
    Result result = run(LAUNCHER, Map.of("JAVA_HOME", "/no/java"), "--version");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().contains("Java 17", "/no/java");
  }

  @Test
  void says_which_java_is_too_old() throws Exception {
    Path java = folder.resolve("old/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\nexit 99\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");

    Result result =
        run(LAUNCHER, Map.of("JAVA_HOME", folder.resolve("old").toString()), "--version");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("11.0.2", "too old", "Java 17");
  }

  @Test
  void stops_at_once_when_interrupted_at_any_moment_and_leaves_no_crash_report() throws Exception {
    for (int millis = 100; millis <= 500; millis += 100) {
      Process process = start(LAUNCHER, Map.of(), "search", "什么是 RAG");
      Thread.sleep(millis);
      process.destroy();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isIn(0, 143);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .noneMatch(name -> name.startsWith("hs_err"));
    }
  }

  private record Result(int code, String out, String err) {}

  private Result run(Path launcher, Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    Process process = start(launcher, environment, words);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(
        process.exitValue(),
        Files.readString(folder.resolve("out"), UTF_8),
        Files.readString(folder.resolve("err"), UTF_8));
  }

  private Process start(Path launcher, Map<String, String> environment, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(BAGU|OPENAI)_.*|LC_.*|LANG"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("BAGU_HOME", folder.resolve("data").toString());
    builder.environment().put("BAGU_CACHE", folder.resolve("cache").toString());
    builder.environment().putAll(environment);
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }
}
