package dev.bagu.check;

import dev.bagu.index.IndexField;
import dev.bagu.index.LexicalIndex;
import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.ClaimPair;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.KeyPoint;
import dev.bagu.knowledge.Line;
import dev.bagu.knowledge.Markup;
import dev.bagu.knowledge.Mistake;
import dev.bagu.knowledge.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Gathers the statements of one entry, each text once: quotations with their words, which are read
 * together at the end.
 */
final class StatementCollector {
  /** Sentences of an entry's text that are read for a draft. */
  private static final int BODY = 24;

  /** Pairs of known statements that are read for a claim. */
  private static final int SAID_OF_CLAIM = 3;

  /** Pairs of them that are read for a draft, beside the nearest one of each claim. */
  private static final int SAID = 20;

  /** What a text shares that holds all words of a claim: it is always read. */
  private static final double WHOLE = 1;

  /** Where known statements stand: never shown. */
  private static final String CLAIMS = "claims.md";

  private final Entry entry;
  private final Function<List<String>, List<Reading>> reader;
  private final List<SourceQuote> quotes = new ArrayList<>();
  private final List<Statement.Origin> origins = new ArrayList<>();
  private final List<String> plain = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<Integer> dropped = new TreeSet<>(Comparator.reverseOrder());

  /**
   * Gathers for an entry.
   *
   * @param reader takes texts apart, in their order
   */
  StatementCollector(Entry entry, Function<List<String>, List<Reading>> reader) {
    this.entry = entry;
    this.reader = reader;
  }

  /** What is gathered so far, without markup. */
  List<String> words() {
    return Collections.unmodifiableList(plain);
  }

  /** Key points, then mistakes with their right versions. */
  void lists() {
    for (KeyPoint point : entry.keyPoints()) {
      add(at(point.line()), point.text(), Statement.Origin.KEY_POINT);
    }
    for (Mistake mistake : entry.mistakes()) {
      add(at(mistake.line()), mistake.right(), Statement.Origin.CORRECTION);
      add(at(mistake.line()), mistake.wrong(), Statement.Origin.MISTAKE);
    }
  }

  /** Known right and wrong statements; they decide, but are no source to be quoted. */
  void pairs(List<ClaimPair> pairs) {
    for (ClaimPair pair : pairs) {
      add(pair, pair.right(), Statement.Origin.SAID_RIGHT);
      add(pair, pair.wrong(), Statement.Origin.SAID_WRONG);
    }
  }

  private void add(ClaimPair pair, String said, Statement.Origin origin) {
    SourceSpan span =
        new SourceSpan(CLAIMS, entry.id(), List.of(entry.id()), pair.line(), pair.line());
    add(span, said, origin);
  }

  private SourceSpan at(int line) {
    return entry.span().lines(line, line);
  }

  /** The lines of a chunk; of a table, list or code block each row by itself. */
  void lines(Chunk chunk, Statement.Origin origin) {
    for (Line line : Line.of(chunk)) {
      SourceSpan span = line.span();
      String[] rows = line.text().split("\n", -1);
      boolean inStep = rows.length == span.endLine() - span.startLine() + 1;
      for (int i = 0; i < rows.length; i++) {
        int at = inStep ? span.startLine() + i : span.startLine();
        if (!listed(at)) {
          add(inStep ? span.lines(at, at) : span, rows[i].strip(), origin);
        }
      }
    }
  }

  /** Whether a line of the file holds a key point, a mistake or a follow-up: not prose. */
  private boolean listed(int line) {
    return entry.keyPoints().stream().anyMatch(each -> each.line() == line)
        || entry.mistakes().stream().anyMatch(each -> each.line() == line)
        || entry.followUps().stream().anyMatch(each -> each.line() == line);
  }

  private void add(SourceSpan span, String quote, Statement.Origin origin) {
    String words = Markup.plain(quote).replace('\n', ' ').strip();
    boolean says = words.codePoints().filter(Character::isLetterOrDigit).count() >= 4;
    boolean reference = !entry.references().isEmpty() && words.contains(entry.references());
    boolean asks = words.endsWith("？") || words.endsWith("?");
    if (says && !reference && !asks && seen.add(words)) {
      quotes.add(new SourceQuote(span, quote));
      origins.add(origin);
      plain.add(words);
    }
  }

