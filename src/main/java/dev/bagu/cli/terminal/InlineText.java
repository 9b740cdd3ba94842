package dev.bagu.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * The inline part of the Markdown tree as spans: what a paragraph, a heading or a table cell says.
 *
 * <p>Example: {@code **秩** 用 `r` 表示} is 秩 in bold, text, {@code r} in the colour of code (in
 * backticks where colours are off), text. Links are shown as their text with the address in
 * parentheses. Every text is sanitised here once more, because HTML entities (such as number 27,
 * ESC) are only decoded by the parser.
 */
final class InlineText {
  /** Nested deeper, emphasis is shown without its look; keeps hostile text off the stack. */
  private static final int DEEPEST = 40;

  private final TerminalMode mode;
  private final List<Span> spans = new ArrayList<>();

  private InlineText(TerminalMode mode) {
    this.mode = mode;
  }

  /** The spans of everything inside a block, in a look. */
  static List<Span> of(Node block, TerminalMode mode, Style style) {
    InlineText text = new InlineText(mode);
    text.children(block, mode.style(style), 0);
    return text.spans;
  }

  private void children(Node parent, Style style, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      node(node, style, depth);
    }
  }

  private void node(Node node, Style style, int depth) {
    if (depth > DEEPEST) {
      text(NodeText.of(node), style);
    } else if (node instanceof Text text) {
      emphasised(text.getLiteral(), style);
    } else if (node instanceof StrongEmphasis) {
      children(node, style.with(mode.style(Style.BOLD)), depth + 1);
    } else if (node instanceof Emphasis) {
      children(node, style.with(mode.style(Style.ITALIC)), depth + 1);
    } else if (node instanceof Code code) {
      String mark = mode.isColour() ? "" : "`";
      whole(mark + code.getLiteral() + mark, style.with(mode.style(Style.CODE)));
    } else if (node instanceof Formula formula) {
      formula(formula, style);
    } else if (node instanceof Link link) {
      link(link, style, depth);
    } else if (node instanceof Image image) {
      text("[", style);
      children(node, style, depth + 1);
      text("]", style);
      address(image.getDestination(), style);
    } else if (node instanceof HardLineBreak) {
      lineEnd();
    } else if (node instanceof SoftLineBreak) {
      softBreak(node, style);
    } else if (node instanceof HtmlInline html) {
      html(html.getLiteral(), style);
    } else {
      children(node, style, depth + 1);
    }
  }

  /**
   * Text that may hold {@code **…**} which CommonMark left alone because a Chinese character
   * follows a closing mark after punctuation: {@code **“低秩”**假设}. People and models write that as
   * bold.
   */
  private void emphasised(String text, Style style) {
    int from = 0;
    for (int open = text.indexOf("**"); open >= 0; open = text.indexOf("**", from)) {
      int close = text.indexOf("**", open + 2);
      if (close < 0) {
        break;
      }
      String inner = text.substring(open + 2, close);
      if (inner.isBlank() || inner.indexOf('*') >= 0 || !inner.equals(inner.strip())) {
        text(text.substring(from, close), style);
        from = close;
        if (text.startsWith("***", close)) {
          break;
        }
        continue;
      }
      text(text.substring(from, open), style);
      text(inner, style.with(mode.style(Style.BOLD)));
      from = close + 2;
    }
    text(text.substring(from), style);
  }

  private void formula(Formula formula, Style style) {
    String shown = LatexText.of(formula.latex());
    if (formula.isDisplay()) {
      lineEnd();
      for (String line : shown.split("\n", -1)) {
        whole("    " + line, style.with(mode.style(Style.FORMULA)));
        lineEnd();
      }
    } else {
      whole(shown.replace('\n', ' '), style.with(mode.style(Style.FORMULA)));
    }
  }

  private void link(Link link, Style style, int depth) {
    int from = spans.size();
    children(link, style.with(mode.style(Style.UNDERLINE)), depth + 1);
    StringBuilder shown = new StringBuilder();
    spans.subList(from, spans.size()).forEach(span -> shown.append(span.text()));
    String address = link.getDestination();
    if (!address.isEmpty() && !address.contentEquals(shown) && !address.equals("mailto:" + shown)) {
      address(address, style);
    }
  }

  private void address(String address, Style style) {
    text(" (", style);
    whole(address, style.with(mode.style(Style.DIM)));
    text(")", style);
  }

  /** Comments are hidden, {@code <br>} ends the line, other tags are shown. */
  private void html(String html, Style style) {
    if (html.startsWith("<!--")) {
      return;
    }
    if (html.matches("(?i)<br\\s*/?>")) {
      lineEnd();
    } else {
      text(html, style);
    }
  }

  /**
   * A line end of the source: kept after a Chinese sentence end or a colon and before a bold label,
   * where people mean it; between two Chinese characters it is nothing; else it is a space.
   */
  private void softBreak(Node node, Style style) {
    int before = spans.isEmpty() ? ' ' : lastCode(spans.get(spans.size() - 1).text());
    Node next = node.getNext();
    if ("。！？；：:".indexOf(before) >= 0 || next instanceof StrongEmphasis) {
      lineEnd();
      return;
    }
    String following = next == null ? "" : NodeText.of(next);
    int after = following.isEmpty() ? ' ' : following.codePointAt(0);
    boolean chinese = DisplayWidth.of(before) == 2 && DisplayWidth.of(after) == 2;
    text(chinese ? "" : " ", style);
  }

  private void lineEnd() {
    boolean begun = spans.isEmpty() || spans.get(spans.size() - 1).text().endsWith("\n");
    if (!begun) {
      spans.add(Span.of("\n", Style.PLAIN));
    }
  }

  private void text(String text, Style style) {
    String safe = flat(text);
    if (!safe.isEmpty()) {
      spans.add(Span.of(safe, style));
    }
  }

  private void whole(String text, Style style) {
    String safe = flat(text);
    if (!safe.isEmpty()) {
      spans.add(new Span(safe, style, true));
    }
  }

  private static String flat(String text) {
    return Sanitizer.clean(text).replace('\n', ' ').replace('\t', ' ');
  }

  private static int lastCode(String text) {
    return text.isEmpty() ? ' ' : text.codePointBefore(text.length());
  }
}
