package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The built program with a home of its own below one folder; close it to end what still runs.
 *
 * <p>Words may begin with other programs that start it: {@code unshare}, {@code setpriv}.
 */
final class Launched implements AutoCloseable {
  static final Path PROGRAM = Path.of("target", "bagu", "bagu").toAbsolutePath();

  final Map<String, String> environment = new TreeMap<>();
  private final Path folder;
  private final AtomicInteger runs = new AtomicInteger();
  private final List<Process> started = new ArrayList<>();

  Launched(Path folder) {
    this.folder = folder;
    environment.put("BAGU_HOME", folder.resolve("data").toString());
    environment.put("BAGU_CACHE", folder.resolve("cache").toString());
    environment.put("BAGU_LANG", "en");
  }

  /** What a process did. */
  record Result(int code, String out, String err) {
    Result exits(int expected) {
      assertThat(code).as("exit code; stdout: %s; stderr: %s", out, err).isEqualTo(expected);
      return this;
    }

    /** One line that says what is wrong, and no trace. */
    Result complains(String... parts) {
      assertThat(err.strip().lines()).as(err).hasSize(1);
      assertThat(err).startsWith("bagu: ").contains(parts).doesNotContain("\tat ");
      return this;
    }
  }

  /** A process that runs, and where its words go. */
  record Running(Process process, Path out, Path err) {
    Result ends() throws IOException, InterruptedException {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("still running").isTrue();
      return new Result(
          process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }
  }

  /** Runs the program with these words. */
  Result bagu(String... words) throws IOException, InterruptedException {
    return piped("", words);
  }

  /** Runs the program with an input. */
  Result piped(String input, String... words) throws IOException, InterruptedException {
    return start(input, program(words)).ends();
  }

  /** The command line of the program with these words. */
  static List<String> program(String... words) {
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(Arrays.asList(words));
    return command;
  }

  /** Starts a command line. */
  Running start(String input, List<String> command) throws IOException {
    int run = runs.incrementAndGet();
    Path in = Files.writeString(folder.resolve("in-" + run), input, UTF_8);
    Path out = folder.resolve("out-" + run);
    Path err = folder.resolve("err-" + run);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(BAGU|OPENAI)_.*|LC_.*|LANG"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    started.add(process);
    return new Running(process, out, err);
  }

  /** Whether a command that does nothing may be run behind these words. */
  static boolean may(String... words) {
    List<String> command = new ArrayList<>(Arrays.asList(words));
    command.add("true");
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such command here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
  }
}
