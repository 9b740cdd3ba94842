package dev.bagu.retrieval;

import dev.bagu.index.EncoderPool;
import dev.bagu.index.Hits;
import dev.bagu.index.IndexField;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.index.LexicalIndex;
import dev.bagu.index.TextModel;
import dev.bagu.knowledge.Language;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds passages by meaning and by word. */
public final class HybridRetriever implements ContentRetriever {
  private final KnowledgeIndex index;
  private final EncoderPool encoders;

  /** A retriever over an index. */
  public HybridRetriever(KnowledgeIndex index, EncoderPool encoders) {
    this.index = index;
    this.encoders = encoders;
  }

  /**
   * Finds passages.
   *
   * @param query what a person typed
   * @param most how many passages at the most, at least 1
   * @param topics ids of the sections to search; empty for all
   */
  public Retrieval retrieve(String query, int most, Set<String> topics) {
    QueryAnalysis analysis = new QueryAnalysis(query, Language.of(query), query, List.of());
    Map<Integer, Double> scores = new HashMap<>();
    Map<Integer, Integer> best = new HashMap<>();
    Hits dense =
        index
            .store(TextModel.BGE_SMALL_ZH)
            .nearest(encoders.get(TextModel.BGE_SMALL_ZH).encodeQuery(query).pooled(), 100);
    int[] units = index.units(TextModel.BGE_SMALL_ZH);
    for (int i = 0; i < dense.ordinals().length; i++) {
      int unit = units[dense.ordinals()[i]];
      int entry = index.entryOf(unit);
      if (!best.containsKey(entry)) {
        scores.merge(entry, 1.0 / (60 + best.size()), Double::sum);
        best.put(entry, unit < index.chunkCount() ? unit : index.firstChunk(entry));
      }
    }
    Hits words =
        index
            .lexical()
            .bm25(
                IndexField.ENTRY_SINGLES,
                LexicalIndex.groups(IndexField.ENTRY_SINGLES, query),
                100);
    for (int i = 0; i < words.ordinals().length; i++) {
      scores.merge(words.ordinals()[i], 1.0 / (60 + i), Double::sum);
      best.putIfAbsent(words.ordinals()[i], index.firstChunk(words.ordinals()[i]));
    }
    for (int entry : index.lexical().exact(query)) {
      scores.merge(entry, 1.0, Double::sum);
      best.putIfAbsent(entry, index.firstChunk(entry));
    }
    List<Integer> order =
        scores.keySet().stream()
            .filter(e -> topics.isEmpty() || topics.contains(index.entry(e).section().id()))
            .sorted(
                Comparator.comparingDouble((Integer e) -> -scores.getOrDefault(e, 0.0))
                    .thenComparing(e -> e))
            .limit(most)
            .toList();
    List<Passage> passages = new ArrayList<>();
    for (int entry : order) {
      double score = scores.getOrDefault(entry, 0.0);
      passages.add(
          new Passage(
              passages.size() + 1,
              Math.min(1, score),
              index.entry(entry),
              index.chunk(best.getOrDefault(entry, 0)),
              score >= 1,
              List.of()));
    }
    double confidence = dense.scores().length == 0 ? 0 : dense.scores()[0];
    boolean exact = !passages.isEmpty() && passages.get(0).exact();
    return new Retrieval(analysis, passages, confidence, !exact && confidence < 0.5, exact);
  }

  @Override
  public List<Content> retrieve(Query query) {
    Retrieval retrieval = retrieve(query.text(), 5, Set.of());
    return retrieval.refused()
        ? List.of()
        : retrieval.passages().stream().map(HybridRetriever::content).toList();
  }

  private static Content content(Passage passage) {
    Metadata metadata = new Metadata().put("entry", passage.entry().id());
    return Content.from(TextSegment.from(passage.chunk().text(), metadata));
  }
}
