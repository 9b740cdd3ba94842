package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BadInput;
import dev.bagu.BaguException;
import dev.bagu.knowledge.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Lets a person write a draft in their own editor.
 *
 * <p>The file lies among their data and is kept, whatever becomes of the check: what somebody wrote
 * is not in our gift to delete. Only a draft without a word is taken away.
 */
final class DraftEditor {
  /** How the header begins; only a comment that begins so is taken off again. */
  private static final String HEADER = "<!-- bagu check: ";

  private final Context context;

  DraftEditor(Context context) {
    this.context = context;
  }

  /**
   * Opens the editor on a new file and waits for it to end.
   *
   * @param question what is answered; empty where it will be found from the draft
   * @return the draft, without the header
   * @throws BadInput if no editor is set
   * @throws BaguException if it fails
   */
  String write(String question) {
    String editor = editor();
    Path file = newFile(question);
    run(editor, file);
    String draft = withoutHeader(read(file));
    if (draft.isBlank()) {
      delete(file);
    } else {
      context.note(context.text("check.kept", file));
    }
    return DraftInput.checked(file.toString(), draft, context);
  }

  /** {@code VISUAL}, else {@code EDITOR}. */
  private String editor() {
    for (String variable : List.of("VISUAL", "EDITOR")) {
      String editor = context.surroundings().environment().getOrDefault(variable, "");
      if (!editor.isBlank()) {
        return editor.strip();
      }
    }
    throw new BadInput(context.text("check.no_editor"));
  }

  private Path newFile(String question) {
    Path folder = context.folders().data().resolve("drafts");
    // A comment that ended early would leave its rest in the draft.
    String safe = question.replace("--", "- -").replace(">", "›");
    String header =
        question.isEmpty()
            ? context.text("check.header.open")
            : context.text("check.header.question", safe);
    try {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "draft-", ".md");
      return Files.writeString(file, HEADER + header + " -->\n\n", UTF_8);
    } catch (IOException e) {
      throw new BaguException(context.text("check.unwritable", folder, String.valueOf(e)), e);
    }
  }

  private void run(String editor, Path file) {
    try {
      int code = new ProcessBuilder(command(editor, file)).inheritIO().start().waitFor();
      if (code != 0) {
        throw new BaguException(context.text("check.editor_failed", editor, code, file));
      }
    } catch (IOException e) {
      throw new BadInput(context.text("check.editor_missing", editor, file), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BaguException(context.text("check.editor_failed", editor, "-", file), e);
    }
  }

  /** As Git does: the shell reads the variable, which may hold options and quotation marks. */
  private List<String> command(String editor, Path file) {
    String system = context.surroundings().system().getProperty("os.name", "");
    boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
    return windows
        ? List.of("cmd", "/c", editor + " \"" + file + "\"")
        : List.of("sh", "-c", editor + " \"$1\"", "bagu", file.toString());
  }

  private String read(Path file) {
    try {
      return DocumentReader.text(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new BaguException(context.text("check.unreadable", file, String.valueOf(e)), e);
    }
  }

  private static String withoutHeader(String text) {
    int end = text.indexOf("-->");
    return text.startsWith(HEADER) && end >= 0 ? text.substring(end + 3).strip() : text;
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      context.note(context.text("check.kept", file));
    }
  }
}
