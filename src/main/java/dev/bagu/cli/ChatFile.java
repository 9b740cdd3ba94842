package dev.bagu.cli;

import dev.bagu.BaguException;
import dev.bagu.answer.Answer;
import dev.bagu.answer.Citation;
import dev.bagu.answer.Outcome;
import dev.bagu.answer.Refusal;
import dev.bagu.answer.Turn;
import dev.bagu.cli.terminal.Sanitizer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes a conversation as Markdown, with the citations of every turn; overwrites nothing. */
final class ChatFile {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Context context;

  ChatFile(Context context) {
    this.context = context;
  }

  /**
   * Writes the turns; where the file is there already, beside it with a number.
   *
   * @param name the file; empty for a name of the present time in the working folder
   * @return where it was written
   * @throws BaguException where it cannot be written
   */
  Path save(List<Turn> turns, String name) {
    try {
      Path wanted = path(name);
      Files.createDirectories(wanted.getParent());
      Path file = reserve(wanted);
      write(file, markdown(turns));
      return file;
    } catch (IOException | InvalidPathException e) {
      String shown = Sanitizer.line(name);
      throw new BaguException(context.text("chat.unsaved", shown, e.getClass().getSimpleName()), e);
    }
  }

  private Path path(String name) {
    String chosen =
        name.isEmpty()
            ? "bagu-chat-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP)
            : name;
    String home = context.surroundings().system().getProperty("user.home", ".");
    String file = chosen.startsWith("~/") ? home + chosen.substring(1) : chosen;
    return Path.of(name.isEmpty() ? file + ".md" : file).toAbsolutePath().normalize();
  }

  /** An empty file under the first name that is free: nobody else can take it any more. */
  private static Path reserve(Path wanted) throws IOException {
    String name = wanted.getFileName().toString();
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    Path file = wanted;
    for (int n = 2; true; n++) {
      try {
        return Files.createFile(file);
      } catch (FileAlreadyExistsException e) {
        file = wanted.resolveSibling(name.substring(0, dot) + "-" + n + name.substring(dot));
      }
    }
  }

  /** Writes over the empty file that was reserved; where that fails, none is left. */
  private static void write(Path file, String text) throws IOException {
    try {
      OwnFile.replace(file, text);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private String markdown(List<Turn> turns) {
    StringBuilder text = new StringBuilder("# " + context.text("chat.title") + "\n");
    for (Turn turn : turns) {
      text.append("\n## ").append(Sanitizer.line(turn.completion().typed())).append("\n\n");
      if (turn.completion().added()) {
        String question = Sanitizer.line(turn.completion().question());
        text.append('*').append(context.text("chat.understood", question)).append("*\n\n");
      }
      outcome(turn.outcome(), text);
    }
    return text.toString();
  }

  private void outcome(Outcome outcome, StringBuilder text) {
    if (outcome instanceof Refusal) {
      text.append(context.text("ask.refusal")).append('\n');
    } else if (outcome instanceof Answer answer) {
      if (!answer.partial().isEmpty()) {
        text.append(Sanitizer.clean(answer.partial())).append("\n\n");
      }
      text.append(Sanitizer.clean(answer.text()).strip()).append("\n\n");
      for (Citation citation : answer.citations()) {
        String quote = Sanitizer.clean(citation.quote()).replace("\n", "\n  > ");
        text.append("- ")
            .append(Places.of(citation, context.messages()))
            .append("\n\n  > ")
            .append(quote);
        text.append("\n\n");
      }
      text.append('(').append(Sanitizer.line(answer.mode())).append(")\n");
    }
  }
}
