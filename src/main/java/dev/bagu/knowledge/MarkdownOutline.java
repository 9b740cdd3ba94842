package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Finds the headings of a Markdown file.
 *
 * <p>A CommonMark parser decides what is a heading, so {@code # comment} in a code fence or an HTML
 * comment is none. Inline parsing is switched off: headings need none of it, and it is what hostile
 * text slows down. Two corrections, because people write what CommonMark reads differently: a
 * heading inside a {@code $$} block is part of the formula ({@code =} alone on a line would
 * underline it), and a paragraph over a {@code ---} rule is a paragraph.
 *
 * <p>Example: {@code "# LoRA\n\n```\n# pip\n```\n## 背景"} has the headings LoRA and 背景.
 */
final class MarkdownOutline {
  /** Nested quotes or lists beyond this many are not followed: no person writes them. */
  private static final int DEEPEST = 50;

  /**
   * Longest paragraph that the parser gets, in lines: it copies the paragraph once a line, so that
   * a million lines without a blank one would never end.
   */
  private static final int PARAGRAPH = 200;

  /** Longest front matter, in lines; past that an opening {@code ---} is a rule. */
  private static final int FRONT_MATTER = 100;

  /** Longest formula block, in lines; past that an opening {@code $$} is a slip. */
  private static final int FORMULA = 200;

  /** Longest setext heading, in characters; longer text over a rule is a paragraph. */
  private static final int SETEXT = 100;

  private static final Pattern KEY = Pattern.compile("^([A-Za-z_][\\w-]{0,40})\\s*:\\s*(.*)$");
  private static final Pattern HTML_HEADING =
      Pattern.compile("^\\s*<h([1-6])\\b[^>]{0,200}>(.{1,300})</h[1-6]>\\s*$");
  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .inlineParserFactory(context -> (lines, block) -> {})
          .build();

  private MarkdownOutline() {}

  /** The outline of a Markdown file. */
  static Outline of(SourceText text) {
    int start = frontMatterEnd(text);
    Node root = PARSER.parse(parsable(text, start));
    BitSet formulas = formulas(text, root, start);
    List<Heading> headings = new ArrayList<>();
    for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof org.commonmark.node.Heading heading) {
        add(headings, heading, text, formulas);
      } else if (node instanceof HtmlBlock html) {
        addHtml(headings, html, text);
      }
    }
    return new Outline(text, headings, meta(text, start), start);
  }

  private static int frontMatterEnd(SourceText text) {
    if (text.size() == 0 || !text.line(0).strip().equals("---")) {
      return 0;
    }
    for (int i = 1; i < Math.min(text.size(), FRONT_MATTER); i++) {
      String line = text.line(i);
      if (line.strip().equals("---") || line.strip().equals("...")) {
        return i > 1 ? i + 1 : 0;
      }
      boolean inside = line.isBlank() || line.startsWith(" ") || line.startsWith("-");
      if (!inside && !line.startsWith("#") && !KEY.matcher(line).matches()) {
        return 0;
      }
    }
    return 0;
  }

  private static Map<String, String> meta(SourceText text, int end) {
    Map<String, String> meta = new LinkedHashMap<>();
    for (int i = 1; i < end - 1; i++) {
      Matcher m = KEY.matcher(text.line(i));
      if (m.matches()) {
        meta.putIfAbsent(m.group(1), unquoted(m.group(2).strip()));
      }
    }
    return meta;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** The text for the parser: front matter blanked, absurd nesting taken out, lines as they are. */
  private static String parsable(SourceText text, int start) {
    StringBuilder out = new StringBuilder();
    int run = 0;
    for (int i = 0; i < text.size(); i++) {
      String line = text.line(i);
      run = line.isBlank() ? 0 : run + 1;
      if (run > PARAGRAPH && plain(line)) {
        run = 0;
      } else if (i >= start) {
        out.append(nesting(line) > DEEPEST ? "x" : line);
      }
      out.append('\n');
    }
    return out.toString();
  }

  /** Whether a line can neither open nor close anything. */
  private static boolean plain(String line) {
    return !Lines.fence(line) && line.indexOf('#') < 0 && line.indexOf('-') < 0;
  }

  private static int nesting(String line) {
    int marks = 0;
    for (int i = 0; i < line.length() && marks <= DEEPEST; i++) {
      char c = line.charAt(i);
      if (c == '>' || c == '-' || c == '*' || c == '+') {
        marks++;
      } else if (c != ' ' && c != '\t' && c != '.' && c != ')' && !Character.isDigit(c)) {
        break;
      }
    }
    boolean rule = line.strip().chars().distinct().count() == 1 && line.indexOf('>') < 0;
    return rule ? 0 : marks;
  }

  private static BitSet formulas(SourceText text, Node root, int start) {
    BitSet code = new BitSet();
    for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FencedCodeBlock fenced) {
        code.set(first(fenced), last(fenced) + 1);
      }
    }
    BitSet formulas = new BitSet();
    for (int i = start; i < text.size(); i++) {
      if (!code.get(i) && Lines.opensFormula(text.line(i))) {
        int end = formulaEnd(text, code, i);
        if (end > 0) {
          formulas.set(i, end + 1);
          i = end;
        }
      }
    }
    return formulas;
  }

  private static int formulaEnd(SourceText text, BitSet code, int from) {
    for (int i = from + 1; i < Math.min(text.size(), from + FORMULA) && !code.get(i); i++) {
      if (Lines.closesFormula(text.line(i))) {
        return i;
      }
    }
    return -1;
  }

  private static void add(
      List<Heading> headings, org.commonmark.node.Heading node, SourceText text, BitSet formulas) {
    int from = first(node);
    int last = last(node);
    if (formulas.nextSetBit(from) >= from && formulas.nextSetBit(from) <= last) {
      return;
    }
    boolean setext = last > from;
    String raw = setext ? text.join(from, last) : atx(text.line(from));
    if (setext && (last - from > 1 || raw.length() > SETEXT)) {
      return;
    }
    headings.add(new Heading(node.getLevel(), Markup.heading(raw), from, last + 1));
  }

  private static String atx(String line) {
    String s = line.strip();
    int from = 0;
    while (from < s.length() && s.charAt(from) == '#') {
      from++;
    }
    int to = s.length();
    while (to > from && s.charAt(to - 1) == '#') {
      to--;
    }
    boolean closed = to == from || Character.isWhitespace(s.charAt(to - 1));
    return s.substring(from, closed ? to : s.length()).strip();
  }

  private static void addHtml(List<Heading> headings, HtmlBlock node, SourceText text) {
    int from = first(node);
    Matcher m = HTML_HEADING.matcher(text.line(from));
    if (m.matches()) {
      int level = m.group(1).charAt(0) - '0';
      headings.add(new Heading(level, Markup.heading(m.group(2)), from, from + 1));
    }
  }

  private static int first(Block node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.get(0).getLineIndex();
  }

  private static int last(Block node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.get(spans.size() - 1).getLineIndex();
  }
}
