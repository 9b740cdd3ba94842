package dev.bagu.check;

import dev.bagu.index.Hits;
import dev.bagu.index.IndexField;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.index.LateInteraction;
import dev.bagu.index.LexicalIndex;
import dev.bagu.index.TokenCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds what the rest of the knowledge says nearest to claims: chunks by vectors and words, their
 * sentences by the token codes that the index holds, so that only the nearest ones are encoded.
 */
final class Neighbourhood {
  /** How deep the index is searched for them: wordings and the entry's own chunks do not count. */
  private static final int DEPTH = 200;

  /** Chunks of a claim's neighbourhood that are looked at, by either way of finding them. */
  private static final int FOUND = 8;

  /** Chunks of it whose sentences are looked at. */
  private static final int READ = 3;

  /** Sentences of them that are read. */
  private static final int SENTENCES = 3;

  /** Sentences that are read for all claims of a draft together: a tenth of a second. */
  private static final int SENTENCES_IN_ALL = 24;

  /** What the claim's names count for: a sentence about another method is no evidence. */
  private static final double NAMED = 0.15;

  private final KnowledgeIndex index;
  private final StatementReader reader;

  Neighbourhood(KnowledgeIndex index, StatementReader reader) {
    this.index = index;
    this.reader = reader;
  }

  /**
   * The sentences nearest to claims, outside of some entries.
   *
   * @param entries ordinals of the entries whose statements are there already
   */
  List<Statement> to(Collection<Reading> claims, Set<Integer> entries) {
    Map<Integer, Piece> found = new TreeMap<>();
    Map<Integer, Map<String, Double>> scores = new TreeMap<>();
    List<Near> near = claims.parallelStream().map(claim -> near(claim, entries)).toList();
    for (Near each : near) {
      List<Scored> sentences = new ArrayList<>();
      for (int chunk : each.chunks()) {
        Piece piece = found.computeIfAbsent(chunk, this::piece);
        sentences.addAll(scored(chunk, piece, each.claim()));
      }
      sentences.stream()
          .sorted(Scored.BEST_FIRST)
          .limit(SENTENCES)
          .forEach(
              sentence ->
                  scores
                      .computeIfAbsent(sentence.chunk(), any -> new TreeMap<>())
                      .merge(sentence.words(), sentence.score(), Math::max));
    }
    List<Statement> statements = new ArrayList<>();
    double least = least(scores.values());
    found.forEach(
        (chunk, piece) -> {
          Map<String, Double> kept = scores.getOrDefault(chunk, Map.of());
          piece.sentences().keep(words -> kept.getOrDefault(words, -1.0) >= least);
          statements.addAll(piece.sentences().statements());
        });
    return statements;
  }

  /** The score that as many sentences reach as are read at the most. */
  private static double least(Collection<Map<String, Double>> scores) {
    double[] all =
        scores.stream()
            .flatMap(each -> each.values().stream())
            .mapToDouble(s -> s)
            .sorted()
            .toArray();
    return all.length > SENTENCES_IN_ALL ? all[all.length - SENTENCES_IN_ALL] : 0;
  }

  /** A claim, and the chunks nearest to it. */
  private record Near(LateInteraction claim, List<Integer> chunks) {}

  /** A chunk with its sentences, and the tokens of what was embedded of it. */
  private record Piece(StatementCollector sentences, String text, TokenCodes codes) {}

  private Piece piece(int chunk) {
    StatementCollector sentences =
        new StatementCollector(index.entry(index.entryOf(chunk)), reader::read);
    sentences.lines(index.chunk(chunk), Statement.Origin.ELSEWHERE);
    return new Piece(sentences, index.text(chunk), index.codes(chunk));
  }

  /** How well a sentence of a chunk covers a claim. */
  private record Scored(int chunk, String words, double score) {
    static final Comparator<Scored> BEST_FIRST =
        Comparator.comparingDouble((Scored each) -> -each.score()).thenComparing(Scored::words);
  }

  /** The sentences of a chunk, by the tokens of theirs that the index holds. */
  private static List<Scored> scored(int chunk, Piece piece, LateInteraction late) {
    TokenCodes codes = piece.codes();
    List<Scored> scored = new ArrayList<>();
    for (String words : piece.sentences().words()) {
      int at = piece.text().indexOf(words);
      int from = at < 0 ? 0 : firstToken(codes, at);
      int to = at < 0 ? codes.size() : firstToken(codes, at + words.length());
      scored.add(new Scored(chunk, words, late.score(codes, from, to)));
    }
    return scored;
  }

  /** The share of a claim's names that a chunk has. */
  private double named(Reading claim, int chunk) {
    if (claim.names().isEmpty()) {
      return 0;
    }
    String text = index.text(chunk).toLowerCase(Locale.ROOT);
    return (double) claim.names().stream().filter(text::contains).count() / claim.names().size();
  }

  private static int firstToken(TokenCodes codes, int character) {
    int at = Arrays.binarySearch(codes.starts(), character);
    return at < 0 ? -at - 1 : at;
  }

  /** The chunks nearest to one claim, by late interaction over what words and vectors find. */
  private Near near(Reading claim, Set<Integer> entries) {
    LateInteraction late = new LateInteraction(claim.encoding(), StatementReader.MODEL);
    int[] units = index.units(StatementReader.MODEL);
    Hits vectors = index.store(StatementReader.MODEL).nearest(claim.encoding().pooled(), DEPTH);
    Hits words =
        index
            .lexical()
            .bm25(
                IndexField.CHUNK_PAIRS,
                LexicalIndex.groups(IndexField.CHUNK_PAIRS, claim.encoded()),
                DEPTH);
    IntPredicate other =
        unit ->
            unit < index.chunkCount()
                && index.modelOf(unit) == StatementReader.MODEL
                && !entries.contains(index.entryOf(unit));
    IntStream found =
        IntStream.concat(
            Arrays.stream(vectors.ordinals()).map(row -> units[row]).filter(other).limit(FOUND),
            Arrays.stream(words.ordinals()).filter(other).limit(FOUND));
    List<Integer> nearest =
        found
            .distinct()
            .mapToObj(
                unit -> {
                  TokenCodes codes = index.codes(unit);
                  double score = late.score(codes, 0, codes.size());
                  return new Scored(unit, "", score + NAMED * named(claim, unit));
                })
            .sorted(Scored.BEST_FIRST.thenComparing(Scored::chunk))
            .limit(READ)
            .map(Scored::chunk)
            .toList();
    return new Near(late, nearest);
  }
}
