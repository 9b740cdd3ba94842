package dev.bagu.retrieval;

import dev.bagu.index.EncoderPool;
import dev.bagu.index.Encoding;
import dev.bagu.index.IndexField;
import dev.bagu.index.LateInteraction;
import dev.bagu.index.LexicalIndex;
import dev.bagu.index.TermGroup;
import dev.bagu.index.TextModel;
import dev.bagu.index.TokenCodes;
import dev.bagu.knowledge.Language;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says how much each of some sentences bears on a query: late interaction, and the share of the
 * query's terms by IDF.
 *
 * <p>Example: for "LoRA 会拖慢推理吗" the sentence "合并后没有额外延迟" scores above "秩 r 远小于原矩阵的维度".
 */
public final class SentenceRanker {
  /** Sentences that are embedded for one query; the rest is left behind by its terms. */
  private static final int EMBEDDED = 24;

  private final HybridRetriever retriever;
  private final EncoderPool encoders;

  /** A ranker that understands queries as the retriever does. */
  public SentenceRanker(HybridRetriever retriever, EncoderPool encoders) {
    this.retriever = retriever;
    this.encoders = encoders;
  }

  /**
   * One score a sentence, in their order: 0 for those that share nothing, about 1 at the most.
   *
   * @param query what a person typed
   * @param sentences verbatim, in any order
   */
  public double[] score(String query, List<String> sentences) {
    QueryAnalyzer.Understood understood = retriever.understand(query);
    List<TermGroup> groups = understood.terms().groups(IndexField.CHUNK_PAIRS);
    double[] scores = new double[sentences.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = coverage(groups, sentences.get(i));
    }
    double[] order = scores.clone();
    Arrays.sort(order);
    double floor = order.length > EMBEDDED ? order[order.length - EMBEDDED] : -1;
    Encoding encoded =
        encoders.get(TextModel.BGE_SMALL_ZH).encodeQuery(understood.analysis().chinese());
    LateInteraction late = new LateInteraction(encoded, TextModel.BGE_SMALL_ZH);
    int[] picked =
        java.util.stream.IntStream.range(0, scores.length)
            .filter(i -> scores[i] >= floor && Language.of(sentences.get(i)) != Language.EN)
            .limit(EMBEDDED)
            .toArray();
    List<Encoding> encodings =
        encoders
            .get(TextModel.BGE_SMALL_ZH)
            .encode(Arrays.stream(picked).mapToObj(sentences::get).toList());
    for (int i = 0; i < picked.length; i++) {
      TokenCodes codes = TokenCodes.of(encodings.get(i), TextModel.BGE_SMALL_ZH);
      scores[picked[i]] = 0.4 * scores[picked[i]] + Math.max(0, late.score(codes, 0, codes.size()));
    }
    return scores;
  }

  private double coverage(List<TermGroup> groups, String sentence) {
    LexicalIndex lexical = retriever.index().lexical();
    Set<String> terms = new HashSet<>(LexicalIndex.terms(IndexField.CHUNK_PAIRS, sentence));
    double all = 0;
    double covered = 0;
    for (TermGroup group : groups) {
      double idf = 0;
      boolean stands = false;
      for (List<String> alternative : group.alternatives()) {
        double mean =
            alternative.stream()
                .mapToDouble(term -> lexical.idf(IndexField.CHUNK_PAIRS, term))
                .average()
                .orElse(0);
        idf = Math.max(idf, mean);
        stands |= terms.containsAll(alternative);
      }
      all += idf * group.weight();
      covered += stands ? idf * group.weight() : 0;
    }
    return all == 0 ? 0 : covered / all;
  }
}
