package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BaguException;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.interview.Scorecard;
import dev.bagu.llm.PromptLibrary;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What lies beside the records, in {@code interviews/}: the scorecards, and for a session that was
 * left the answer that was being typed.
 */
final class InterviewFiles {
  private static final String OPEN = ".open";
  private static final List<String> ENDINGS = List.of(".md", ".json", OPEN);

  private final Context context;
  private final Path folder;

  InterviewFiles(Context context) {
    this.context = context;
    this.folder = context.folders().data().resolve("interviews");
  }

  /**
   * How a session was left.
   *
   * @param minutes its time limit; empty where it has none
   * @param draft the answer that was typed and not sent; may be empty
   */
  record Bookmark(OptionalInt minutes, String draft) {
    static final Bookmark NONE = new Bookmark(OptionalInt.empty(), "");
  }

  /** Writes a scorecard as Markdown and as JSON; gives the two files. */
  List<Path> save(Scorecard card, PromptLibrary prompts) {
    Path page = folder.resolve(card.session() + ".md");
    Path json = folder.resolve(card.session() + ".json");
    OwnFile.write(page, Sanitizer.clean(card.toMarkdown(prompts, context.chinese())), context);
    OwnFile.write(json, card.toJson(), context);
    return List.of(page, json);
  }

  /** Keeps how a session was left. */
  void leave(String session, Bookmark bookmark) {
    Properties values = new Properties();
    bookmark.minutes().ifPresent(each -> values.setProperty("minutes", "" + each));
    values.setProperty("draft", bookmark.draft());
    StringWriter text = new StringWriter();
    try {
      values.store(text, null);
    } catch (IOException e) {
      throw new IllegalStateException("a string can be written to", e);
    }
    OwnFile.write(folder.resolve(session + OPEN), text.toString(), context);
  }

  /** How a session was left; nothing where that is not known. */
  Bookmark left(String session) {
    Path file = folder.resolve(session + OPEN);
    Properties values = new Properties();
    if (Files.notExists(file)) {
      return Bookmark.NONE;
    }
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      values.load(reader);
      String minutes = values.getProperty("minutes", "");
      return new Bookmark(
          minutes.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(minutes)),
          values.getProperty("draft", ""));
    } catch (IOException | IllegalArgumentException e) {
      // It only saves some typing; the session itself is in the records.
      return Bookmark.NONE;
    }
  }

  /** Forgets how a session was left: it has been taken up again. */
  void reopened(String session) {
    delete(folder.resolve(session + OPEN));
  }

  /** Deletes everything of a session; gives how many files that were. */
  int forget(String session) {
    return ENDINGS.stream().mapToInt(each -> delete(folder.resolve(session + each))).sum();
  }

  /** Deletes everything; gives how many files that were. */
  int forgetAll() {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> ENDINGS.stream().anyMatch(String.valueOf(each)::endsWith))
          .mapToInt(this::delete)
          .sum();
    } catch (IOException e) {
      throw new BaguException(context.text("file.undeletable", folder), e);
    }
  }

  private int delete(Path file) {
    try {
      return Files.deleteIfExists(file) ? 1 : 0;
    } catch (IOException e) {
      throw new BaguException(context.text("file.undeletable", file), e);
    }
  }
}
