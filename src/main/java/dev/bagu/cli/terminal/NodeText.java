package dev.bagu.cli.terminal;

import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * The bare text under a node, without marks: for what is nested too deep to lay out, and to look
 * ahead. Walks without recursion.
 */
final class NodeText {
  private NodeText() {}

  /** The texts below the node (and its own) in order, blocks and line ends as one space. */
  static String of(Node top) {
    StringBuilder text = new StringBuilder();
    Node node = top;
    while (node != null) {
      text.append(literal(node));
      Node next = node.getFirstChild();
      while (next == null && node != null && node != top) {
        next = node.getNext();
        node = next == null ? node.getParent() : node;
      }
      node = next;
    }
    return text.toString();
  }

  private static String literal(Node node) {
    if (node instanceof Text text) {
      return text.getLiteral();
    } else if (node instanceof Code code) {
      return code.getLiteral();
    } else if (node instanceof Formula formula) {
      return formula.latex();
    } else if (node instanceof FormulaBlock formula) {
      return formula.latex();
    } else if (node instanceof FencedCodeBlock code) {
      return code.getLiteral();
    } else if (node instanceof IndentedCodeBlock code) {
      return code.getLiteral();
    } else if (node instanceof HtmlInline html) {
      return html.getLiteral();
    } else if (node instanceof HtmlBlock html) {
      return html.getLiteral();
    }
    return node.getFirstChild() == null && node.getPrevious() != null ? " " : "";
  }
}
