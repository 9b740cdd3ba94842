package dev.bagu.bank;

import dev.bagu.index.EncoderPool;
import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.retrieval.HybridRetriever;
import java.nio.file.Path;
import java.util.List;

/**
 * The bank's index for tests, below {@code target}: embedded once, and lent to the packaging, which
 * would otherwise embed the same texts again.
 */
final class BankIndex {
  private static final IndexStore STORE =
      new IndexStore(Path.of("target", "vectors"), IndexListener.SILENT);

  static final KnowledgeIndex INDEX = STORE.open(List.of(BankText.KNOWLEDGE));
  static final HybridRetriever RETRIEVER = new HybridRetriever(INDEX, STORE.encoders());

  private BankIndex() {}

  /** What opens the models that a sentence ranker needs. */
  static EncoderPool encoders() {
    return STORE.encoders();
  }
}
