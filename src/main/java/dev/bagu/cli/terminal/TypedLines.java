package dev.bagu.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BaguException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/**
 * Lines from a terminal, with JLine's editing, a history that is kept in a file of the person
 * alone, and pasted text of several lines as one.
 *
 * <p>Ctrl-C at the prompt clears the line; the arrow up brings it back.
 */
public final class TypedLines implements LineInput {
  /** Exit code of a process that the system told to stop: 128 and the number of the signal. */
  private static final int TERMINATED = 143;

  /** Lines of the history that are kept. */
  private static final int KEPT = 1000;

  private final Terminal terminal;
  private final LineReader reader;

  private TypedLines(Terminal terminal, LineReader reader) {
    this.terminal = terminal;
    this.reader = reader;
  }

  /**
   * Opens this process's terminal.
   *
   * @param history the file of earlier lines; made where it is missing, readable by its owner alone
   * @param words what the tabulator completes: the commands
   * @throws BaguException where there is no terminal that can be used
   */
  public static TypedLines open(Path history, List<String> words) {
    try {
      TerminalBuilder builder = TerminalBuilder.builder().system(true).dumb(true);
      boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
      Terminal terminal = windows ? builder.build() : builder.encoding(UTF_8).build();
      terminal.handle(Signal.INT, any -> {});
      LineReaderBuilder reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .parser(new Lines())
              .completer(new StringsCompleter(words))
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .variable(LineReader.SECONDARY_PROMPT_PATTERN, "  ")
              .variable(LineReader.HISTORY_SIZE, KEPT)
              .variable(LineReader.HISTORY_FILE_SIZE, KEPT);
      if (ownersAlone(history)) {
        reader.variable(LineReader.HISTORY_FILE, history);
      }
      TypedLines lines = new TypedLines(terminal, reader.build());
      Signals.register("TERM", lines::terminated);
      return lines;
    } catch (IOException | IllegalStateException e) {
      throw new BaguException("the terminal cannot be opened: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<String> read(String prompt) {
    while (true) {
      try {
        return Optional.of(joined(reader.readLine(prompt)).strip());
      } catch (UserInterruptException e) {
        if (!e.getPartialLine().isBlank()) {
          reader.getHistory().add(e.getPartialLine());
        }
      } catch (EndOfFileException e) {
        return Optional.empty();
      }
    }
  }

  @Override
  public void stoppable(Runnable stop, Runnable work) {
    Terminal.SignalHandler before = terminal.handle(Signal.INT, any -> stop.run());
    try {
      work.run();
    } finally {
      terminal.handle(Signal.INT, before);
    }
  }

  @Override
  public boolean isTyped() {
    return true;
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new BaguException("the terminal cannot be closed: " + e.getMessage(), e);
    }
  }

  /** Gives the terminal back as it was, or the shell after us would show nothing that is typed. */
  private void terminated() {
    try {
      terminal.close();
    } catch (IOException e) {
      // Nothing is left to do: the process ends.
    } finally {
      Runtime.getRuntime().halt(TERMINATED);
    }
  }

  /** Whether the history file is there with the owner's permissions; without it nothing is kept. */
  private static boolean ownersAlone(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (!Files.exists(file) && posix) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else if (posix) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      return Files.notExists(file) || Files.isWritable(file);
    } catch (IOException e) {
      return false;
    }
  }

  private static String joined(String typed) {
    return typed.replace("\\\n", "\n");
  }

  /** A line is one word; one that ends in a backslash is not finished. */
  private static final class Lines implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
      if (context == ParseContext.ACCEPT_LINE && line.endsWith("\\")) {
        throw new EOFError(-1, cursor, "goes on in the next line");
      }
      return new One(line, cursor);
    }
  }

  /** A whole line as the only word. */
  private record One(String line, int cursor) implements ParsedLine {
    @Override
    public String word() {
      return line;
    }

    @Override
    public int wordCursor() {
      return cursor;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(line);
    }
  }
}
