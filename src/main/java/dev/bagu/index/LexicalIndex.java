package dev.bagu.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;

/**
 * BM25 and term coverage over chunks and over whole entries, in Lucene.
 *
 * <p>Chunk {@code i} is the document with ordinal {@code i}, entry {@code j} the one with ordinal
 * {@code chunks + j}. Safe for use by many threads.
 */
public final class LexicalIndex implements AutoCloseable {
  /**
   * BM25's term saturation and length normalisation: Robertson and Zaragoza, 2009, section 3.5
   * advise 1.2 and 0.75.
   */
  private static final float K1 = 1.2f;

  private static final BM25Similarity BM25 = new BM25Similarity(K1, 0.75f);

  /** Terms of one query that are looked up; the longest real question of the notes has 60. */
  private static final int MOST_TERMS = 256;

  private static final SearchAnalyzer PAIRS = new SearchAnalyzer(true);
  private static final SearchAnalyzer SINGLES = new SearchAnalyzer(false);

  private final MMapDirectory directory;
  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final int chunks;

  private LexicalIndex(MMapDirectory directory, IndexReader reader, int chunks) {
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setSimilarity(BM25);
    this.searcher.setQueryCache(null); // every query is asked once
    this.chunks = chunks;
  }

  /**
   * Opens an index.
   *
   * @param chunks how many chunks it holds: the ordinal of its first entry
   * @throws BrokenCache if it is damaged or missing
   */
  static LexicalIndex open(Path folder, int chunks) {
    try {
      MMapDirectory directory = new MMapDirectory(folder);
      return new LexicalIndex(directory, DirectoryReader.open(directory), chunks);
    } catch (IOException | IllegalArgumentException e) {
      throw new BrokenCache(folder, "cannot be opened", e);
    }
  }

  /** The terms into which a field cuts a text, in order, with repetitions. */
  public static List<String> terms(IndexField field, String text) {
    return (field.pairs() ? PAIRS : SINGLES).terms(text);
  }

  static SearchAnalyzer analyzer(IndexField field) {
    return field.pairs() ? PAIRS : SINGLES;
  }

  /** One group a distinct term of the text, each with weight 1. */
  public static List<TermGroup> groups(IndexField field, String text) {
    Set<String> distinct = new LinkedHashSet<>(terms(field, text));
    return distinct.stream().map(term -> new TermGroup(List.of(List.of(term)), 1)).toList();
  }

  /**
   * The best by BM25: the sum over the groups, of each its best alternative.
   *
   * @param most how many hits at the most
   */
  public Hits bm25(IndexField field, List<TermGroup> groups, int most) {
    return search(field, groups, most, (term, weight) -> boost(new TermQuery(term), weight));
  }

