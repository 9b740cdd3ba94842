package dev.bagu.retrieval;

import dev.bagu.index.EncoderPool;
import dev.bagu.index.Encoding;
import dev.bagu.index.Hits;
import dev.bagu.index.IndexField;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.index.LateInteraction;
import dev.bagu.index.PackedEmbeddingStore;
import dev.bagu.index.TermGroup;
import dev.bagu.index.TextModel;
import dev.bagu.index.TokenCodes;
import dev.bagu.index.Waiting;
import dev.bagu.knowledge.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;

/**
 * Gathers the candidates of a query and what every signal says of each.
 *
 * <p>The cheap signals search the whole index; late interaction, the dear one, looks only at the
 * candidates that the cheap ones put first.
 */
final class SignalReader {
  /**
   * How deep each cheap signal is searched: on the notes the top 40 of all signals hold a right
   * section for 98 %.
   */
  private static final int DEPTH = 400;

  private static final int CANDIDATES = 60;

  /** Entries that late interaction looks at. */
  private static final int LATE = 48;

  /** Chunks of one entry that late interaction looks at, the nearest by vector first. */
  private static final int LATE_CHUNKS = 6;

  private final KnowledgeIndex index;
  private final EncoderPool encoders;
  private final QueryAnalyzer.Understood query;
  private final IntPredicate wanted;
  private final Map<Integer, Candidate> candidates = new LinkedHashMap<>();

  /**
   * Reads signals for one query.
   *
   * @param wanted which entries may be found
   */
  SignalReader(
      KnowledgeIndex index,
      EncoderPool encoders,
      QueryAnalyzer.Understood query,
      IntPredicate wanted) {
    this.index = index;
    this.encoders = encoders;
    this.query = query;
    this.wanted = wanted;
  }

  /** All candidates, in the order of their entries. */
  List<Candidate> read() {
    for (int entry : index.lexical().exact(query.analysis().query())) {
      if (wanted.test(entry)) {
        candidate(entry).set(Signal.EXACT, 1);
      }
    }
    // By meaning on another thread, by word on this one: each takes about as long as the other.
    CompletableFuture<Nearest> meant =
        CompletableFuture.supplyAsync(
            () -> nearest(TextModel.BGE_SMALL_ZH, query.analysis().chinese()));
    words();
    Nearest chinese = Waiting.join(meant);
    take(chinese, Signal.CHUNK_VECTOR, Signal.WORDING_VECTOR);
    boolean english = query.analysis().language() != Language.ZH;
    Nearest plain = null;
    if (english && index.store(TextModel.ALL_MINILM_L6).size() > 0) {
      plain = nearest(TextModel.ALL_MINILM_L6, query.analysis().query());
      take(plain, Signal.ENGLISH_VECTOR, Signal.ENGLISH_VECTOR);
    }
    complete(chinese, Signal.CHUNK_VECTOR, Signal.WORDING_VECTOR);
    List<Candidate> first = first();
    late(first, chinese.query());
    if (plain != null) {
      complete(plain, Signal.ENGLISH_VECTOR, Signal.ENGLISH_VECTOR);
      lateEnglish(first, plain.query());
    }
    return first;
  }

  /**
   * The units nearest to the query by a model.
   *
   * @param query the query as the model encodes it
   * @param hits rows of the model's store, best first
   */
  private record Nearest(TextModel model, Encoding query, Hits hits) {}

  private Nearest nearest(TextModel model, String text) {
    PackedEmbeddingStore store = index.store(model); // read while the model may still be opening
    Encoding encoding = encoders.get(model).encodeQuery(text);
    return new Nearest(model, encoding, store.nearest(encoding.pooled(), DEPTH));
  }

  private Candidate candidate(int entry) {
    return candidates.computeIfAbsent(entry, Candidate::new);
  }

