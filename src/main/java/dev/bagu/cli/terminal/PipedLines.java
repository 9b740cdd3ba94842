package dev.bagu.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BaguException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines from a pipe or a file, each read only when it is asked for. UTF-8, else GB18030, the other
 * encoding of Chinese text. What is read is shown after its prompt, so that the output reads like a
 * conversation.
 */
public final class PipedLines implements LineInput {
  /** Longest line, in bytes; what is over it is left out. */
  private static final int LONGEST = 1 << 20;

  private final InputStream in;
  private final PrintStream echo;
  private Optional<String> putBack = Optional.empty();

  /**
   * Lines of a stream, which stays open.
   *
   * @param echo where each is shown
   */
  public PipedLines(InputStream in, PrintStream echo) {
    this.in = new BufferedInputStream(in);
    this.echo = echo;
  }

  @Override
  public Optional<String> read(String prompt) {
    StringBuilder text = new StringBuilder();
    Optional<String> line = line();
    if (line.isEmpty()) {
      return Optional.empty();
    }
    while (line.isPresent() && line.get().endsWith("\\")) {
      text.append(line.get(), 0, line.get().length() - 1).append('\n');
      line = line();
    }
    text.append(line.orElse(""));
    String whole = text.toString().strip();
    if (!whole.isEmpty()) {
      echo.println(prompt + Sanitizer.clean(whole).replace("\n", "\n" + prompt));
    }
    return Optional.of(whole);
  }

  /** Empty lines before a text are left out; a command below a text is a text of its own. */
  @Override
  public Typed readText(String prompt, String draft) {
    List<String> lines = new ArrayList<>();
    Optional<String> line = next();
    while (line.isPresent() && line.get().isBlank()) {
      line = next();
    }
    while (line.isPresent() && !Typed.isEnd(line.get())) {
      lines.add(line.get());
      line = next();
    }
    if (line.isEmpty() && lines.isEmpty()) {
      return new Typed(Typed.Ending.END, draft);
    }
    if (Typed.isCommand(line.orElse(""))) {
      if (lines.isEmpty()) {
        lines.add(line.get());
      } else {
        putBack = line;
      }
    }
    Typed typed = Typed.sent(draft.isBlank() ? joined(lines) : draft + "\n" + joined(lines));
    echo.println(prompt + Sanitizer.clean(typed.text()).replace("\n", "\n" + prompt));
    return typed;
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines);
  }

  private Optional<String> next() {
    Optional<String> line = putBack.isPresent() ? putBack : line();
    putBack = Optional.empty();
    return line;
  }

  @Override
  public void remember(String text) {
    // Nobody presses a key here.
  }

  @Override
  public void stoppable(Runnable stop, Runnable work) {
    work.run();
  }

  @Override
  public boolean isTyped() {
    return false;
  }

  @Override
  public void close() {
    // The stream belongs to the process.
  }

  private Optional<String> line() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      for (; next >= 0 && next != '\n'; next = in.read()) {
        if (bytes.size() < LONGEST) {
          bytes.write(next);
        }
      }
    } catch (IOException e) {
      throw new BaguException("cannot read standard input: " + e.getMessage(), e);
    }
    String line = decoded(bytes.toByteArray());
    return Optional.of(line.replace("\uFEFF", "").replaceFirst("\r$", ""));
  }

  private static String decoded(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("GB18030"));
    }
  }
}