  /**
   * The best by BM25 as a share of the most that any text could reach, (0, 1): comparable between
   * queries.
   */
  public Hits saturation(IndexField field, List<TermGroup> groups, int most) {
    double all = groups.stream().mapToDouble(group -> idf(field, group) * group.weight()).sum();
    Hits hits = bm25(field, groups, most);
    float[] shares = hits.scores();
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) Math.min(1, shares[i] / Math.max(all * (K1 + 1), 1e-9));
    }
    return hits;
  }

  /**
   * The best by coverage: the share of the query's terms, weighted by IDF, that stand in the text
   * at least once; in (0, 1].
   */
  public Hits coverage(IndexField field, List<TermGroup> groups, int most) {
    double all = groups.stream().mapToDouble(group -> idf(field, group) * group.weight()).sum();
    Hits hits =
        search(
            field,
            groups,
            most,
            (term, weight) ->
                boost(new ConstantScoreQuery(new TermQuery(term)), weight * idf(term)));
    float[] shares = hits.scores();
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) Math.min(1, shares[i] / Math.max(all, 1e-9));
    }
    return hits;
  }

  /**
   * IDF of a term in a field, as BM25 counts it: {@code ln(1 + (N - n + 0.5) / (n + 0.5))}, above
   * 0.
   */
  public float idf(IndexField field, String term) {
    return idf(new Term(field.code(), term));
  }

  /** How many chunks or entries hold a term. */
  public int frequency(IndexField field, String term) {
    try {
      return reader.docFreq(new Term(field.code(), term));
    } catch (IOException e) {
      throw new BrokenCache(directory.getDirectory(), "cannot be read", e);
    }
  }

  /**
   * The term of a field that a mistyped word most likely stands for: at most two edits away (one
   * for short words), with the same first letter, the nearest one, then the most frequent. Empty
   * where the word itself is a term, is under four letters, or nothing is near.
   */
  public String nearest(IndexField field, String word) {
    List<String> cut = terms(field, word);
    if (cut.size() != 1 || cut.get(0).length() < 4 || frequency(field, cut.get(0)) > 0) {
      return "";
    }
    String term = cut.get(0);
    FuzzyQuery near = new FuzzyQuery(new Term(field.code(), term), term.length() < 6 ? 1 : 2, 1);
    String best = "";
    float bestScore = 0;
    try {
      Terms all = MultiTerms.getTerms(reader, field.code());
      if (all == null) {
        return "";
      }
      TermsEnum found = near.getTermsEnum(all);
      BoostAttribute closeness = found.attributes().addAttribute(BoostAttribute.class);
      while (found.next() != null) {
        // The boost falls with the distance; a term that stands in many entries wins among equals.
        float score = closeness.getBoost() + Math.min(0.1f, found.docFreq() / 1000f);
        if (score > bestScore) {
          bestScore = score;
          best = found.term().utf8ToString();
        }
      }
    } catch (IOException e) {
      throw new BrokenCache(directory.getDirectory(), "cannot be read", e);
    }
    return best;
  }

  /** Entries with exactly this wording, by {@link Wordings#key}; in order, most often none. */
  public int[] exact(String wording) {
    Query query = new TermQuery(new Term(LexicalWriter.EXACT, Wordings.key(wording)));
    return hits(query, 16, chunks).ordinals();
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new BrokenCache(directory.getDirectory(), "cannot be closed", e);
    }
  }

  private interface Leaf {
    Query of(Term term, float weight);
  }

  private Hits search(IndexField field, List<TermGroup> groups, int most, Leaf leaf) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (TermGroup group : strongest(field, groups)) {
      List<Query> ways = new ArrayList<>();
      for (List<String> alternative : group.alternatives()) {
        BooleanQuery.Builder terms = new BooleanQuery.Builder();
        // The terms of one alternative share the group's weight: a long translation is not worth
        // more than a short.
        float weight = group.weight() / alternative.size();
        for (String term : alternative) {
          terms.add(leaf.of(new Term(field.code(), term), weight), BooleanClause.Occur.SHOULD);
        }
        ways.add(terms.build());
      }
      all.add(
          ways.size() == 1 ? ways.get(0) : new DisjunctionMaxQuery(ways, 0),
          BooleanClause.Occur.SHOULD);
    }
    return hits(all.build(), most, field.findsChunks() ? 0 : chunks);
  }

  private List<TermGroup> strongest(IndexField field, List<TermGroup> groups) {
    if (groups.size() <= MOST_TERMS) {
      return groups;
    }
    return groups.stream()
        .sorted((a, b) -> Float.compare(idf(field, b), idf(field, a)))
        .limit(MOST_TERMS)
        .toList();
  }

  private Hits hits(Query query, int most, int first) {
    try {
      ScoreDoc[] docs = searcher.search(query, Math.max(1, most)).scoreDocs;
      int[] ordinals = new int[docs.length];
      float[] scores = new float[docs.length];
      for (int i = 0; i < docs.length; i++) {
        ordinals[i] = docs[i].doc - first;
        scores[i] = docs[i].score;
      }
      return new Hits(ordinals, scores);
    } catch (IOException e) {
      throw new BrokenCache(directory.getDirectory(), "cannot be read", e);
    }
  }

  private float idf(IndexField field, TermGroup group) {
    double best = 0;
    for (List<String> alternative : group.alternatives()) {
      double sum = alternative.stream().mapToDouble(term -> idf(field, term)).sum();
      best = Math.max(best, sum / Math.max(1, alternative.size()));
    }
    return (float) best;
  }

  private float idf(Term term) {
    try {
      long n = reader.docFreq(term);
      long all = Math.max(reader.getDocCount(term.field()), n);
      return (float) Math.log1p((all - n + 0.5) / (n + 0.5));
    } catch (IOException e) {
      throw new BrokenCache(directory.getDirectory(), "cannot be read", e);
    }
  }

  private static Query boost(Query query, float weight) {
    return weight == 1 ? query : new BoostQuery(query, weight);
  }
}
