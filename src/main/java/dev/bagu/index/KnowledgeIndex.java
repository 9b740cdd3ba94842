package dev.bagu.index;

import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.ClaimPair;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.GlossaryRow;
import dev.bagu.knowledge.SkippedFile;
import dev.bagu.knowledge.SourceFile;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index opened from disk: entries, chunks, their vectors and their words, each read when first
 * asked for.
 *
 * <p>Entries and chunks are known by ordinals from 0, in the order of the knowledge base. Units are
 * what was embedded: unit {@code i} is chunk {@code i} for {@code i < chunkCount()}, the rest are
 * wordings of entries. Open one with {@link IndexStore}. Safe for use by many threads.
 */
public final class KnowledgeIndex implements AutoCloseable {
  private final Path folder;
  private final Generation generation;
  private final RecordFile entries;
  private final RecordFile chunks;
  private final RecordFile codes;
  private final LexicalIndex lexical;
  private final int[] rows;
  private final @Nullable PackedEmbeddingStore[] stores =
      new @Nullable PackedEmbeddingStore[TextModel.values().length];

  /**
   * Opens the index in a folder; fails with {@link BrokenCache} where a file is missing or damaged.
   */
  KnowledgeIndex(Path folder, Generation generation) {
    this.folder = folder;
    this.generation = generation;
    this.entries = RecordFile.open(folder.resolve(Generation.ENTRIES));
    this.chunks = RecordFile.open(folder.resolve(Generation.CHUNKS));
    this.codes = RecordFile.open(folder.resolve(Generation.CODES));
    this.rows = Rows.of(generation.unitModel());
    this.lexical = LexicalIndex.open(folder.resolve(Generation.LEXICAL), chunkCount());
  }

  /** Where it lies on disk. */
  public Path folder() {
    return folder;
  }

  /** How many entries there are. */
  public int entryCount() {
    return generation.firstWording().length - 1;
  }

  /** How many chunks there are. */
  public int chunkCount() {
    return generation.chunkEntry().length;
  }

  /** How many units there are: chunks and wordings. */
  public int unitCount() {
    return generation.unitEntry().length;
  }

  /** An entry, by its ordinal. */
  public Entry entry(int ordinal) {
    return entries.read(ordinal, EntryCodec::entry);
  }

  /** A chunk, by its ordinal. */
  public Chunk chunk(int ordinal) {
    return chunks.read(ordinal, EntryCodec::chunk);
  }

  /** The ordinal of the entry that a unit belongs to. */
  public int entryOf(int unit) {
    return generation.unitEntry()[unit];
  }

  /** What is known to be said rightly and wrongly of an entry; empty for most. */
  public List<ClaimPair> claimPairs(int entry) {
    return RecordFile.openLater(folder.resolve(Generation.CLAIM_PAIRS))
        .read(entry, EntryCodec::claimPairs);
  }

  /** First chunk of an entry; the chunks of one entry stand side by side. */
  public int firstChunk(int entry) {
    return lowerBound(generation.chunkEntry(), entry);
  }

  /** The chunk after the last one of an entry. */
  public int endChunk(int entry) {
    return lowerBound(generation.chunkEntry(), entry + 1);
  }

  /** First wording unit of an entry. */
  public int firstWording(int entry) {
    return generation.firstWording()[entry];
  }

  /** The unit after the last wording of an entry. */
  public int endWording(int entry) {
    return generation.firstWording()[entry + 1];
  }

  /** The model that embedded a unit. */
  public TextModel modelOf(int unit) {
    return TextModel.ofCode(generation.unitModel()[unit]);
  }

  /** What was embedded of a chunk: its words behind its heading; its codes' offsets count in it. */
  public String text(int chunk) {
    int entry = entryOf(chunk);
    return Unit.of(chunk(chunk), entry(entry), entry).text();
  }

  /** The token vectors of a unit. */
  public TokenCodes codes(int unit) {
    return codes.read(unit, bytes -> TokenCodes.fromBytes(bytes, modelOf(unit)));
  }

  /** In how many of a model's units a token stands. */
  public int tokenFrequency(TextModel model, int tokenId) {
    int[] frequency = generation.tokenFrequency()[model.code()];
    return tokenId < frequency.length ? frequency[tokenId] : 0;
  }

  /**
   * The units that a model embedded, in order: row {@code i} of its store is unit {@code
   * units(model)[i]}.
   */
  public int[] units(TextModel model) {
    return Rows.units(generation.unitModel(), model);
  }

  /** The row of a unit in the store of its model. */
  public int row(int unit) {
    return rows[unit];
  }

  /** The pooled vectors of a model's units. */
  public synchronized PackedEmbeddingStore store(TextModel model) {
    PackedEmbeddingStore store = stores[model.code()];
    if (store == null) {
      store = load(model);
      stores[model.code()] = store;
    }
    return store;
  }

  /** The words of chunks and entries. */
  public LexicalIndex lexical() {
    return lexical;
  }

  /** Terms with their names. */
  public List<GlossaryRow> glossary() {
    return generation.glossary();
  }

  /** The files that were read. */
  public List<SourceFile> files() {
    return generation.files();
  }

  /** What could not be read, and why. */
  public List<SkippedFile> skipped() {
    return generation.skipped();
  }

  @Override
  public void close() {
    lexical.close();
  }

  private PackedEmbeddingStore load(TextModel model) {
    RecordFile file = RecordFile.openLater(folder.resolve(Generation.vectors(model)));
    int[] units = units(model);
    float[] all = new float[units.length * model.dimension()];
    int at = 0;
    for (int i = 0; i < file.count(); i++) {
      at += Bfloat16.get(file.record(i), all, at);
    }
    return new PackedEmbeddingStore(model.dimension(), all, row -> segment(units[row]));
  }

  private @Nullable TextSegment segment(int unit) {
    if (unit >= chunkCount()) {
      return null;
    }
    Chunk chunk = chunk(unit);
    return TextSegment.from(
        chunk.text(), new Metadata().put("chunk", chunk.id()).put("entry", chunk.entryId()));
  }

  private static int lowerBound(int[] sorted, int value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
