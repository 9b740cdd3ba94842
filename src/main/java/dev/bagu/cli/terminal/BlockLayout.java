package dev.bagu.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;

/**
 * Lays out the blocks of a Markdown tree as lines: a block knows its width, its container puts the
 * indent in front.
 *
 * <p>Between two blocks stands a blank line, except where the source has none before a list, a
 * label line or an item. What a block looks like never depends on what comes after it, so that the
 * lines of a text that is still arriving can be printed as they are.
 */
final class BlockLayout {
  /** Containers nested deeper are shown as their bare text; keeps hostile text off the stack. */
  private static final int DEEPEST = 24;

  /** Columns that are left to a text however deep it is nested. */
  private static final int NARROWEST = 10;

  private static final String CODE_INDENT = "    ";

  private final TerminalMode mode;

  BlockLayout(TerminalMode mode) {
    this.mode = mode;
  }

  /** The lines of all blocks in a container, in order. */
  List<String> blocks(Node container, int width, int depth) {
    List<String> lines = new ArrayList<>();
    Node above = null;
    for (Node node = container.getFirstChild(); node != null; node = node.getNext()) {
      List<String> block = block(node, Math.max(NARROWEST, width), depth);
      if (block.isEmpty()) {
        continue;
      }
      if (above != null && isApart(above, node)) {
        lines.add("");
      }
      lines.addAll(block);
      above = node;
    }
    return lines;
  }

  /** The lines of one block at the top level. */
  List<String> lines(Node block, int width) {
    return block(block, width, 0);
  }

  private static boolean isApart(Node above, Node below) {
    boolean runsOn = below instanceof ListBlock || above instanceof Heading;
    return !runsOn || MarkdownTree.isBlankBetween(above, below);
  }

  private List<String> block(Node node, int width, int depth) {
    if (depth > DEEPEST) {
      return DisplayWidth.wrap(Sanitizer.clean(NodeText.of(node)), width);
    } else if (node instanceof Heading heading) {
      return heading(heading, width);
    } else if (node instanceof ListBlock list) {
      return list(list, width, depth);
    } else if (node instanceof BlockQuote) {
      String bar = mode.isColour() ? mode.paint(Style.DIM, "│ ") : "> ";
      return prefixed(blocks(node, width - 2, depth + 1), bar, bar);
    } else if (node instanceof FencedCodeBlock code) {
      return code(code.getLiteral());
    } else if (node instanceof IndentedCodeBlock code) {
      return code(code.getLiteral());
    } else if (node instanceof TableBlock table) {
      return new TableLayout(mode, width).lines(table);
    } else if (node instanceof FormulaBlock formula) {
      return formula(formula, width);
    } else if (node instanceof HtmlBlock html) {
      return html(html.getLiteral(), width);
    } else if (node instanceof ThematicBreak) {
      return List.of(mode.paint(Style.DIM, (mode.isColour() ? "─" : "-").repeat(width / 2)));
    } else if (node instanceof LinkReferenceDefinition) {
      return List.of();
    }
    return wrap(InlineText.of(node, mode, Style.PLAIN), width);
  }

  /** Bold where colours are on; else underlined (levels 1 and 2) or with its number signs. */
  private List<String> heading(Heading heading, int width) {
    Style style = heading.getLevel() == 1 ? Style.BOLD.with(Style.UNDERLINE) : Style.BOLD;
    List<Span> spans = InlineText.of(heading, mode, style);
    if (mode.isColour()) {
      return wrap(spans, width);
    }
    if (heading.getLevel() > 2) {
      String mark = "#".repeat(heading.getLevel()) + " ";
      return prefixed(wrap(spans, width - mark.length()), mark, " ".repeat(mark.length()));
    }
    List<String> lines = new ArrayList<>(wrap(spans, width));
    int widest = lines.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    lines.add((heading.getLevel() == 1 ? "=" : "-").repeat(Math.min(width, Math.max(1, widest))));
    return lines;
  }

  private List<String> list(ListBlock list, int width, int depth) {
    List<String> lines = new ArrayList<>();
    Integer start = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
    int number = start == null ? 1 : start;
    Node above = null;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String mark = list instanceof BulletList ? bullet(list) : number++ + ". ";
      String indent = " ".repeat(DisplayWidth.of(mark));
      List<String> inner = blocks(item, width - indent.length(), depth + 1);
      if (above != null && MarkdownTree.isBlankBetween(above, item)) {
        lines.add("");
      }
      lines.addAll(inner.isEmpty() ? List.of(mark.strip()) : prefixed(inner, mark, indent));
      above = item;
    }
    return lines;
  }

  private String bullet(Node list) {
    if (!mode.isColour()) {
      return "- ";
    }
    int level = 0;
    for (Node node = list.getParent(); node != null && level < 2; node = node.getParent()) {
      level += node instanceof ListItem ? 1 : 0;
    }
    return List.of("• ", "◦ ", "▪ ").get(level);
  }

  /** Code stands as it is, indented, never broken; tabs become four spaces. */
  private List<String> code(String literal) {
    String code = Sanitizer.clean(literal.stripTrailing()).replace("\t", "    ");
    return code.lines()
        .map(line -> line.isEmpty() ? "" : CODE_INDENT + mode.paint(Style.CODE, line))
        .toList();
  }

  private List<String> formula(FormulaBlock formula, int width) {
    List<String> lines = new ArrayList<>();
    String shown = Sanitizer.clean(LatexText.of(formula.latex()));
    for (String line : shown.split("\n", -1)) {
      List<Span> spans = List.of(new Span(line.strip(), mode.style(Style.FORMULA), true));
      lines.addAll(prefixed(wrap(spans, width - 4), CODE_INDENT, CODE_INDENT + "  "));
    }
    if (!formula.after().isEmpty()) {
      lines.addAll(DisplayWidth.wrap(Sanitizer.clean(formula.after()), width));
    }
    return lines;
  }

  /** Closed comments are hidden; every other piece of HTML is text. */
  private static List<String> html(String literal, int width) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int open = literal.indexOf("<!--"); open >= 0; open = literal.indexOf("<!--", from)) {
      int close = literal.indexOf("-->", open + 4);
      if (close < 0) {
        break;
      }
      kept.append(literal, from, open);
      from = close + 3;
    }
    String text = kept.append(literal.substring(from)).toString().strip();
    return text.isEmpty() ? List.of() : DisplayWidth.wrap(Sanitizer.clean(text), width);
  }

  private static List<String> wrap(List<Span> spans, int width) {
    return LineBreaker.wrap(spans, width).stream().map(Span::paint).toList();
  }

  private static List<String> prefixed(List<String> lines, String first, String rest) {
    List<String> prefixed = new ArrayList<>();
    for (String line : lines) {
      String prefix = prefixed.isEmpty() ? first : rest;
      prefixed.add(line.isEmpty() ? prefix.stripTrailing() : prefix + line);
    }
    return prefixed;
  }
}
