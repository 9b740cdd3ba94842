package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is quoted at once, verbatim, with the lines it stands on: a sentence, or a code block, table
 * or numbered list as a whole. A sentence that leads in to something ({@code 分两步：}) goes with it.
 *
 * @param text raw
 * @param span file, heading and its own lines
 */
public record Line(String text, SourceSpan span) {
  /**
   * A label such as {@code **一句话**：} in front of a sentence: it belongs to the page, not to what it
   * says.
   */
  private static final Pattern LABEL = Pattern.compile("\\A\\*\\*[^*\\n]{1,12}\\*\\*\\s*[：:]\\s*");

  private static final Pattern NUMBERED = Pattern.compile("\\s*\\d{1,3}[.、)](?!\\d).*");

  private enum Kind {
    PROSE,
    CODE,
    TABLE,
    NUMBERED
  }

  private record Block(Kind kind, int start, int end) {}

  /** The lines of a chunk, in order; all of it stands in one of them. */
  public static List<Line> of(Chunk chunk) {
    List<Line> lines = new ArrayList<>();
    List<Block> blocks = blocks(chunk.text());
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.kind() != Kind.PROSE) {
        lines.add(of(chunk, block.start(), block.end()));
      } else if (prose(chunk, block, i + 1 < blocks.size() ? blocks.get(i + 1) : null, lines)) {
        i++;
      }
    }
    return lines;
  }

  /** A sentence without such a label. */
  public static String unlabelled(String sentence) {
    return LABEL.matcher(sentence).replaceFirst("");
  }

  /** Adds the sentences of a block; true where its last one leads in to the next and took it. */
  private static boolean prose(Chunk chunk, Block block, @Nullable Block next, List<Line> lines) {
    String all = chunk.text();
    List<Sentences.Range> ranges = Sentences.ranges(all.substring(block.start(), block.end()));
    for (int i = 0; i < ranges.size(); i++) {
      int start = block.start() + ranges.get(i).start();
      int end = block.start() + ranges.get(i).end();
      Matcher label = LABEL.matcher(all.substring(start, end));
      start += label.find() ? label.end() : 0;
      boolean leadsIn = "：:".indexOf(all.charAt(end - 1)) >= 0;
      boolean last = i == ranges.size() - 1;
      if (leadsIn && !(last && next == null)) {
        lines.add(of(chunk, start, last && next != null ? next.end() : block.end()));
        return last;
      }
      lines.add(of(chunk, start, end));
    }
    return false;
  }

  private static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    Kind kind = Kind.PROSE;
    String fence = "";
    for (int at = 0; at < text.length(); ) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline + 1;
      String line = text.substring(at, end).strip();
      boolean mark = line.startsWith("```") || line.startsWith("~~~");
      if (!fence.isEmpty()) {
        fence = line.startsWith(fence) ? "" : fence;
        if (fence.isEmpty()) {
          blocks.add(new Block(kind, start, end));
          start = end;
          kind = Kind.PROSE;
        }
      } else {
        Kind now = kind(text.substring(at, end), mark, kind);
        if (now != kind || line.isEmpty()) {
          blocks.add(new Block(kind, start, at));
          start = at;
          kind = now;
        }
        fence = mark ? line.substring(0, 3) : "";
      }
      at = end;
    }
    blocks.add(new Block(kind, start, text.length()));
    blocks.removeIf(block -> text.substring(block.start(), block.end()).isBlank());
    return blocks;
  }

  private static Kind kind(String line, boolean mark, Kind before) {
    if (mark) {
      return Kind.CODE;
    }
    if (line.stripLeading().startsWith("|")) {
      return Kind.TABLE;
    }
    boolean wrapped =
        before == Kind.NUMBERED && !line.isBlank() && Character.isWhitespace(line.charAt(0));
    return wrapped || NUMBERED.matcher(line.stripTrailing()).matches() ? Kind.NUMBERED : Kind.PROSE;
  }

  /** A stretch of a chunk, without the empty space around it; a block keeps its indentation. */
  private static Line of(Chunk chunk, int from, int to) {
    String all = chunk.text();
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(all.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(all.charAt(end - 1))) {
      end--;
    }
    while (start > from && " \t".indexOf(all.charAt(start - 1)) >= 0) {
      start--;
    }
    return new Line(all.substring(start, end), span(chunk, start, end));
  }

  /**
   * The lines of a stretch; those of the whole chunk where the file's lines are not the text's, as
   * in HTML.
   */
  private static SourceSpan span(Chunk chunk, int start, int end) {
    String all = chunk.text();
    SourceSpan span = chunk.span();
    if (newlines(all, 0, all.stripTrailing().length()) != span.endLine() - span.startLine()) {
      return span;
    }
    int first = span.startLine() + newlines(all, 0, start);
    return span.lines(first, first + newlines(all, start, end));
  }

  /** Whether it says something by itself: not a heading-like label, a lone formula or a rule. */
  public boolean says() {
    return text.codePoints().filter(Character::isLetterOrDigit).count() >= 8;
  }

  private static int newlines(String text, int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) {
      n += text.charAt(i) == '\n' ? 1 : 0;
    }
    return n;
  }
}
