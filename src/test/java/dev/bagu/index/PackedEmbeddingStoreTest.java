package dev.bagu.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.MetadataFilterBuilder;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PackedEmbeddingStoreTest {
  @Test
  void finds_the_same_in_the_same_order_as_langchain4js_store() {
    long seed = RandomGenerator.getDefault().nextLong();
    Random random = new Random(seed);
    PackedEmbeddingStore packed = new PackedEmbeddingStore(32);
    InMemoryEmbeddingStore<TextSegment> plain = new InMemoryEmbeddingStore<>();
    for (int i = 0; i < 9_000; i++) {
      Embedding vector = random(random, 32);
      TextSegment segment = TextSegment.from("text " + i);
      packed.addAll(List.of("id" + i), List.of(vector), List.of(segment));
      plain.addAll(List.of("id" + i), List.of(vector), List.of(segment));
    }
    EmbeddingSearchRequest request =
        EmbeddingSearchRequest.builder()
            .queryEmbedding(random(random, 32))
            .maxResults(20)
            .minScore(0.3)
            .build();

    List<EmbeddingMatch<TextSegment>> ours = packed.search(request).matches();
    List<EmbeddingMatch<TextSegment>> theirs = plain.search(request).matches();

    assertThat(ours).as("seed " + seed).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.size(); i++) {
      assertThat(ours.get(i).embeddingId()).isEqualTo(theirs.get(i).embeddingId());
      assertThat(ours.get(i).score()).isCloseTo(theirs.get(i).score(), within(1e-5));
      assertThat(ours.get(i).embedded()).isEqualTo(theirs.get(i).embedded());
    }
  }

  @Test
  void equal_scores_come_in_the_order_of_their_rows() {
    PackedEmbeddingStore store = new PackedEmbeddingStore(4);
    for (int i = 0; i < 10; i++) {
      store.add(Embedding.from(new float[] {i % 2 == 0 ? 1 : -1, 0, 0, 0}));
    }

    Hits hits = store.nearest(new float[] {1, 0, 0, 0}, 7);

    assertThat(hits.ordinals()).containsExactly(0, 2, 4, 6, 8, 1, 3);
  }

  @Test
  void a_filter_looks_at_metadata() {
    PackedEmbeddingStore store = new PackedEmbeddingStore(4);
    for (String topic : List.of("peft", "rlhf", "peft")) {
      TextSegment segment = TextSegment.from(topic);
      segment.metadata().put("topic", topic);
      store.add(Embedding.from(new float[] {1, 2, 3, 4}), segment);
    }

    var found =
        store.search(
            EmbeddingSearchRequest.builder()
                .queryEmbedding(Embedding.from(new float[] {1, 2, 3, 4}))
                .filter(MetadataFilterBuilder.metadataKey("topic").isEqualTo("rlhf"))
                .maxResults(5)
                .build());

    assertThat(found.matches())
        .singleElement()
        .extracting(m -> m.embedded().text())
        .isEqualTo("rlhf");
  }

  @Test
  void an_empty_store_finds_nothing() {
    assertThat(new PackedEmbeddingStore(4).nearest(new float[4], 5).ordinals()).isEmpty();
  }

  private static Embedding random(Random random, int dimension) {
    float[] vector = new float[dimension];
    for (int d = 0; d < dimension; d++) {
      vector[d] = (float) random.nextGaussian();
    }
    return Embedding.from(vector);
  }
}
