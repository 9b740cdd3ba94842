package dev.bagu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The folder of prompt files. A file is read anew each time it is asked for, so that an edit shows
 * on the next question.
 *
 * <p>Example: {@code PromptLibrary.locate(System.getProperties()).prompt("answer")}.
 *
 * @param folder where {@code NAME.md} (or {@code NAME.txt}) stands
 */
public record PromptLibrary(Path folder) {
  /**
   * What a model writes, alone, when the evidence does not answer. Prompts get it as {@code
   * {{not_covered}}}; whoever reads a reply compares with it.
   */
  public static final String NOT_COVERED = "NOT_COVERED";

  /**
   * The library of this installation: system property {@code bagu.prompts}, else {@code prompts} in
   * the folder that {@code bagu.dist} names, else {@code prompts} in the working folder.
   */
  public static PromptLibrary locate(Properties system) {
    String folder = system.getProperty("bagu.prompts", "");
    String dist = system.getProperty("bagu.dist", "");
    if (!folder.isBlank()) {
      return new PromptLibrary(Path.of(folder));
    }
    return new PromptLibrary(
        dist.isBlank() ? Path.of("prompts") : Path.of(dist).resolve("prompts"));
  }

  /**
   * The prompt of that name, as its file says now.
   *
   * @throws BadInput when there is no such file, or it is not in the notation of {@link PromptFile}
   */
  public PromptFile prompt(String name) {
    Path markdown = folder.resolve(name + ".md");
    Path text = folder.resolve(name + ".txt");
    Path file = Files.exists(markdown) || !Files.exists(text) ? markdown : text;
    try {
      return PromptFile.parse(file.toString(), Files.readString(file, UTF_8));
    } catch (IOException e) {
      throw new BadInput(
          file + " cannot be read; it must be there, in UTF-8 (set -Dbagu.prompts=FOLDER)", e);
    }
  }
}
