package dev.bagu.index;

import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.MMapDirectory;

/**
 * Writes a {@link LexicalIndex}: all chunks, then all entries, in one segment whose order is that
 * of the calls.
 */
final class LexicalWriter {
  /** Field with the keys of an entry's wordings. */
  static final String EXACT = "x";

  private LexicalWriter() {}

  static void write(Path folder, List<Chunk> chunks, List<String> contexts, List<Entry> entries)
      throws IOException {
    Map<String, org.apache.lucene.analysis.Analyzer> analyzers =
        new java.util.HashMap<String, org.apache.lucene.analysis.Analyzer>();
    for (IndexField field : IndexField.values()) {
      analyzers.put(field.code(), LexicalIndex.analyzer(field));
    }
    IndexWriterConfig config =
        new IndexWriterConfig(
            new PerFieldAnalyzerWrapper(LexicalIndex.analyzer(IndexField.CHUNK_PAIRS), analyzers));
    // This policy only ever merges neighbours, so that ordinals stay those of the calls.
    config.setMergePolicy(new LogDocMergePolicy());
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setUseCompoundFile(true);
    try (MMapDirectory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < chunks.size(); i++) {
        String text = contexts.get(i) + "\n" + chunks.get(i).searchText();
        Document document = new Document();
        add(document, IndexField.CHUNK_PAIRS, text);
        add(document, IndexField.CHUNK_SINGLES, text);
        writer.addDocument(document);
      }
      for (Entry entry : entries) {
        writer.addDocument(document(entry));
      }
      writer.forceMerge(1);
    }
  }

  private static Document document(Entry entry) {
    List<String> wordings = Wordings.of(entry);
    String heading =
        Wordings.plain(String.join("\n", entry.span().headingPath()))
            + "\n"
            + String.join("\n", wordings);
    String text = heading + "\n" + entry.text();
    Document document = new Document();
    add(document, IndexField.ENTRY_PAIRS, text);
    add(document, IndexField.ENTRY_SINGLES, text);
    add(document, IndexField.HEADING_PAIRS, heading);
    for (String wording : wordings) {
      String key = Wordings.key(wording);
      if (!key.isEmpty() && key.length() < 1000) {
        document.add(new StringField(EXACT, key, Field.Store.NO));
      }
    }
    return document;
  }

  private static void add(Document document, IndexField field, String text) {
    document.add(new TextField(field.code(), text, Field.Store.NO));
  }
}
