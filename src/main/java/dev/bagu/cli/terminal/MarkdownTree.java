package dev.bagu.cli.terminal;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Parses Markdown (CommonMark with GitHub's tables and with formulas) into its tree.
 *
 * <p>The parser is built on first use: a command that prints no Markdown never loads it. Blocks
 * know their source lines, counted from 0.
 */
final class MarkdownTree {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .customInlineContentParserFactory(new FormulaParsers.Inline())
          .customBlockParserFactory(new FormulaParsers.OwnLines())
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private MarkdownTree() {}

  /** The document node of the Markdown; never null. */
  static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }

  /** Whether the source has a blank line between two neighbouring blocks. */
  static boolean isBlankBetween(Node above, Node below) {
    return firstLine(below) - lastLine(above) > 1;
  }

  /** The first source line of a block, from 0. */
  static int firstLine(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : spans.get(0).getLineIndex();
  }

  /** The last line with text in it: containers may own blank lines after their text. */
  private static int lastLine(Node node) {
    Node last = node;
    while (last.getLastChild() instanceof Block) {
      last = last.getLastChild();
    }
    List<SourceSpan> spans = last.getSourceSpans();
    for (int i = spans.size() - 1; i >= 0; i--) {
      if (spans.get(i).getLength() > 0) {
        return spans.get(i).getLineIndex();
      }
    }
    return firstLine(node);
  }
}
