package dev.bagu.check;

import dev.bagu.index.Encoder;
import dev.bagu.index.EncoderPool;
import dev.bagu.index.Encoding;
import dev.bagu.index.Hits;
import dev.bagu.index.IndexField;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.index.LateInteraction;
import dev.bagu.index.LexicalIndex;
import dev.bagu.index.TextModel;
import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.ClaimPair;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.KeyPoint;
import dev.bagu.knowledge.Language;
import dev.bagu.knowledge.Line;
import dev.bagu.knowledge.Markup;
import dev.bagu.knowledge.Mistake;
import dev.bagu.knowledge.SourceSpan;
import dev.bagu.retrieval.HybridRetriever;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Reads what claims are held against: the statements of entries, and those near a claim elsewhere.
 */
final class StatementReader {
  private static final TextModel MODEL = TextModel.BGE_SMALL_ZH;

  /** Sentences of an entry's text that are read for a draft. */
  private static final int BODY = 24;

  /** Known statements that are read for a draft. */
  private static final int SAID = 16;

  /** What a text shares that holds all words of a claim: it is always read. */
  private static final double WHOLE = 1;

  /** Where known statements stand: never shown. */
  private static final String CLAIMS = "claims.md";

  /** Chunks of a claim's neighbourhood that are looked at, by either way of finding them. */
  private static final int FOUND = 8;

  /** Chunks of it that are read sentence by sentence. */
  private static final int READ = 2;

  /** Chunks that are read for all claims of a draft together: a fifth of a second on two cores. */
  private static final int READ_IN_ALL = 6;

  private final HybridRetriever retriever;
  private final KnowledgeIndex index;
  private final Encoder encoder;

  StatementReader(HybridRetriever retriever, EncoderPool encoders) {
    this.retriever = retriever;
    this.index = retriever.index();
    this.encoder = encoders.get(MODEL);
  }

