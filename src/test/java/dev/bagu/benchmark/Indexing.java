package dev.bagu.benchmark;

import dev.bagu.index.Encoder;
import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.index.PackedEmbeddingStore;
import dev.bagu.index.TextModel;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.ArrayList;
import java.util.List;

/** Chunks a second into an embedding store, with the same model and the same chunks. */
final class Indexing {
  /** Chunks of one race, spread over the bank. */
  private static final int CHUNKS = 48;

  private Indexing() {}

  static void run(Setting setting, Table table) throws Exception {
    try (IndexStore store = new IndexStore(setting.cache(), IndexListener.SILENT)) {
      List<TextSegment> segments = new ArrayList<>();
      try (KnowledgeIndex index = store.open(List.of(setting.bank()))) {
        int step = Math.max(1, index.chunkCount() / CHUNKS);
        for (int i = 0; i < index.chunkCount() && segments.size() < CHUNKS; i += step) {
          segments.add(TextSegment.from(index.chunk(i).text(), new Metadata()));
        }
      }
      List<Document> documents =
          segments.stream().map(each -> Document.from(each.text(), new Metadata())).toList();
      Encoder ours = store.encoders().get(TextModel.BGE_SMALL_ZH);
      BgeSmallZhV15EmbeddingModel plain = new BgeSmallZhV15EmbeddingModel();
      double[] times =
          Race.run(
              setting.rounds(),
              () ->
                  EmbeddingStoreIngestor.builder()
                      .embeddingModel(ours)
                      .embeddingStore(new PackedEmbeddingStore(ours.dimension()))
                      .build()
                      .ingest(documents),
              () ->
                  EmbeddingStoreIngestor.builder()
                      .embeddingModel(plain)
                      .embeddingStore(new InMemoryEmbeddingStore<>())
                      .build()
                      .ingest(documents));
      table.atLeast(
          "indexing, with token vectors : EmbeddingStoreIngestor with its own model class",
          segments.size() * 1000 / times[0],
          segments.size() * 1000 / times[1],
          "chunks",
          1.8);
    }
  }
}
