package dev.bagu.benchmark;

import dev.bagu.index.PackedEmbeddingStore;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The best ten of many vectors, exactly: random ones of the Chinese model's length. */
final class Searching {
  private static final int DIMENSION = 512;
  private static final int BEST = 10;
  private static final long SEED = 17;

  private Searching() {}

  static void run(Setting setting, Table table) throws Exception {
    double first = 0;
    double last = 0;
    for (int size : new int[] {1_000, 10_000, 100_000}) {
      SplittableRandom random = new SplittableRandom(SEED);
      EmbeddingStore<TextSegment> ours = new PackedEmbeddingStore(DIMENSION);
      EmbeddingStore<TextSegment> plain = new InMemoryEmbeddingStore<>();
      fill(ours, plain, size, random);
      Embedding query = vector(random);
      int searches = Math.max(1, 20_000 / size);
      double[] times =
          Race.run(
              setting.rounds(),
              () -> search(ours, query, searches),
              () -> search(plain, query, searches));
      table.atMost(
          String.format(Locale.ROOT, "vector search at %,d : InMemoryEmbeddingStore", size),
          times[0] / searches,
          times[1] / searches,
          0.33);
      first = size == 1_000 ? times[0] / searches : first;
      last = times[0] / searches;
    }
    table.row(
        "vector search, growth from 1,000 to 100,000",
        Table.time(last),
        Table.time(first),
        String.format(Locale.ROOT, "%.0f", last / first),
        "at most 100",
        Table.met(last / first <= 100));
  }

  private static void fill(
      EmbeddingStore<TextSegment> ours,
      EmbeddingStore<TextSegment> plain,
      int size,
      SplittableRandom random) {
    List<Embedding> vectors = new ArrayList<>();
    List<TextSegment> segments = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      vectors.add(vector(random));
      segments.add(TextSegment.from("segment " + i));
    }
    ours.addAll(vectors, segments);
    plain.addAll(vectors, segments);
  }

  private static Embedding vector(SplittableRandom random) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextDouble(-1, 1);
    }
    Embedding embedding = Embedding.from(vector);
    embedding.normalize();
    return embedding;
  }

  private static void search(EmbeddingStore<TextSegment> store, Embedding query, int times) {
    EmbeddingSearchRequest request =
        EmbeddingSearchRequest.builder().queryEmbedding(query).maxResults(BEST).build();
    for (int i = 0; i < times; i++) {
      if (store.search(request).matches().size() != BEST) {
        throw new IllegalStateException("a store found too little");
      }
    }
  }
}
