package dev.bagu.benchmark;

import dev.bagu.index.Encoder;
import dev.bagu.index.IndexField;
import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.index.LexicalIndex;
import dev.bagu.index.PackedEmbeddingStore;
import dev.bagu.index.TextModel;
import dev.bagu.retrieval.HybridRetriever;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A question to an index of ten thousand chunks that is open already, beside the same chunks in
 * {@code InMemoryEmbeddingStore} and one plain Lucene search. Embedding the question is part of
 * neither figure: it is timed alone and taken off ours.
 */
final class WarmQuery {
  /** Copies of the notes that make ten thousand chunks. */
  private static final int COPIES = 5;

  private static final int BEST = 10;

  private WarmQuery() {}

  static void run(Setting setting, Notes notes, Table table) throws Exception {
    Path folder = notes.copies("many", COPIES);
    try (IndexStore store = new IndexStore(setting.cache(), IndexListener.SILENT);
        KnowledgeIndex index = store.open(List.of(folder))) {
      Encoder encoder = store.encoders().get(TextModel.BGE_SMALL_ZH);
      HybridRetriever retriever = new HybridRetriever(index, store.encoders());
      InMemoryEmbeddingStore<TextSegment> plain = plain(index);
      Embedding query = Embedding.from(encoder.encodeQuery(Setting.QUESTION).pooled());
      for (int i = 0; i < 50; i++) { // the compiler has seen all of it before it counts
        retriever.retrieve(Setting.QUESTION, BEST, Set.of());
        search(plain, index, query);
      }
      double[] times =
          Race.run(
              Math.max(30, setting.rounds()),
              () -> retriever.retrieve(Setting.QUESTION, BEST, Set.of()),
              () -> encoder.encodeQuery(Setting.QUESTION),
              () -> search(plain, index, query));
      double ours = times[0] - times[1];
      table.row(
          String.format(
              Locale.ROOT,
              "warm query at %,d chunks, after embedding (%s) : InMemoryEmbeddingStore and Lucene",
              index.chunkCount(),
              Table.time(times[1])),
          Table.time(ours),
          Table.time(times[2]),
          String.format(Locale.ROOT, "%.2f", ours / times[2]),
          "at most 0.33, or under 5 ms",
          Table.met(ours < 5 || ours <= times[2] / 3));
    }
  }

  private static InMemoryEmbeddingStore<TextSegment> plain(KnowledgeIndex index) {
    PackedEmbeddingStore vectors = index.store(TextModel.BGE_SMALL_ZH);
    List<Embedding> embeddings = new ArrayList<>();
    List<TextSegment> segments = new ArrayList<>();
    EmbeddingSearchRequest all =
        EmbeddingSearchRequest.builder()
            .queryEmbedding(Embedding.from(new float[TextModel.BGE_SMALL_ZH.dimension()]))
            .maxResults(vectors.size())
            .build();
    vectors
        .search(all)
        .matches()
        .forEach(
            match -> {
              embeddings.add(match.embedding());
              segments.add(
                  match.embedded() == null ? TextSegment.from("wording") : match.embedded());
            });
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    store.addAll(embeddings, segments);
    return store;
  }

  private static void search(
      InMemoryEmbeddingStore<TextSegment> store, KnowledgeIndex index, Embedding query) {
    store.search(EmbeddingSearchRequest.builder().queryEmbedding(query).maxResults(BEST).build());
    index
        .lexical()
        .bm25(
            IndexField.CHUNK_PAIRS,
            LexicalIndex.groups(IndexField.CHUNK_PAIRS, Setting.QUESTION),
            BEST);
  }
}
