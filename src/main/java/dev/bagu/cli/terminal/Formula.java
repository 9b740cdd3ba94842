package dev.bagu.cli.terminal;

import org.commonmark.node.CustomNode;

/**
 * A formula inside a paragraph, as a node of the Markdown tree.
 *
 * <p>Example: {@code $r \ll d$} has the LaTeX {@code r \ll d} and is not displayed on its own line.
 */
final class Formula extends CustomNode {
  private final String latex;
  private final boolean display;

  Formula(String latex, boolean display) {
    this.latex = latex;
    this.display = display;
  }

  /** The source between the marks. */
  String latex() {
    return latex;
  }

  /** Whether it was written with {@code $$}, that is, on a line of its own. */
  boolean isDisplay() {
    return display;
  }
}
