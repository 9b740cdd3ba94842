package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A part of an entry as one text, taken apart into pieces that know their lines. */
final class Pieces {
  private final SourceText source;
  private final int from;
  private final String text;
  private final int[] starts;
  private final List<Piece> pieces = new ArrayList<>();
  private boolean gap;

  Pieces(SourceText source, int from, int to) {
    this.source = source;
    this.from = from;
    this.text = source.join(from, to);
    this.starts = new int[to - from + 1];
    for (int i = from; i < to; i++) {
      starts[i - from + 1] = starts[i - from] + source.line(i).length() + 1;
    }
    for (Block block : Block.of(source, from, to)) {
      add(block);
    }
  }

  /** The lines of the part joined with {@code \n}. */
  String text() {
    return text;
  }

  /** The pieces in order. */
  List<Piece> list() {
    return pieces;
  }

  /** The number of the line that an offset of {@link #text()} stands on. */
  int lineNumber(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    int line = at >= 0 ? at : -at - 2;
    return source.number(from + Math.min(line, starts.length - 2));
  }

  /** A raw text without its lines of noise; code stays as it is. */
  static String withoutNoise(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    String fence = "";
    for (String line : raw.split("\n", -1)) {
      if (fence.isEmpty() && Lines.fence(line)) {
        fence = Lines.fenceMark(line);
      } else if (!fence.isEmpty()) {
        fence = Lines.closesFence(line, fence) ? "" : fence;
      } else if (Block.noise(line)) {
        continue;
      }
      out.append(line).append('\n');
    }
    return out.toString();
  }

  private void add(Block block) {
    int start = starts[block.from() - from];
    int end = starts[block.to() - from] - 1;
    switch (block.kind()) {
      case NOISE -> gap |= !Boilerplate.picture(source.line(block.from()));
      case CODE, TABLE, FORMULA -> whole(block, start, end);
      default -> prose(block.kind(), start, end);
    }
  }

  private void piece(Block.Kind kind, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && text.charAt(from) == '\n') {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      char last = text.charAt(to - 1);
      pieces.add(new Piece(kind, from, to, gap, last == ':' || last == '：'));
      gap = false;
    }
  }

  private void whole(Block block, int start, int end) {
    if (end - start <= Chunker.LONGEST_WHOLE) {
      piece(block.kind(), start, end);
      return;
    }
    int open = start;
    for (int i = block.from(); i < block.to(); i++) {
      int lineEnd = starts[i - from + 1] - 1;
      if (lineEnd - open > Chunker.LONGEST_WHOLE) {
        int lineStart = starts[i - from];
        if (lineStart > open) {
          piece(block.kind(), open, lineStart - 1);
        }
        open = hardCut(block.kind(), lineStart, lineEnd, Chunker.LONGEST_WHOLE);
      }
    }
    piece(block.kind(), open, end);
  }

  private void prose(Block.Kind kind, int start, int end) {
    if (end - start <= Chunker.LONGEST) {
      piece(kind, start, end);
      return;
    }
    Block.Kind first = kind;
    int done = start;
    for (Sentences.Range range : Sentences.ranges(text.substring(start, end))) {
      int to = start + range.end();
      int open = hardCut(first, done, to, Chunker.LONGEST + Chunker.SHORTEST);
      piece(first, open, to);
      done = to;
      first = Block.Kind.PROSE;
    }
  }

  /** Cuts what is longer than {@code most} at commas or spaces; gives where the rest begins. */
  private int hardCut(Block.Kind kind, int start, int end, int most) {
    int open = start;
    while (end - open > most) {
      int cut = open + most;
      for (int i = cut; i > open + most / 2; i--) {
        if ("，,、;； \t".indexOf(text.charAt(i - 1)) >= 0) {
          cut = i;
          break;
        }
      }
      if (Character.isHighSurrogate(text.charAt(cut - 1))) {
        cut--;
      }
      piece(kind, open, cut);
      open = cut;
    }
    return open;
  }
}