  /** Texts taken apart, in their order, encoded together. */
  List<Reading> read(List<String> texts) {
    List<String> encoded = texts.stream().map(this::inChinese).toList();
    List<Encoding> encodings = texts.isEmpty() ? List.of() : encoder.encode(encoded);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      readings.add(Reading.of(texts.get(i), encoded.get(i), encodings.get(i)));
    }
    return readings;
  }

  private static Set<String> terms(String text) {
    return new HashSet<>(LexicalIndex.terms(IndexField.CHUNK_PAIRS, text));
  }

  /**
   * The largest share of any claim's terms that a text has, favouring short texts; {@link #WHOLE}
   * where it has all.
   */
  private static double shared(Set<String> terms, List<Set<String>> claims) {
    double most = 0;
    for (Set<String> claim : claims) {
      long met = claim.stream().filter(terms::contains).count();
      if (met == claim.size() && met > 0) {
        return WHOLE;
      }
      most = Math.max(most, met / Math.sqrt((claim.size() + 1.0) * (terms.size() + 1.0)));
    }
    return most;
  }

  private String inChinese(String text) {
    return Language.of(text) == Language.EN ? retriever.analysis(text).chinese() : text;
  }

  /** How much a token counts, by its id: its IDF over the units of the index, at least 0.3. */
  IntToDoubleFunction weights() {
    double units = index.unitCount();
    return id -> Math.max(0.3, Math.log((units + 1) / (index.tokenFrequency(MODEL, id) + 1)));
  }

  /**
   * The statements of an entry: key points, mistakes with their right versions, known statements,
   * then its text; of the last two only those that share most words with some claims.
   *
   * @param claims what will be held against them; empty for all statements
   */
  List<Statement> own(int entry, List<String> claims) {
    Collector found = new Collector(index.entry(entry));
    found.lists();
    found.pairs(index.claimPairs(entry));
    for (int chunk = index.firstChunk(entry); chunk < index.endChunk(entry); chunk++) {
      found.lines(index.chunk(chunk), Statement.Origin.BODY);
    }
    if (!claims.isEmpty() && !index.entry(entry).keyPoints().isEmpty()) {
      found.keepNear(claims);
    }
    return found.statements();
  }

  /** The text of an entry that also bears on the question: without its lists. */
  List<Statement> beside(int entry) {
    Collector found = new Collector(index.entry(entry));
    for (int chunk = index.firstChunk(entry); chunk < index.endChunk(entry); chunk++) {
      found.lines(index.chunk(chunk), Statement.Origin.BODY);
    }
    return found.statements();
  }

  /**
   * The statements of the chunks nearest to claims, outside of some entries.
   *
   * @param entries ordinals of the entries whose statements are there already
   */
  List<Statement> near(Collection<Reading> claims, Set<Integer> entries) {
    Map<Integer, Double> best = new HashMap<>();
    for (Reading claim : claims) {
      near(claim, entries).forEach((chunk, score) -> best.merge(chunk, score, Math::max));
    }
    List<Integer> chunks =
        best.keySet().stream()
            .sorted(
                Comparator.comparingDouble((Integer chunk) -> -best.getOrDefault(chunk, 0.0))
                    .thenComparing(chunk -> chunk))
            .limit(READ_IN_ALL)
            .sorted()
            .toList();
    List<Statement> statements = new ArrayList<>();
    Map<Integer, Collector> collectors = new TreeMap<>();
    for (int chunk : chunks) {
      collectors
          .computeIfAbsent(index.entryOf(chunk), e -> new Collector(index.entry(e)))
          .lines(index.chunk(chunk), Statement.Origin.ELSEWHERE);
    }
    collectors.values().forEach(each -> statements.addAll(each.statements()));
    return statements;
  }

  /** The chunks nearest to one claim, by late interaction over what words and vectors find. */
  private Map<Integer, Double> near(Reading claim, Set<Integer> entries) {
    Set<Integer> candidates = new LinkedHashSet<>();
    int[] units = index.units(MODEL);
    Hits vectors = index.store(MODEL).nearest(claim.encoding().pooled(), FOUND);
    Arrays.stream(vectors.ordinals()).map(row -> units[row]).forEach(candidates::add);
    Hits words =
        index
            .lexical()
            .bm25(
                IndexField.CHUNK_PAIRS,
                LexicalIndex.groups(IndexField.CHUNK_PAIRS, claim.encoded()),
                FOUND);
    Arrays.stream(words.ordinals()).forEach(candidates::add);
    candidates.removeIf(
        unit -> unit >= index.chunkCount() || entries.contains(index.entryOf(unit)));
    LateInteraction late = new LateInteraction(claim.encoding(), MODEL);
    Map<Integer, Double> scores = new HashMap<>();
    for (int unit : candidates) {
      if (index.modelOf(unit) == MODEL) {
        float[] reached = new float[late.queryTokens()];
        Arrays.fill(reached, -1);
        var codes = index.codes(unit);
        late.raise(codes, 0, codes.size(), reached);
        scores.put(unit, (double) LateInteraction.mean(reached));
      }
    }
    Map<Integer, Double> kept = new HashMap<>();
    scores.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(READ)
        .forEach(each -> kept.put(each.getKey(), each.getValue()));
    return kept;
  }

  /** Gathers the statements of one entry, each text once. */
  private final class Collector {
    private final Entry entry;
    private final List<SourceQuote> quotes = new ArrayList<>();
    private final List<Statement.Origin> origins = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<Integer> dropped = new TreeSet<>(Comparator.reverseOrder());

    Collector(Entry entry) {
      this.entry = entry;
    }

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

    /** Encoding is what a cold check waits for: statements that share little are left out. */
    void keepNear(List<String> claims) {
      List<Set<String>> wanted = claims.stream().map(StatementReader::terms).toList();
      double[] shared = new double[plain.size()];
      for (int i = 0; i < shared.length; i++) {
        shared[i] = shared(terms(plain.get(i)), wanted);
      }
      keep(shared, Set.of(Statement.Origin.BODY), BODY);
      for (int i = 0; i + 1 < shared.length; i++) {
        if (origins.get(i) == Statement.Origin.SAID_RIGHT
            && origins.get(i + 1) == Statement.Origin.SAID_WRONG) {
          shared[i] = Math.max(shared[i], shared[i + 1]); // the two of a pair stay together
          shared[i + 1] = shared[i];
        }
      }
      keep(shared, Set.of(Statement.Origin.SAID_RIGHT, Statement.Origin.SAID_WRONG), SAID);
    }

    private void keep(double[] shared, Set<Statement.Origin> kinds, int most) {
      List<Integer> of =
          IntStream.range(0, shared.length)
              .filter(i -> kinds.contains(origins.get(i)))
              .boxed()
              .toList();
      of.stream()
          .sorted(Comparator.comparingDouble((Integer i) -> -shared[i]).thenComparing(i -> i))
          .skip(most)
          .filter(i -> shared[i] < WHOLE)
          .forEach(dropped::add);
    }

    List<Statement> statements() {
      drop();
      List<Reading> readings = read(plain);
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
}
