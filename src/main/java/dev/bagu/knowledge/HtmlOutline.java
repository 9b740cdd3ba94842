package dev.bagu.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The words of a web page as lines, each with its line in the HTML file, and its headings.
 *
 * <p>Only the main part of the page is read: the one {@code main} or {@code article} that holds
 * most of its words, without scripts, navigation, forms and footers. Lists, tables and code come
 * out in Markdown's marks, formulas of KaTeX and MathJax in dollars, so that chunks are cut as in
 * Markdown.
 *
 * <p>Example: {@code <h2>背景</h2>} on line 7 is the heading 背景, its line number 7.
 */
final class HtmlOutline implements NodeVisitor {
  private static final String FURNITURE =
      "script,style,nav,footer,aside,noscript,form,button,svg,iframe,template,head,select,dialog,"
          + "[hidden],[aria-hidden=true]:not(.katex-html),[role=navigation],[role=banner],"
          + ".katex-html,.MathJax_Preview,.MathJax";
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  /** The first character of the Chinese blocks and their punctuation. */
  private static final char WIDE = '\u2E80';

  private final List<String> lines = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private final List<Heading> headings = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int number = 1;
  private final Deque<Integer> items = new ArrayDeque<>();
  private int depthOfPre;
  private int depthOfItems;
  private String mark = "";

  private HtmlOutline() {}

  /** The outline of a page; the charset is the one it declares, else the one it reads as. */
  static Outline of(byte[] bytes) throws Unreadable {
    Document page = parse(bytes);
    page.select(FURNITURE).remove();
    HtmlOutline outline = new HtmlOutline();
    NodeTraversor.traverse(outline, main(page));
    outline.flush();
    return new Outline(SourceText.numbered(outline.lines, outline.numbers), outline.headings);
  }

  private static Document parse(byte[] bytes) throws Unreadable {
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    String text;
    try {
      text = TextDecoder.decode(bytes);
    } catch (Unreadable e) {
      try {
        return Jsoup.parse(new ByteArrayInputStream(bytes), null, "", parser);
      } catch (IOException | RuntimeException other) {
        throw e;
      }
    }
    return parser.parseInput(text, "");
  }

  private static Element main(Document page) {
    Element body = page.body();
    int all = body.text().length();
    for (String css : List.of("main", "article", "#content_views", "[role=main]")) {
      Elements found = page.select(css);
      if (found.size() == 1 && found.text().length() * 2 >= all) {
        return found.get(0);
      }
    }
    return body;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words);
    } else if (node instanceof Element element) {
      open(element);
    }
  }

  private void open(Element element) {
    String name = element.normalName();
    switch (name) {
      case "br" -> flush();
      case "pre" -> {
        paragraph();
        put("```");
        depthOfPre++;
      }
      case "li" -> {
        flush();
        mark = itemMark();
        depthOfItems++;
      }
      case "tr" -> {
        flush();
        mark = "| ";
      }
      case "annotation" -> line.append('$');
      case "ul", "ol" -> {
        items.push(name.equals("ol") ? 0 : -1);
        block();
      }
      case "p", "table", "blockquote", "dl" -> {
        if (mark.isEmpty()) {
          block();
        }
      }
      default -> {
        if (HEADINGS.contains(name)) {
          paragraph();
        } else if (element.isBlock() && !name.equals("td") && !name.equals("th")) {
          flush();
        } else if (element.hasAttr("data-tex")) {
          line.append('$').append(element.attr("data-tex")).append('$');
          element.empty();
        }
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    String name = element.normalName();
    switch (name) {
      case "pre" -> {
        flush();
        depthOfPre--;
        put("```");
        paragraph();
      }
      case "td", "th" -> line.append(" | ");
      case "tr" -> row(element);
      case "annotation" -> line.append('$');
      case "li" -> {
        flush();
        mark = "";
        depthOfItems--;
      }
      case "ul", "ol" -> {
        flush();
        items.pop();
      }
      default -> {
        if (HEADINGS.contains(name)) {
          heading(element);
        } else if (element.isBlock()) {
          flush();
        }
      }
    }
  }

  private void heading(Element element) {
    String words = line.toString().strip();
    if (!words.isEmpty()) {
      int level = element.normalName().charAt(1) - '0';
      headings.add(new Heading(level, words, lines.size(), lines.size() + 1));
    }
    flush();
    paragraph();
  }

  private void row(Element element) {
    int cells = element.childrenSize();
    boolean head = element.previousElementSibling() == null && element.select("th").size() == cells;
    flush();
    if (head && cells > 0) {
      put("|" + " --- |".repeat(cells));
    }
  }

  /** The mark of the next item: a number in a numbered list (whose count is kept), else a dash. */
  private String itemMark() {
    String indent = "  ".repeat(Math.min(depthOfItems, 20));
    if (items.isEmpty() || items.peek() < 0) {
      return indent + "- ";
    }
    int number = items.pop() + 1;
    items.push(number);
    return indent + number + ". ";
  }

  private void append(TextNode node) {
    if (depthOfPre > 0) {
      String[] code = node.getWholeText().split("\n", -1);
      for (int i = 0; i < code.length; i++) {
        if (i > 0) {
          put(line.toString());
          line.setLength(0);
          number++;
        } else if (line.isEmpty()) {
          number = startLine(node);
        }
        line.append(code[i]);
      }
      return;
    }
    String words = unwrapped(node.getWholeText());
    if (words.isBlank() && line.isEmpty()) {
      return;
    }
    if (line.isEmpty()) {
      number = startLine(node) + leadingLines(node.getWholeText());
    }
    line.append(line.isEmpty() ? words.stripLeading() : words);
  }

  /** White space as a browser shows it; a line end between two Chinese characters is none. */
  private static String unwrapped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean line = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int last = out.length() - 1;
      if (Character.isWhitespace(c) || c == '\u00A0') {
        line |= c == '\n';
        if (last < 0 || out.charAt(last) != ' ') {
          out.append(' ');
        }
        continue;
      }
      if (line && last > 0 && c >= WIDE && out.charAt(last - 1) >= WIDE) {
        out.setLength(last);
      }
      out.append(c);
      line = false;
    }
    return out.toString();
  }

  private int startLine(Node node) {
    return node.sourceRange().isTracked() ? node.sourceRange().start().lineNumber() : number;
  }

  private static int leadingLines(String text) {
    int lines = 0;
    for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
      lines += text.charAt(i) == '\n' ? 1 : 0;
    }
    return lines;
  }

  private void flush() {
    String words = depthOfPre > 0 ? line.toString() : line.toString().strip();
    if (!words.isBlank()) {
      put(mark + words);
      mark = "";
    }
    line.setLength(0);
  }

  /** Begins a block: after a blank line, but inside a list item on the next line. */
  private void block() {
    if (depthOfItems > 0) {
      flush();
    } else {
      paragraph();
    }
  }

  /** Ends the line and, unless one is there, adds a blank one. */
  private void paragraph() {
    flush();
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
      put("");
    }
  }

  private void put(String words) {
    lines.add(words);
    numbers.add(number);
  }
}
