package dev.bagu.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of several looks, laid out in lines that each carry their own colours.
 *
 * <p>Example: a draft whose second sentence is red. What is added may be untrusted: it is sanitised
 * here, and a tab becomes four spaces. In RAW mode nothing is wrapped, so that a line of a draft or
 * a quotation stays one line for whatever reads the pipe.
 */
public final class StyledText {
  private static final int ENDLESS = Integer.MAX_VALUE / 4;

  private final TerminalMode mode;
  private final List<Span> spans = new ArrayList<>();

  /** An empty text for one output. */
  public StyledText(TerminalMode mode) {
    this.mode = mode;
  }

  /** A text of one look. */
  public static StyledText of(TerminalMode mode, String text, Style style) {
    return new StyledText(mode).add(text, style);
  }

  /** Adds a stretch of text in a look; line feeds in it are line ends. */
  public StyledText add(String text, Style style) {
    String clean = Sanitizer.clean(text).replace("\t", "    ");
    if (!clean.isEmpty()) {
      spans.add(Span.of(clean, mode.style(style)));
    }
    return this;
  }

  /**
   * The lines, at least one.
   *
   * @param width columns of a whole line with what it begins with
   * @param first what the first line begins with
   * @param rest what every further line begins with
   */
  public List<String> lines(int width, String first, String rest) {
    boolean raw = mode.kind() == TerminalMode.Kind.RAW;
    int inner = width - Math.max(DisplayWidth.of(first), DisplayWidth.of(rest));
    List<String> lines = new ArrayList<>();
    for (List<Span> line : LineBreaker.wrap(spans, raw ? ENDLESS : inner)) {
      lines.add(((lines.isEmpty() ? first : rest) + Span.paint(line)).stripTrailing());
    }
    return lines;
  }
}
