package dev.bagu.retrieval;

import dev.bagu.index.EncoderPool;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.GlossaryRow;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds the passages that bear on a query, by meaning and by word, in Chinese and English.
 *
 * <p>As a LangChain4j {@code ContentRetriever} it serves any other application in one line; it
 * gives no content where the confidence is under the floor. Safe for use by many threads.
 */
public final class HybridRetriever implements ContentRetriever {
  /** Passages that LangChain4j's interface gives, which has no word for how many. */
  private static final int CONTENTS = 5;

  /**
   * A stored question is taken for the query's own at this probability: more likely right than
   * wrong.
   */
  private static final double SAME_QUESTION = 0.5;

  private final KnowledgeIndex index;
  private final EncoderPool encoders;
  private final QueryAnalyzer analyzer;
  private final NameFinder names;
  private final WordCoverage coverage;
  private final Weights weights;
  private final Ranker ranker;
  private final Confidence confidence;

  /** A retriever over an index, with the product's own weights. */
  public HybridRetriever(KnowledgeIndex index, EncoderPool encoders) {
    this(index, encoders, List.of(), Weights.bundled());
  }

  /**
   * A retriever over an index.
   *
   * @param names further terms with their names, beside those of the index: the bundled glossary
   *     for foreign documents
   * @param weights how signals and clues count
   */
  public HybridRetriever(
      KnowledgeIndex index, EncoderPool encoders, List<GlossaryRow> names, Weights weights) {
    List<GlossaryRow> rows = new ArrayList<>(index.glossary());
    rows.addAll(names);
    this.index = index;
    this.encoders = encoders;
    TermTable table = new TermTable(rows);
    this.analyzer = new QueryAnalyzer(table, index.lexical());
    this.names = new NameFinder(table);
    this.coverage = new WordCoverage(analyzer, index.lexical());
    this.weights = weights;
    this.ranker = new Ranker(weights);
    this.confidence = new Confidence(weights);
  }

  /** Reads the dictionaries, which the first query would wait for: for a thread of its own. */
  public static void warmUp() {
    Lexicon.get();
    Synonyms.get();
  }

  /** How a query is understood, without searching. */
  QueryAnalyzer.Understood understand(String query) {
    return analyzer.analyze(query);
  }

  /** How a text is understood: its language, its words in Chinese. */
  public QueryAnalysis analysis(String text) {
    return analyzer.analyze(text).analysis();
  }

  /** The names that stand in a text, in order. */
  public List<Mention> mentions(String text) {
    return names.find(text);
  }

  /**
   * How much of given words an entry has, in these or in other words, [0, 1].
   *
   * @param parts words and phrases; 1 for none
   */
  public double coverage(List<String> parts, Entry entry) {
    return coverage.of(parts, WordCoverage.whole(entry), true);
  }

  /** The same in these words alone. */
  public double literalCoverage(List<String> parts, Entry entry) {
    return coverage.of(parts, WordCoverage.whole(entry), false);
  }

  /** The same of its question and the other ways to ask it. */
  public double asks(List<String> parts, Entry entry) {
    return coverage.of(parts, WordCoverage.asked(entry), true);
  }

  /** The index that is searched. */
  public KnowledgeIndex index() {
    return index;
  }

  /**
   * Finds passages.
   *
   * @param query what a person typed
   * @param most how many passages at the most, at least 1
   * @param topics ids of the sections to search; empty for all
   */
  public Retrieval retrieve(String query, int most, Set<String> topics) {
    // 1. What is asked, in both languages
    QueryAnalyzer.Understood understood = analyzer.analyze(query);

    // 2. Candidates, and what every signal says of them
    List<Candidate> candidates =
        new SignalReader(index, encoders, understood, wanted(topics)).read();
    if (candidates.isEmpty()) {
      return new Retrieval(understood.analysis(), List.of(), 0, true, false);
    }

    // 3. Their order
    List<Ranker.Ranked> ranked = ranker.rank(candidates, understood.analysis().language());

    // 4. Whether they answer at all
    Map<String, Double> clues = new Clues(ranked, understood, index.lexical()).values();
    boolean exact = ranked.get(0).candidate().get(Signal.EXACT) > 0;
    double sure = exact ? 1 : confidence.of(clues);

    // 5. Passages
    List<Passage> passages = new ArrayList<>();
    for (Ranker.Ranked each : ranked.subList(0, Math.min(most, ranked.size()))) {
      passages.add(passage(passages.size() + 1, each));
    }
    boolean refused = sure < weights.floor();
    Passage first = passages.get(0);
    boolean stored =
        !refused && first.entry().isQuestion() && (exact || first.score() >= SAME_QUESTION);
    return new Retrieval(understood.analysis(), passages, sure, refused, stored);
  }

  /**
   * What is looked at for a query: for {@code --explain} of a whole ranking, and for fitting
   * weights.
   */
  public Observation observe(String query) {
    QueryAnalyzer.Understood understood = analyzer.analyze(query);
    List<Candidate> candidates =
        new SignalReader(index, encoders, understood, entry -> true).read();
    if (candidates.isEmpty()) {
      return new Observation(understood.analysis(), List.of(), Map.of());
    }
    Map<Signal, double[]> standardised = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      standardised.put(signal, Ranker.standardised(candidates, signal));
    }
    List<Ranker.Ranked> ranked = ranker.rank(candidates, understood.analysis().language());
    List<Observation.Candidate> rows = new ArrayList<>();
    for (Ranker.Ranked each : ranked) {
      int at = candidates.indexOf(each.candidate());
      Map<String, Double> raw = new LinkedHashMap<>();
      Map<String, Double> scaled = new LinkedHashMap<>();
      standardised.forEach(
          (signal, values) -> {
            raw.put(signal.label(), each.candidate().get(signal));
            scaled.put(signal.label(), values[at]);
          });
      rows.add(new Observation.Candidate(each.candidate().entry(), raw, scaled));
    }
    return new Observation(
        understood.analysis(), rows, new Clues(ranked, understood, index.lexical()).values());
  }

  @Override
  public List<Content> retrieve(Query query) {
    Retrieval retrieval = retrieve(query.text(), CONTENTS, Set.of());
    return retrieval.refused()
        ? List.of()
        : retrieval.passages().stream().map(HybridRetriever::content).toList();
  }

  private IntPredicate wanted(Set<String> topics) {
    return topics.isEmpty()
        ? entry -> true
        : entry -> topics.contains(index.entry(entry).section().id());
  }

  private Passage passage(int rank, Ranker.Ranked ranked) {
    Candidate candidate = ranked.candidate();
    List<Passage.Feature> features = new ArrayList<>();
    for (Signal signal : Signal.values()) {
      features.add(
          new Passage.Feature(
              signal.label(),
              candidate.get(signal),
              ranked.contributions().getOrDefault(signal, 0.0)));
    }
    Entry entry = index.entry(candidate.entry());
    int chunk =
        candidate.bestChunk() >= 0 ? candidate.bestChunk() : index.firstChunk(candidate.entry());
    boolean exact = candidate.get(Signal.EXACT) > 0;
    return new Passage(
        rank, ranked.share(), candidate.entry(), entry, index.chunk(chunk), exact, features);
  }

  private static Content content(Passage passage) {
    Metadata metadata =
        new Metadata()
            .put("entry", passage.entry().id())
            .put("file", passage.chunk().span().file())
            .put("heading", passage.chunk().span().heading())
            .put("start_line", passage.chunk().span().startLine())
            .put("end_line", passage.chunk().span().endLine());
    return Content.from(TextSegment.from(passage.chunk().text(), metadata));
  }
}
