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
import org.jline.keymap.KeyMap;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.MaskingCallback;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Attributes;
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

  /** Name of what Ctrl-D does. */
  private static final String LEAVE = "bagu-leave";

  private final Terminal terminal;
  private final LineReader reader;
  private final Lines lines;
  private Optional<Attributes> before = Optional.empty();

  private TypedLines(Terminal terminal, LineReader reader, Lines lines) {
    this.terminal = terminal;
    this.reader = reader;
    this.lines = lines;
    reader.getWidgets().put(LEAVE, this::leave);
    Optional.ofNullable(reader.getKeyMaps().get(LineReader.MAIN))
        .orElseThrow()
        .bind(new Reference(LEAVE), KeyMap.ctrl('D'));
  }

  /**
   * Opens this process's terminal.
   *
   * @param history the file of earlier lines; made where it is missing, readable by its owner alone
   * @param words what the tabulator completes: the commands
   * @throws BaguException where there is no terminal that can be used
   */
  public static TypedLines open(Path history, List<String> words) {
    return open(Optional.of(history), words);
  }

  /** As above, with earlier lines of this process alone. */
  public static TypedLines open(List<String> words) {
    return open(Optional.empty(), words);
  }

  private static TypedLines open(Optional<Path> history, List<String> words) {
    try {
      Lines lines = new Lines();
      TerminalBuilder builder = TerminalBuilder.builder().system(true).dumb(true);
      boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
      Terminal terminal = windows ? builder.build() : builder.encoding(UTF_8).build();
      terminal.handle(Signal.INT, any -> {});
      LineReaderBuilder reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .parser(lines)
              .completer(new StringsCompleter(words))
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .variable(LineReader.SECONDARY_PROMPT_PATTERN, "  ")
              .variable(LineReader.HISTORY_SIZE, KEPT)
              .variable(LineReader.HISTORY_FILE_SIZE, KEPT);
      history
          .filter(TypedLines::ownersAlone)
          .ifPresent(file -> reader.variable(LineReader.HISTORY_FILE, file));
      TypedLines typed = new TypedLines(terminal, reader.build(), lines);
      Signals.register("TERM", typed::terminated);
      return typed;
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

  /** Ctrl-D behind a text ends the input as on an empty line; what was typed comes back. */
  @Override
  public Typed readText(String prompt, String draft) {
    if (before.isEmpty()) {
      // Also between two texts: else the terminal shows in the wrong place what is typed ahead, and
      // keeps a Ctrl-D to itself.
      before = Optional.of(terminal.enterRawMode());
    }
    lines.several = true;
    // The history gets the text without the line that ended it.
    reader.setVariable(LineReader.DISABLE_HISTORY, true);
    try {
      String text = reader.readLine(prompt, null, (MaskingCallback) null, draft);
      return Typed.sent(text);
    } catch (UserInterruptException e) {
      return new Typed(Typed.Ending.INTERRUPTED, e.getPartialLine());
    } catch (EndOfFileException e) {
      return new Typed(Typed.Ending.END, e.getPartialLine() == null ? "" : e.getPartialLine());
    } finally {
      lines.several = false;
      reader.setVariable(LineReader.DISABLE_HISTORY, false);
    }
  }

  private boolean leave() {
    String typed = reader.getBuffer().toString();
    boolean atEnd = reader.getBuffer().cursor() == typed.length();
    if (lines.several && atEnd && !typed.isEmpty()) {
      throw new EndOfFileException().partialLine(typed);
    }
    reader.callWidget(LineReader.DELETE_CHAR_OR_LIST);
    return true;
  }

  @Override
  public void remember(String text) {
    reader.getHistory().add(text);
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
      before.ifPresent(terminal::setAttributes);
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

  /**
   * A line is one word. One that ends in a backslash is not finished; a text of several is finished
   * by its last line.
   */
  private static final class Lines implements Parser {
    private boolean several;

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
      if (context == ParseContext.ACCEPT_LINE && isOpen(line, cursor)) {
        throw new EOFError(-1, cursor, "goes on in the next line");
      }
      return new One(line, cursor);
    }

    private boolean isOpen(String line, int cursor) {
      if (!several) {
        return line.endsWith("\\");
      }
      boolean within = line.indexOf('\n') >= 0 && cursor < line.length();
      return within || !Typed.isEnd(Typed.lastLine(line));
    }
  }

  /** The line that the cursor stands in, as the only word. */
  private record One(String line, int cursor) implements ParsedLine {
    @Override
    public String word() {
      int end = line.indexOf('\n', cursor);
      return line.substring(start(), end < 0 ? line.length() : end);
    }

    @Override
    public int wordCursor() {
      return cursor - start();
    }

    private int start() {
      return line.lastIndexOf('\n', cursor - 1) + 1;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }
  }
}
