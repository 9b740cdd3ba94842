package dev.bagu.benchmark;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.loader.FileSystemDocumentLoader;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.nio.file.Path;
import java.util.List;

/**
 * LangChain4j's easy-rag as its documentation shows it: load a folder, ingest it, ask. Reader,
 * splitter and model are those that easy-rag brings on its own class path.
 */
final class EasyRagProgram {
  private EasyRagProgram() {}

  /** Takes the folder and the query. */
  public static void main(String[] arguments) {
    List<Document> documents =
        FileSystemDocumentLoader.loadDocumentsRecursively(Path.of(arguments[0]));
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    EmbeddingStoreIngestor.ingest(documents, store);
    for (Content content :
        EmbeddingStoreContentRetriever.from(store).retrieve(Query.from(arguments[1]))) {
      System.out.println(content.textSegment().text());
    }
    System.exit(0); // its threads would keep the process for a while
  }
}
