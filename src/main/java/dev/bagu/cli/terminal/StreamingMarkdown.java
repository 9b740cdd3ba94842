package dev.bagu.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;

/**
 * Prints Markdown while it arrives, line by line, and never takes a line back.
 *
 * <p>A line of a paragraph is printed once the next line has begun; a heading, a line of code and a
 * rule with their line feed; a table, a displayed formula and a comment when they are complete.
 * Every step lays out what is not settled yet by the same rules as {@link MarkdownRenderer}, so
 * that the lines are the same as those of the whole text. Markup that later text turns into
 * something else (a setext heading, emphasis over several source lines) is the exception: the lines
 * from the first difference on are printed again, so that nothing is lost.
 *
 * <p>Example at 20 columns: after {@code accept("冻结预训练权重,只训练低秩")} the first line, {@code
 * 冻结预训练权重,只训}, is out; {@code finish()} prints {@code 练低秩}. In RAW mode the sanitised source passes
 * through at once. For one text and one thread.
 */
public final class StreamingMarkdown {
  private final TerminalMode mode;
  private final Consumer<String> out;
  private final StringBuilder incoming = new StringBuilder();
  private String source = "";
  private List<String> printed = new ArrayList<>();

  /**
   * Starts a text.
   *
   * @param out gets whole lines with their line feed; in RAW mode, pieces of any length
   */
  public StreamingMarkdown(TerminalMode mode, Consumer<String> out) {
    this.mode = mode;
    this.out = out;
  }

  /** Takes the next piece of the text, of any length, and prints what is settled by it. */
  public void accept(String piece) {
    incoming.append(piece);
    String text = incoming.toString();
    int complete = Sanitizer.completeLength(text);
    incoming.delete(0, complete);
    take(text.substring(0, complete));
  }

  /** Prints the rest; the text is at its end. */
  public void finish() {
    String rest = incoming.toString();
    incoming.setLength(0);
    take(rest);
    if (mode.kind() != TerminalMode.Kind.RAW) {
      Node document = MarkdownTree.parse(source);
      List<String> lines = new BlockLayout(mode).blocks(document, mode.width(), 0);
      print(lines, lines.size());
      source = "";
      printed = new ArrayList<>();
    }
  }

  private void take(String piece) {
    String clean = Sanitizer.clean(piece);
    if (clean.isEmpty()) {
      return;
    }
    if (mode.kind() == TerminalMode.Kind.RAW) {
      out.accept(clean);
      return;
    }
    source += clean;
    step();
  }

  private void step() {
    String stable = source.substring(0, StableText.length(source));
    Node document = MarkdownTree.parse(stable);
    Node last = document.getLastChild();
    if (last == null) {
      return;
    }
    BlockLayout layout = new BlockLayout(mode);
    List<String> lines = layout.blocks(document, mode.width(), 0);
    int before = lines.size() - layout.lines(last, mode.width()).size();
    print(lines, Math.max(before, lines.size() - unsettled(last, lines.size() - before, stable)));
    boolean visible = before < lines.size();
    if (visible && last != document.getFirstChild()) {
      source = source.substring(offset(source, MarkdownTree.firstLine(last)));
      printed = new ArrayList<>(printed.subList(Math.min(before, printed.size()), printed.size()));
    }
  }

  /** How many of the last block's lines may still change. */
  private static int unsettled(Node last, int lines, String stable) {
    Node leaf = last;
    while (leaf.getLastChild() instanceof Block) {
      leaf = leaf.getLastChild();
      if (leaf instanceof TableBlock) {
        return lines;
      }
    }
    String lastLine = stable.substring(stable.lastIndexOf('\n', stable.length() - 2) + 1);
    boolean tableHead = lastLine.strip().startsWith("|");
    boolean lineEnd = stable.endsWith("\n");
    if (last instanceof TableBlock || leaf instanceof HtmlBlock || tableHead) {
      return lines;
    }
    if (leaf instanceof FormulaBlock formula) {
      return formula.isClosed() && lineEnd ? 0 : lines;
    }
    if (leaf instanceof FencedCodeBlock) {
      return lineEnd ? 0 : 1;
    }
    if (leaf instanceof Heading || leaf instanceof ThematicBreak) {
      return lineEnd ? 0 : lines;
    }
    return Math.min(1, lines);
  }

  /** Prints lines up to {@code settled} that are not out yet, or from the first difference on. */
  private void print(List<String> lines, int settled) {
    int same = 0;
    while (same < Math.min(printed.size(), settled)
        && bare(printed.get(same)).equals(bare(lines.get(same)))) {
      same++;
    }
    for (int i = same; i < settled; i++) {
      out.accept(lines.get(i) + "\n");
    }
    if (settled >= printed.size() || same < settled) {
      printed = new ArrayList<>(lines.subList(0, settled));
    }
  }

  /** The line without its looks. */
  private static String bare(String line) {
    StringBuilder bare = new StringBuilder();
    int i = 0;
    while (i < line.length()) {
      int past = DisplayWidth.pastAnsi(line, i);
      if (past == i) {
        bare.append(line.charAt(i++));
      } else {
        i = past;
      }
    }
    return bare.toString();
  }

  private static int offset(String text, int line) {
    int offset = 0;
    for (int i = 0; i < line; i++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return offset;
  }
}
