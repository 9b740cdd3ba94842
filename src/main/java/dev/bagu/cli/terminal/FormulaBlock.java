package dev.bagu.cli.terminal;

import org.commonmark.node.CustomBlock;

/** A formula on lines of its own: {@code $$ … $$} or {@code \[ … \]}, as a node of the tree. */
final class FormulaBlock extends CustomBlock {
  private String latex = "";
  private String after = "";
  private boolean closed;

  /** The source between the marks. */
  String latex() {
    return latex;
  }

  /** What stands after the closing mark on its line; mostly empty. */
  String after() {
    return after;
  }

  /** Whether the closing mark was found. */
  boolean isClosed() {
    return closed;
  }

  void set(String source, String rest, boolean isClosed) {
    this.latex = source;
    this.after = rest;
    this.closed = isClosed;
  }
}
