package dev.bagu.cli;

import dev.bagu.cli.terminal.DisplayWidth;
import dev.bagu.cli.terminal.MarkdownRenderer;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.cli.terminal.Style;
import dev.bagu.cli.terminal.TerminalMode;
import dev.bagu.interview.SourceLine;
import java.util.List;

/**
 * Paragraphs with an indent, as wide as the terminal; in a pipe a line each. Everything that goes
 * on it is sanitised here.
 *
 * <p>Example: {@code paper.words("很长的一句……", " ✓ ", GOOD)} wraps below the first character of the
 * sentence, with the mark in green.
 */
final class Paper {
  private final Context context;
  private final TerminalMode mode;

  Paper(Context context) {
    this.context = context;
    this.mode = context.surroundings().mode().get();
  }

  /** An empty line. */
  void gap() {
    line("");
  }

  /** A heading. */
  void title(String text) {
    words(text, "", Style.BOLD);
  }

  /** What matters less. */
  void aside(String text, String indent) {
    for (String line : wrapped(Sanitizer.line(text), indent.length())) {
      line(indent + mode.paint(Style.DIM, line));
    }
  }

  /** Words as they are, behind a mark; the style is that of both. */
  void words(String text, String mark, Style style) {
    print(wrapped(Sanitizer.clean(text).strip(), DisplayWidth.of(mark)), mark, style, style);
  }

  /** Markdown of the documents or of a model, behind a mark; the style is the mark's. */
  void markdown(String text, String mark, Style style) {
    TerminalMode narrow = new TerminalMode(mode.kind(), mode.width() - DisplayWidth.of(mark));
    print(new MarkdownRenderer(narrow).lines(text.strip()), mark, style, Style.PLAIN);
  }

  /** Where something stands. */
  void place(SourceLine source, String indent) {
    aside(
        Places.of(
            source.file(),
            source.heading().replace("**", "").strip(),
            source.startLine(),
            source.endLine(),
            context.messages()),
        indent);
  }

  /** A whole page of Markdown. */
  void page(String markdown) {
    context.out().print(new MarkdownRenderer(mode).render(markdown));
  }

  /** The words in a look, where colours are on. */
  String paint(Style style, String text) {
    return mode.paint(style, text);
  }

  /** Columns of a line. */
  int width() {
    return mode.width();
  }

  /** A line that is safe already. */
  void line(String text) {
    context.out().println(text);
  }

  private List<String> wrapped(String text, int indent) {
    return mode.kind() == TerminalMode.Kind.RAW
        ? text.lines().toList()
        : DisplayWidth.wrap(text, mode.width() - indent);
  }

  private void print(List<String> lines, String mark, Style first, Style rest) {
    String indent = " ".repeat(DisplayWidth.of(mark));
    for (int i = 0; i < lines.size(); i++) {
      String start = i == 0 ? mode.paint(first, mark) : indent;
      line((start + mode.paint(rest, lines.get(i))).stripTrailing());
    }
  }
}