  private void words() {
    bm25(IndexField.ENTRY_SINGLES, Signal.ENTRY_WORDS);
    bm25(IndexField.ENTRY_PAIRS, Signal.ENTRY_PAIRS);
    bm25(IndexField.CHUNK_PAIRS, Signal.CHUNK_PAIRS);
    bm25(IndexField.HEADING_PAIRS, Signal.HEADING);
    coverage(IndexField.CHUNK_SINGLES, Signal.COVERAGE_WORDS);
    coverage(IndexField.CHUNK_PAIRS, Signal.COVERAGE_PAIRS);
    coverage(IndexField.ENTRY_PAIRS, Signal.COVERAGE_ENTRY);
    List<TermGroup> content = query.terms().content(IndexField.ENTRY_PAIRS);
    take(
        IndexField.ENTRY_PAIRS,
        index.lexical().coverage(IndexField.ENTRY_PAIRS, content, DEPTH),
        Signal.TERMS,
        false);
    take(
        IndexField.HEADING_PAIRS,
        index.lexical().coverage(IndexField.HEADING_PAIRS, content, DEPTH),
        Signal.TERMS_HEADING,
        false);
    take(
        IndexField.ENTRY_PAIRS,
        index.lexical().saturation(IndexField.ENTRY_PAIRS, content, DEPTH),
        Signal.TERMS_STRENGTH,
        false);
    List<TermGroup> names = query.terms().names(IndexField.ENTRY_PAIRS);
    Hits hits = index.lexical().coverage(IndexField.ENTRY_PAIRS, names, DEPTH);
    take(IndexField.ENTRY_PAIRS, hits, Signal.NAMES, false);
  }

  private void bm25(IndexField field, Signal signal) {
    List<TermGroup> groups = query.terms().groups(field);
    take(field, index.lexical().bm25(field, groups, DEPTH), signal, true);
  }

  private void coverage(IndexField field, Signal signal) {
    List<TermGroup> groups = query.terms().groups(field);
    take(field, index.lexical().coverage(field, groups, DEPTH), signal, false);
  }

  /**
   * Makes candidates of the first hits, and gives candidates found by then or later their value.
   */
  private void take(IndexField field, Hits hits, Signal signal, boolean relative) {
    int made = 0;
    float best = hits.scores().length == 0 ? 1 : hits.scores()[0];
    for (int i = 0; i < hits.ordinals().length; i++) {
      int ordinal = hits.ordinals()[i];
      int entry = field.findsChunks() ? index.entryOf(ordinal) : ordinal;
      if (!wanted.test(entry)) {
        continue;
      }
      boolean known = candidates.containsKey(entry);
      if (!known && made++ >= CANDIDATES) {
        continue;
      }
      candidate(entry).raise(signal, relative ? hits.scores()[i] / best : hits.scores()[i]);
    }
  }

  private void take(Nearest nearest, Signal ofChunk, Signal ofWording) {
    Hits hits = nearest.hits();
    int[] units = index.units(nearest.model());
    int made = 0;
    for (int i = 0; i < hits.ordinals().length && made < CANDIDATES; i++) {
      int unit = units[hits.ordinals()[i]];
      int entry = index.entryOf(unit);
      if (wanted.test(entry)) {
        made += candidates.containsKey(entry) ? 0 : 1;
        candidate(entry).raise(unit < index.chunkCount() ? ofChunk : ofWording, hits.scores()[i]);
      }
    }
  }

  /** Gives every candidate its own best vectors, however far down they stand. */
  private void complete(Nearest nearest, Signal ofChunk, Signal ofWording) {
    TextModel model = nearest.model();
    float[] vector = nearest.query().pooled();
    PackedEmbeddingStore store = index.store(model);
    for (Candidate candidate : candidates.values()) {
      int entry = candidate.entry();
      for (int unit : unitsOf(entry)) {
        if (index.modelOf(unit) == model) {
          float cosine = store.cosine(index.row(unit), vector);
          boolean chunk = unit < index.chunkCount();
          candidate.raise(chunk ? ofChunk : ofWording, cosine);
          if (chunk) {
            candidate.offer(unit, cosine - 1);
          }
        }
      }
    }
  }

  private int[] unitsOf(int entry) {
    int firstChunk = index.firstChunk(entry);
    int chunks = index.endChunk(entry) - firstChunk;
    int firstWording = index.firstWording(entry);
    int[] units = new int[chunks + index.endWording(entry) - firstWording];
    Arrays.setAll(units, i -> i < chunks ? firstChunk + i : firstWording + i - chunks);
    return units;
  }

  /** The candidates that cheap signals put first, by a plain sum of the strongest ones. */
  private List<Candidate> first() {
    return candidates.values().stream()
        .sorted(
            Comparator.comparingDouble((Candidate c) -> -cheap(c))
                .thenComparingInt(Candidate::entry))
        .limit(LATE)
        .sorted(Comparator.comparingInt(Candidate::entry))
        .toList();
  }

