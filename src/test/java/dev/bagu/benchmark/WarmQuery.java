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
import org.jspecify.annotations.Nullable;

/**
 * A question to an index that is open already, at two and at eleven thousand chunks, beside the
 * same chunks in {@code InMemoryEmbeddingStore} and one plain Lucene search. Embedding the question
 * is part of neither figure: it is timed alone and taken off ours.
 *
 * <p>Ours is the whole retrieval: twelve searches by word, vectors, late interaction, ranking and
 * confidence.
 */
final class WarmQuery {
  /** Copies of the notes that make about two and ten thousand chunks. */
  private static final int[] COPIES = {1, 5};

  /** The copies at which the alternative is raced: about ten thousand chunks. */
  private static final int RACED = 5;

  private static final int BEST = 10;

  private static final int WARM_UP = 50;

  private WarmQuery() {}

  static void run(Setting setting, Notes notes, Table table) throws Exception {
    List<Size> sizes = new ArrayList<>();
    for (int copies : COPIES) {
      Path folder = notes.copies("copies-" + copies, copies);
      try (IndexStore store = new IndexStore(setting.cache(), IndexListener.SILENT);
          KnowledgeIndex index = store.open(List.of(folder))) {
        sizes.add(race(setting, store, index, copies == RACED ? table : null));
      }
    }
    Size first = sizes.get(0);
    Size last = sizes.get(sizes.size() - 1);
    double chunks = (double) last.chunks() / first.chunks();
    double times = last.millis() / first.millis();
    table.row(
        String.format(
            Locale.ROOT,
            "warm query, after embedding: %,d chunks : %,d chunks",
            last.chunks(),
            first.chunks()),
        Table.time(last.millis()),
        Table.time(first.millis()),
        String.format(Locale.ROOT, "%.1f", times),
        String.format(Locale.ROOT, "at most %.0f, linear", chunks),
        Table.met(times <= chunks));
  }

  /** What retrieval takes at one size, embedding the question taken off. */
  private record Size(int chunks, double millis) {}

  private static Size race(
      Setting setting, IndexStore store, KnowledgeIndex index, @Nullable Table table)
      throws Exception {
    Encoder encoder = store.encoders().get(TextModel.BGE_SMALL_ZH);
    HybridRetriever retriever = new HybridRetriever(index, store.encoders());
    Embedding query = Embedding.from(encoder.encodeQuery(Setting.QUESTION).pooled());
    InMemoryEmbeddingStore<TextSegment> plain =
        table == null ? new InMemoryEmbeddingStore<>() : plain(index);
    for (int i = 0; i < WARM_UP; i++) { // the compiler has seen all of it before it counts
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
    if (table != null) {
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
    return new Size(index.chunkCount(), ours);
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
