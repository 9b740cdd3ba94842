package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an entry into chunks: whole sentences, whole code and tables, list items with the line that
 * leads in to them.
 *
 * <p>Every character of the parts that are cut stands in exactly one chunk, save pictures,
 * advertisements, comments and rules. A line longer than a chunk is cut between sentences; the
 * chunks then share its number. The last short piece goes to the chunk before it.
 *
 * <p>Example: a paragraph of 500 characters becomes two chunks, a table of 1,000 one.
 */
final class Chunker {
  /**
   * Characters that a chunk of prose should reach, at least. Below that an embedding says more of
   * the wording than of the matter.
   */
  static final int SHORTEST = 120;

  /**
   * Most characters of a chunk of prose: about 220 tokens of Chinese text, so that with its
   * headings it stays well within the 512 tokens of the Chinese embedding model and near the 256 of
   * the English one.
   */
  static final int LONGEST = 320;

  /** Most characters of a code block or table that stays whole; longer ones are cut at lines. */
  static final int LONGEST_WHOLE = 1200;

  private final SourceText text;
  private final Entry entry;
  private final List<Chunk> chunks = new ArrayList<>();

  private Chunker(SourceText text, Entry entry) {
    this.text = text;
    this.entry = entry;
  }

  /** The chunks of an entry, in the order of the file. */
  static List<Chunk> chunk(Cut cut, SourceText text) {
    Chunker chunker = new Chunker(text, cut.entry());
    for (Part part : cut.parts()) {
      chunker.part(part);
    }
    return chunker.chunks;
  }

  private void part(Part part) {
    Pieces pieces = new Pieces(text, part.from(), part.to());
    if (part.whole()) {
      add(pieces, 0, pieces.text().length());
      return;
    }
    for (List<Piece> group : packed(pieces.list())) {
      add(pieces, group.get(0).start(), group.get(group.size() - 1).end());
    }
  }

  private void add(Pieces pieces, int start, int end) {
    String raw = pieces.text().substring(start, end);
    String search = Markup.plain(Pieces.withoutNoise(raw));
    if (search.isBlank()) {
      search = raw.strip();
    }
    SourceSpan span =
        entry.span().lines(pieces.lineNumber(start), pieces.lineNumber(Math.max(start, end - 1)));
    chunks.add(new Chunk(entry.id() + "/" + chunks.size(), entry.id(), raw, search, span));
  }

  private static List<List<Piece>> packed(List<Piece> pieces) {
    List<List<Piece>> groups = new ArrayList<>();
    List<Piece> group = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!group.isEmpty() && !fits(group, piece)) {
        List<Piece> carried = leadIn(group, piece);
        groups.add(group);
        group = carried;
      }
      group.add(piece);
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    mergeTail(groups);
    return groups;
  }

  private static boolean fits(List<Piece> group, Piece piece) {
    int size = piece.end() - group.get(0).start();
    int before = group.get(group.size() - 1).end() - group.get(0).start();
    if (piece.afterGap()) {
      return false;
    }
    return switch (piece.kind()) {
      case FORMULA -> size <= 2 * LONGEST;
      case CODE, TABLE ->
          size <= LONGEST || (before < SHORTEST && size <= LONGEST_WHOLE + SHORTEST);
      default -> size <= LONGEST || (before < SHORTEST && size <= LONGEST + SHORTEST);
    };
  }

  /** Takes a lead-in such as "分两步：" off the end of a full group, so that it stays with its list. */
  private static List<Piece> leadIn(List<Piece> group, Piece next) {
    List<Piece> carried = new ArrayList<>();
    Piece last = group.get(group.size() - 1);
    boolean leads = next.kind() != Block.Kind.PROSE && !next.afterGap() && last.leadsIn();
    if (leads && group.size() > 1 && last.end() - last.start() < SHORTEST) {
      carried.add(group.remove(group.size() - 1));
    }
    return carried;
  }

  private static void mergeTail(List<List<Piece>> groups) {
    if (groups.size() < 2) {
      return;
    }
    List<Piece> tail = groups.get(groups.size() - 1);
    List<Piece> before = groups.get(groups.size() - 2);
    int size = tail.get(tail.size() - 1).end() - tail.get(0).start();
    int merged = tail.get(tail.size() - 1).end() - before.get(0).start();
    if (size < SHORTEST && merged <= LONGEST + SHORTEST && !tail.get(0).afterGap()) {
      before.addAll(tail);
      groups.remove(groups.size() - 1);
    }
  }
}