  private static Set<String> terms(String text) {
    return new HashSet<>(LexicalIndex.terms(IndexField.CHUNK_PAIRS, text));
  }

  /**
   * The share of a claim's terms that a text has, favouring short texts; {@link #WHOLE} where it
   * has all.
   */
  private static double shared(Set<String> terms, Set<String> claim) {
    long met = claim.stream().filter(terms::contains).count();
    return met == claim.size() && met > 0
        ? WHOLE
        : met / Math.sqrt((claim.size() + 1.0) * (terms.size() + 1.0));
  }

  /** Encoding is what a cold check waits for: statements that share little are left out. */
  void keepNear(List<String> claims) {
    List<Set<String>> wanted = claims.stream().map(StatementCollector::terms).toList();
    List<Set<String>> terms = plain.stream().map(StatementCollector::terms).toList();
    keepBody(terms, wanted);
    keepSaid(terms, wanted);
  }

  private void keepBody(List<Set<String>> terms, List<Set<String>> claims) {
    double[] shared =
        terms.stream()
            .mapToDouble(
                each -> claims.stream().mapToDouble(claim -> shared(each, claim)).max().orElse(0))
            .toArray();
    IntStream.range(0, shared.length)
        .filter(i -> origins.get(i) == Statement.Origin.BODY)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -shared[i]).thenComparing(i -> i))
        .skip(BODY)
        .filter(i -> shared[i] < WHOLE)
        .forEach(dropped::add);
  }

  /** Of the known statements those nearest to each claim in turn; the two of a pair together. */
  private void keepSaid(List<Set<String>> terms, List<Set<String>> claims) {
    Map<Integer, List<Integer>> pairs = new TreeMap<>();
    for (int i = 0; i < plain.size(); i++) {
      boolean wrong = origins.get(i) == Statement.Origin.SAID_WRONG;
      if (wrong || origins.get(i) == Statement.Origin.SAID_RIGHT) {
        int line = quotes.get(i).span().startLine();
        pairs.computeIfAbsent(line, any -> new ArrayList<>()).add(i);
      }
    }
    Set<List<Integer>> kept = new HashSet<>();
    List<List<List<Integer>>> nearest =
        claims.stream().map(claim -> nearest(pairs.values(), terms, claim)).toList();
    for (int rank = 0; rank < SAID_OF_CLAIM; rank++) {
      for (List<List<Integer>> each : nearest) {
        if (rank < each.size() && (rank == 0 || kept.size() < SAID)) {
          kept.add(each.get(rank));
        }
      }
    }
    pairs.values().stream().filter(pair -> !kept.contains(pair)).forEach(dropped::addAll);
  }

  private static List<List<Integer>> nearest(
      Collection<List<Integer>> pairs, List<Set<String>> terms, Set<String> claim) {
    Map<List<Integer>, Double> shared = new HashMap<>();
    for (List<Integer> pair : pairs) {
      double most = pair.stream().mapToDouble(i -> shared(terms.get(i), claim)).max().orElse(0);
      shared.put(pair, most);
    }
    return pairs.stream()
        .sorted(Comparator.comparingDouble((List<Integer> pair) -> -shared.getOrDefault(pair, 0.0)))
        .limit(SAID_OF_CLAIM)
        .toList();
  }

  /** Leaves out what is not wanted, by its words. */
  void keep(Predicate<String> wanted) {
    for (int i = 0; i < plain.size(); i++) {
      if (!wanted.test(plain.get(i))) {
        dropped.add(i);
      }
    }
  }

  List<Statement> statements() {
    drop();
    List<Reading> readings = reader.apply(plain);
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      if (readings.get(i).tokens() > 0) {
        statements.add(new Statement(quotes.get(i), origins.get(i), readings.get(i)));
      }
    }
    return statements;
  }

  private void drop() {
    for (int i : dropped) { // from the last to the first
      quotes.remove(i);
      origins.remove(i);
      plain.remove(i);
    }
    dropped.clear();
  }
}