  private static double cheap(Candidate c) {
    return c.get(Signal.EXACT) * 10
        + c.get(Signal.ENTRY_WORDS)
        + c.get(Signal.CHUNK_PAIRS)
        + c.get(Signal.COVERAGE_WORDS)
        + c.get(Signal.HEADING) * 0.5
        + Math.max(c.get(Signal.CHUNK_VECTOR), c.get(Signal.WORDING_VECTOR)) * 3
        + c.get(Signal.ENGLISH_VECTOR);
  }

  private void late(List<Candidate> first, Encoding encoding) {
    LateInteraction late = new LateInteraction(encoding, TextModel.BGE_SMALL_ZH);
    float[] vector = encoding.pooled();
    float[] idf = idf(encoding);
    first.parallelStream().forEach(candidate -> late(candidate, late, vector, idf));
  }

  /** Of one candidate: no other thread touches it. */
  private void late(Candidate candidate, LateInteraction late, float[] vector, float[] idf) {
    float[] whole = fresh(late);
    for (int unit : lateUnits(candidate.entry(), vector)) {
      TokenCodes codes = index.codes(unit);
      float[] best = fresh(late);
      float back = late.raise(codes, 0, codes.size(), best);
      float there = LateInteraction.mean(best);
      if (unit < index.chunkCount()) {
        candidate.raise(Signal.LATE_CHUNK, there);
        candidate.offer(unit, there);
        for (int i = 0; i < whole.length; i++) {
          whole[i] = Math.max(whole[i], best[i]);
        }
      } else {
        candidate.raise(Signal.LATE_WORDING, (there + back) / 2);
      }
    }
    candidate.set(Signal.LATE_ENTRY, LateInteraction.mean(whole));
    candidate.set(Signal.LATE_RARE, weighted(whole, idf));
    candidate.set(Signal.LATE_WEAK, weakest(whole));
  }

  /** IDF of each query token among the model's units: {@code ln(1 + (N - n + 0.5) / (n + 0.5))}. */
  private float[] idf(Encoding encoding) {
    float[] idf = new float[encoding.tokenIds().length];
    for (int i = 0; i < idf.length; i++) {
      int n = index.tokenFrequency(TextModel.BGE_SMALL_ZH, encoding.tokenIds()[i]);
      idf[i] = (float) Math.log1p((index.unitCount() - n + 0.5) / (n + 0.5));
    }
    return idf;
  }

  private static float weighted(float[] scores, float[] weights) {
    float sum = 0;
    float all = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += scores[i] * weights[i];
      all += weights[i];
    }
    return all == 0 ? 0 : sum / all;
  }

  private static float weakest(float[] scores) {
    float[] sorted = scores.clone();
    Arrays.sort(sorted);
    return LateInteraction.mean(Arrays.copyOf(sorted, (sorted.length + 3) / 4));
  }

  private void lateEnglish(List<Candidate> first, Encoding encoding) {
    LateInteraction late = new LateInteraction(encoding, TextModel.ALL_MINILM_L6);
    first.parallelStream().forEach(candidate -> lateEnglish(candidate, late));
  }

  private void lateEnglish(Candidate candidate, LateInteraction late) {
    for (int unit : unitsOf(candidate.entry())) {
      if (index.modelOf(unit) == TextModel.ALL_MINILM_L6) {
        TokenCodes codes = index.codes(unit);
        float[] best = fresh(late);
        float back = late.raise(codes, 0, codes.size(), best);
        candidate.raise(Signal.ENGLISH_LATE, (LateInteraction.mean(best) + back) / 2);
      }
    }
  }

  /** An entry's Chinese wordings, and of its chunks the nearest. */
  private List<Integer> lateUnits(int entry, float[] vector) {
    List<Integer> units = new ArrayList<>();
    for (int unit : unitsOf(entry)) {
      if (index.modelOf(unit) == TextModel.BGE_SMALL_ZH) {
        units.add(unit);
      }
    }
    PackedEmbeddingStore store = index.store(TextModel.BGE_SMALL_ZH);
    List<Integer> chunks =
        units.stream()
            .filter(unit -> unit < index.chunkCount())
            .sorted(
                Comparator.comparingDouble((Integer unit) -> -store.cosine(index.row(unit), vector))
                    .thenComparing(unit -> unit))
            .limit(LATE_CHUNKS)
            .toList();
    units.removeIf(unit -> unit < index.chunkCount() && !chunks.contains(unit));
    return units;
  }

  private static float[] fresh(LateInteraction late) {
    float[] best = new float[late.queryTokens()];
    Arrays.fill(best, -1);
    return best;
  }
}
