package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bagu.interview.SessionStore;
import dev.bagu.interview.StoredSession;
import dev.bagu.interview.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An interview as a process of its own: at a pseudo-terminal, and killed at any moment. */
@DisabledOnOs(OS.WINDOWS)
class InterviewIT {
  private static final Path LAUNCHER = Path.of("target", "bagu", "bagu").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int KILLS = 20;

  /**
   * Longest life of a process that is killed, in milliseconds: start-up and some answers. It grows
   * where a busy machine does not get that far.
   */
  private static final long LIFE = 2_500;

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void ends_what_it_started() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void at_a_terminal_answers_have_lines_and_an_interrupt_loses_nothing() throws Exception {
    assumeThat(PseudoTerminal.isThere()).isTrue();
    try (PseudoTerminal terminal = terminal("interview --topic peft --seed 7 --offline")) {
      terminal.shows("Question 1 of 5").shows("> ");
      terminal.type("LoRA freezes" + PseudoTerminal.ENTER + "the weights").shows("weights");
      terminal.type(PseudoTerminal.CTRL_C).shows("nothing is lost").shows("the weights");
      terminal.type(" of the model" + PseudoTerminal.ENTER).shows("model");
      terminal.type(PseudoTerminal.ENTER).shows("Follow-up 1").shows("> ");
      terminal.type("not sent yet" + PseudoTerminal.CTRL_D).shows("Left;");
      assertThat(terminal.ends()).isZero();
    }

    assertThat(turns().stream().map(Turn::text))
        .contains("LoRA freezes\nthe weights of the model")
        .doesNotContain("not sent yet");
    try (PseudoTerminal terminal = terminal("interview --resume --offline")) {
      terminal.shows("not sent yet").type(PseudoTerminal.ENTER + "/end" + PseudoTerminal.ENTER);
      terminal.shows("Scorecard: ");
      assertThat(terminal.ends()).isZero();
    }
    assertThat(turns().stream().map(Turn::text)).contains("not sent yet");
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void killed_at_twenty_moments_it_goes_on_and_nothing_that_was_taken_is_lost() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> taken = new ArrayList<>();
    long life = LIFE;
    int next = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int before = taken.size();
      Process process = start(command());
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextLong(life));
      while (System.nanoTime() < end) {
        String answer = "Answer number " + next + " about LoRA and its rank.";
        if (!says(process, answer, end)) {
          break;
        }
        taken.add(answer);
        next++;
        // Slow enough that a hundred questions last for all the kills.
        Thread.sleep(random.nextInt(250));
      }
      process.destroyForcibly().waitFor();
      life += taken.size() == before && taken.size() <= kill / 2 ? life / 4 : 0;
      next++;
      assertThat(turns().stream().map(Turn::text)).as("seed " + seed).containsAll(taken);
    }

    assertThat(taken).as("the moments were early ones, seed " + seed).hasSizeGreaterThan(3);
    Process last = start(command());
    type(last, "/end\n");
    last.getOutputStream().close();
    assertThat(last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(last.exitValue()).as(Files.readString(folder.resolve("err"), UTF_8)).isZero();
    assertThat(turns().stream().map(Turn::text).filter(taken::contains).toList())
        .as("once each, in order, seed " + seed)
        .isEqualTo(taken);
    assertThat(turns()).allMatch(each -> each.outcome().isPresent());
    try (SessionStore store = SessionStore.open(folder.resolve("data"))) {
      assertThat(store.integrityCheck()).isEmpty();
      assertThat(store.sessions()).hasSize(1);
      assertThat(store.unfinished()).isEmpty();
    }
  }

  /** Types an answer and waits for what is said to it; false where the time is over before. */
  private boolean says(Process process, String answer, long end) throws Exception {
    while (!printed().contains("Question") && !printed().contains("Follow-up")) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(5);
    }
    type(process, answer + "\n\n");
    String echo = "> " + answer;
    while (System.nanoTime() < end) {
      int at = printed().indexOf(echo);
      // Something was said after it, so it was judged, so it is on disk.
      if (at >= 0 && printed().substring(at + echo.length()).strip().length() > 1) {
        return true;
      }
      Thread.sleep(5);
    }
    return false;
  }

  /** Begins a session, or goes on with the one that there is. */
  private String[] command() {
    boolean begun = !turns().isEmpty();
    return begun
        ? new String[] {LAUNCHER.toString(), "interview", "--resume", "--offline"}
        : new String[] {LAUNCHER.toString(), "interview", "--questions", "100", "--offline"};
  }

  /** The turns of the newest session. */
  private List<Turn> turns() {
    if (Files.notExists(folder.resolve("data").resolve(SessionStore.FILE))) {
      return List.of();
    }
    try (SessionStore store = SessionStore.open(folder.resolve("data"))) {
      return store.sessions().stream()
          .findFirst()
          .flatMap(each -> store.session(each.id()))
          .map(StoredSession::turns)
          .orElse(List.of());
    }
  }

  private String printed() throws IOException {
    return Files.readString(folder.resolve("out"), UTF_8);
  }

  private static void type(Process process, String keys) {
    try {
      process.getOutputStream().write(keys.getBytes(UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      // It was killed; what it had not read was not taken.
    }
  }

  private PseudoTerminal terminal(String words) throws IOException {
    return PseudoTerminal.start(folder, environment(), LAUNCHER + " " + words);
  }

  private Map<String, String> environment() {
    return Map.of(
        "BAGU_LANG",
        "en",
        "BAGU_HOME",
        folder.resolve("data").toString(),
        "BAGU_CACHE",
        folder.resolve("cache").toString());
  }

  private Process start(String... command) throws IOException {
    Files.deleteIfExists(folder.resolve("out"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(BAGU|OPENAI)_.*|LC_.*|LANG"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment());
    Process process =
        builder
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    started.add(process);
    return process;
  }
}
