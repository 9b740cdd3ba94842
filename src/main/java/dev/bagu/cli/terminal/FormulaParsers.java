package dev.bagu.cli.terminal;

import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Teaches commonmark that formulas are not Markdown, so that {@code $a_{i} b_{j}$} does not become
 * italic and an escaped brace keeps its backslash.
 *
 * <p>A displayed formula begins on a line with {@code $$} or {@code \[} and ends at its closing
 * mark, at a blank line, or with its container.
 */
final class FormulaParsers {
  private FormulaParsers() {}

  /** Finds formulas inside paragraphs. */
  static final class Inline implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$', '\\');
    }

    @Override
    public InlineContentParser create() {
      return Inline::parse;
    }

    private static ParsedInline parse(InlineParserState state) {
      Scanner scanner = state.scanner();
      Position start = scanner.position();
      if (scanner.peek() == '\\') {
        scanner.next();
        boolean opens = scanner.peek() == '(';
        scanner.setPosition(start);
        if (!opens) {
          return ParsedInline.none();
        }
      }
      for (int i = 0; i < FormulaMarks.LONGEST && scanner.hasNext(); i++) {
        scanner.next();
      }
      String ahead = scanner.getSource(start, scanner.position()).getContent();
      scanner.setPosition(start);
      boolean dollars = ahead.charAt(0) == '$';
      int end =
          dollars ? FormulaMarks.endOfDollars(ahead, 0) : FormulaMarks.endOfParentheses(ahead, 0);
      if (end == 0) {
        return ParsedInline.none();
      }
      for (int i = 0; i < end; i++) {
        scanner.next();
      }
      boolean display = ahead.startsWith("$$");
      int mark = display || !dollars ? 2 : 1;
      String latex = ahead.substring(mark, end - mark);
      return ParsedInline.of(new Formula(latex, display), scanner.position());
    }
  }

  /** Finds formulas on lines of their own. */
  static final class OwnLines implements BlockParserFactory {
    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      int from = state.getNextNonSpaceIndex();
      String line = state.getLine().getContent().toString();
      String closing = line.startsWith("$$", from) ? "$$" : "\\]";
      if (state.getIndent() >= 4
          || !(line.startsWith("$$", from) || line.startsWith("\\[", from))) {
        return BlockStart.none();
      }
      String rest = line.substring(from + 2);
      int end = rest.indexOf(closing);
      boolean ownLine = end < 0 ? closing.equals("$$") || rest.isBlank() : isEnd(rest, end + 2);
      return ownLine ? BlockStart.of(new Lines(closing)).atIndex(from + 2) : BlockStart.none();
    }

    private static boolean isEnd(String rest, int from) {
      return rest.substring(from).strip().length() <= 1;
    }
  }

  /** Gathers the lines of one displayed formula. */
  private static final class Lines extends AbstractBlockParser {
    private final FormulaBlock block = new FormulaBlock();
    private final StringBuilder source = new StringBuilder();
    private final String closing;

    Lines(String closing) {
      this.closing = closing;
    }

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return block.isClosed() || state.isBlank()
          ? BlockContinue.none()
          : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
      source.append(line.getContent()).append('\n');
      int end = source.indexOf(closing);
      if (end >= 0) {
        String after = source.substring(end + closing.length()).strip();
        block.set(source.substring(0, end), after, true);
      } else {
        block.set(source.toString(), "", false);
      }
    }
  }
}
