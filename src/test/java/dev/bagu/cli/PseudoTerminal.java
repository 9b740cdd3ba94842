package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program on a pseudo-terminal of 100 columns, made by {@code script} of util-linux: what is sent
 * arrives as typed, Ctrl-C and Ctrl-D included.
 */
final class PseudoTerminal implements AutoCloseable {
  static final String CTRL_C = "\u0003";
  static final String CTRL_D = "\u0004";

  /** In the mode into which JLine puts the cursor keys. */
  static final String UP = "\u001BOA";

  static final String ENTER = "\r";

  private static final Path SCRIPT = Path.of("/usr/bin/script");

  private final Process process;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private int seen;

  private PseudoTerminal(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "pseudo-terminal");
    reader.setDaemon(true);
    reader.start();
  }

  /** Whether this machine has what it takes: util-linux, not the {@code script} of BSD. */
  static boolean isThere() {
    return Files.isExecutable(SCRIPT) && Files.isDirectory(Path.of("/proc/self"));
  }

  static PseudoTerminal start(Path folder, Map<String, String> environment, String command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                SCRIPT.toString(), "-qfec", "stty rows 40 cols 100; exec " + command, "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.matches("(BAGU|OPENAI)_.*|LC_.*|LANG"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().putAll(environment);
    return new PseudoTerminal(builder.start());
  }

  /** Types; gives this terminal. */
  PseudoTerminal type(String text) throws IOException {
    process.getOutputStream().write(text.getBytes(UTF_8));
    process.getOutputStream().flush();
    return this;
  }

  /** Waits until a text is shown after the one waited for last. */
  PseudoTerminal shows(String text) throws InterruptedException {
    showsOneOf(text);
    return this;
  }

  /** Waits until one of some texts is shown after the one waited for last; gives the first. */
  String showsOneOf(String... texts) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < end) {
      String screen = screen();
      Optional<String> first =
          Stream.of(texts)
              .filter(each -> screen.indexOf(each, seen) >= 0)
              .min(Comparator.comparingInt(each -> screen.indexOf(each, seen)));
      if (first.isPresent()) {
        seen = screen.indexOf(first.get(), seen) + first.get().length();
        return first.get();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("not shown within 30 s: " + List.of(texts) + "\n" + screen());
  }

  /** Waits for the end; gives the exit code. */
  int ends() throws InterruptedException {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(screen()).isTrue();
    return process.exitValue();
  }

  /** All that was written, control sequences included. */
  String screen() {
    return shown.toString(UTF_8);
  }

  @Override
  public void close() {
    process.destroy();
  }

  private void read() {
    try (InputStream in = process.getInputStream()) {
      in.transferTo(shown);
    } catch (IOException e) {
      shown.writeBytes(String.valueOf(e.getMessage()).getBytes(UTF_8));
    }
  }
}
