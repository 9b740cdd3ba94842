package dev.bagu.cli.terminal;

import java.util.List;

/**
 * Shows Markdown (an entry of the bank, an answer of a model) as text for a terminal.
 *
 * <p>In goes Markdown in Chinese or English with formulas, out come lines that are no wider than
 * the mode's width, except code and single words that cannot be broken. Example, plain, 40 columns:
 *
 * <pre>
 * **一句话**:冻结 $W_0$,只训练 `A` 和 `B`。     一句话:冻结 W₀,只训练 `A` 和 `B`。
 * - 参数量为 $\frac{r}{d}$ 倍                      - 参数量为 r/d 倍
 * </pre>
 *
 * <p>Comments are hidden and a fence's language is left out; every other letter and digit of the
 * source is shown, raw HTML included. Whatever the source holds, nothing that a terminal acts on
 * comes out but the renderer's own colours, and these only in {@link TerminalMode.Kind#COLOUR}.
 *
 * <p>Immutable. Links are shown as text with their address in parentheses, not as terminal links
 * (OSC 8): not every terminal takes those, and an address in sight is safer to follow.
 */
public final class MarkdownRenderer {
  private final TerminalMode mode;

  /** A renderer for one output. */
  public MarkdownRenderer(TerminalMode mode) {
    this.mode = mode;
  }

  /**
   * Loads what a first rendering needs (some 100 ms of class loading in a cold process), so that a
   * caller can do it on a spare thread while it still searches or waits for a model.
   */
  public static void prepare() {
    new MarkdownRenderer(TerminalMode.colour(TerminalMode.DEFAULT_WIDTH))
        .lines("# a\n\n- **b** `c` $\\frac{d}{e}$ 中文\n");
  }

  /** The text to print: lines that each end in a line feed; the sanitised source in RAW mode. */
  public String render(String markdown) {
    if (mode.kind() == TerminalMode.Kind.RAW) {
      return Sanitizer.clean(markdown);
    }
    StringBuilder text = new StringBuilder();
    lines(markdown).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** The lines to print, without line feeds; the lines of the sanitised source in RAW mode. */
  public List<String> lines(String markdown) {
    String source = Sanitizer.clean(markdown);
    return mode.kind() == TerminalMode.Kind.RAW
        ? source.lines().toList()
        : new BlockLayout(mode).blocks(MarkdownTree.parse(source), mode.width(), 0);
  }
}
