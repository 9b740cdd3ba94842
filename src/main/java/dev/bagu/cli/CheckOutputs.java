package dev.bagu.cli;

import dev.bagu.BadInput;
import dev.bagu.check.CheckReport;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a report goes: one form of it to standard output (a page for people, JSON or Markdown), and
 * others to files.
 */
final class CheckOutputs {
  private static final String STDOUT = "-";

  @Option(names = "--json", order = 20, description = "Print one JSON object.")
  boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      order = 21,
      description = "Write one self-contained page as well.")
  @Nullable Path html;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = STDOUT,
      order = 22,
      description = "Write Markdown as well; without a file, print it instead of the page.")
  @Nullable String markdown;

  @Option(
      names = "--explain",
      order = 23,
      description = "Show what decided each verdict, its certainty, and the terms of the score.")
  boolean explain;

  /**
   * Looks at the choice before anything is done for it.
   *
   * @throws BadInput for two forms on standard output, or a file that cannot be written
   */
  Prepared prepare(Context context) {
    boolean printsMarkdown = STDOUT.equals(markdown);
    if (json && explain) {
      throw new BadInput(context.text("input.json_explain"));
    }
    if (printsMarkdown && (json || explain)) {
      throw new BadInput(context.text("check.two_outputs", json ? "--json" : "--explain"));
    }
    Optional<OutputFile> page =
        Optional.ofNullable(html).map(path -> OutputFile.of(path, CheckHtml.MARK, context));
    Optional<OutputFile> text =
        Optional.ofNullable(markdown)
            .filter(path -> !path.equals(STDOUT))
            .map(path -> OutputFile.of(Path.of(path), CheckMarkdown.MARK, context));
    return new Prepared(context, json, printsMarkdown, explain, page, text);
  }

  /** A choice that can be carried out. */
  record Prepared(
      Context context,
      boolean json,
      boolean printsMarkdown,
      boolean explain,
      Optional<OutputFile> html,
      Optional<OutputFile> markdown) {

    /** Shows a report; files come last, so that one that fails does not cost what is printed. */
    void show(CheckReport report) {
      CheckWords words = new CheckWords(context.messages());
      if (json) {
        context.out().println(CheckJson.of(report));
      } else if (printsMarkdown) {
        context.out().print(CheckMarkdown.of(report, words));
      } else {
        words.notices(report).forEach(context::note);
        new CheckPage(words, context.surroundings().mode().get())
            .lines(report, explain)
            .forEach(context.out()::println);
      }
      context.out().flush();
      html.ifPresent(file -> file.write(CheckHtml.of(report, words)));
      markdown.ifPresent(file -> file.write(CheckMarkdown.of(report, words)));
    }
  }
}
