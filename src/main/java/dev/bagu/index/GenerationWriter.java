package dev.bagu.index;

import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.ClaimPair;
import dev.bagu.knowledge.DefinitionFinder;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.GlossaryRow;
import dev.bagu.knowledge.KnowledgeBase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads documents, embeds what no earlier index has embedded, and writes an index.
 *
 * <p>Flow: {@code roots -> KnowledgeBase -> units -> vectors and codes (reused by hash, or made) ->
 * files}.
 */
final class GenerationWriter {
  /** Texts embedded between two calls of the listener. */
  private static final int STEP = 64;

  private final List<Path> roots;
  private final Function<TextModel, Encoder> encoders;
  private final VectorDonors donors;
  private final IndexListener listener;

  GenerationWriter(
      List<Path> roots,
      Function<TextModel, Encoder> encoders,
      VectorDonors donors,
      IndexListener listener) {
    this.roots = roots;
    this.encoders = encoders;
    this.donors = donors;
    this.listener = listener;
  }

  /** Writes the index of the roots into an empty folder. */
  void write(Path folder) throws IOException {
    // Stamped before reading: a file that changes meanwhile will not match its stamp next time, and
    // be read again.
    List<FileStamp> stamps =
        KnowledgeBase.list(roots).stream()
            .map(path -> FileStamp.of(Generation.name(roots, path), path))
            .toList();
    KnowledgeBase base = KnowledgeBase.load(roots);
    List<Entry> entries = base.entries();
    List<Chunk> chunks = base.chunks();
    Map<String, Integer> ordinals = new HashMap<>();
    entries.forEach(entry -> ordinals.put(entry.id(), ordinals.size()));
    List<Unit> units = new ArrayList<>();
    List<String> contexts = new ArrayList<>();
    for (Chunk chunk : chunks) {
      int ordinal = ordinals.getOrDefault(chunk.entryId(), 0);
      Entry entry = entries.get(ordinal);
      units.add(Unit.of(chunk, entry, ordinal));
      contexts.add(Unit.context(entry, TextModel.BGE_SMALL_ZH));
    }
    int[] firstWording = new int[entries.size() + 1];
    for (int i = 0; i < entries.size(); i++) {
      firstWording[i] = units.size();
      for (String wording : Wordings.of(entries.get(i))) {
        units.add(Unit.of(wording, i));
      }
    }
    firstWording[entries.size()] = units.size();

    Embedded[] embedded = embed(units);
    new Generation(
            stamps,
            base.files(),
            base.skipped(),
            glossary(base),
            units.subList(0, chunks.size()).stream().mapToInt(Unit::entry).toArray(),
            units.stream().mapToInt(Unit::entry).toArray(),
            models(units),
            firstWording,
            units.stream().map(Unit::hash).toList(),
            frequencies(units, embedded))
        .write(folder);
    texts(folder, entries, chunks);
    claimPairs(folder, base);
    vectors(folder, units, embedded);
    Path lexical = Files.createDirectory(folder.resolve(Generation.LEXICAL));
    LexicalWriter.write(lexical, chunks, contexts, entries);
  }

  /** Rows of glossary files first, so that what a person wrote down comes before what was found. */
  private static List<GlossaryRow> glossary(KnowledgeBase base) {
    List<GlossaryRow> rows = new ArrayList<>(base.glossary());
    rows.addAll(DefinitionFinder.find(base.entries()));
    return rows;
  }

  private Embedded[] embed(List<Unit> units) {
    Embedded[] result = new Embedded[units.size()];
    Map<String, List<Integer>> missing = new LinkedHashMap<>();
    for (int i = 0; i < result.length; i++) {
      String hash = units.get(i).hash();
      Embedded found = donors.find(hash, units.get(i).model());
      if (found != null) {
        result[i] = found;
      } else {
        // The same text twice is embedded once.
        missing.computeIfAbsent(hash, any -> new ArrayList<>()).add(i);
      }
    }
    for (TextModel model : TextModel.values()) {
      List<List<Integer>> todo =
          missing.values().stream()
              .filter(same -> units.get(same.get(0)).model() == model)
              .sorted(Comparator.comparingInt(same -> units.get(same.get(0)).text().length()))
              .toList();
      embed(model, todo, units, result);
    }
    return result;
  }

  private void embed(
      TextModel model, List<List<Integer>> todo, List<Unit> units, Embedded[] result) {
    if (todo.isEmpty()) {
      return;
    }
    listener.embedding(0, todo.size());
    for (int from = 0; from < todo.size(); from += STEP) {
      List<List<Integer>> step = todo.subList(from, Math.min(from + STEP, todo.size()));
      List<Encoding> encodings =
          encoders
              .apply(model)
              .encode(step.stream().map(same -> units.get(same.get(0)).text()).toList());
      for (int i = 0; i < step.size(); i++) {
        Embedded embedded = Embedded.of(encodings.get(i), model);
        step.get(i).forEach(unit -> result[unit] = embedded);
      }
      listener.embedding(from + step.size(), todo.size());
    }
  }

  private static byte[] models(List<Unit> units) {
    byte[] models = new byte[units.size()];
    for (int i = 0; i < models.length; i++) {
      models[i] = (byte) units.get(i).model().code();
    }
    return models;
  }

  private static int[][] frequencies(List<Unit> units, Embedded[] embedded) {
    int[][] frequencies = new int[TextModel.values().length][0];
    for (int i = 0; i < embedded.length; i++) {
      int model = units.get(i).model().code();
      for (int id : Arrays.stream(embedded[i].tokenIds()).distinct().toArray()) {
        if (id >= frequencies[model].length) {
          frequencies[model] = Arrays.copyOf(frequencies[model], id + 1024);
        }
        frequencies[model][id]++;
      }
    }
    return frequencies;
  }

  private static void texts(Path folder, List<Entry> entries, List<Chunk> chunks)
      throws IOException {
    try (RecordFile.Writer out = new RecordFile.Writer(folder.resolve(Generation.ENTRIES))) {
      for (Entry entry : entries) {
        out.add(EntryCodec.bytes(entry));
      }
    }
    try (RecordFile.Writer out = new RecordFile.Writer(folder.resolve(Generation.CHUNKS))) {
      for (Chunk chunk : chunks) {
        out.add(EntryCodec.bytes(chunk));
      }
    }
  }

  /** One record an entry: most have none, and only a check of a draft reads them. */
  private static void claimPairs(Path folder, KnowledgeBase base) throws IOException {
    Map<String, List<ClaimPair>> pairs =
        base.claimPairs().stream().collect(Collectors.groupingBy(ClaimPair::entryId));
    try (RecordFile.Writer out = new RecordFile.Writer(folder.resolve(Generation.CLAIM_PAIRS))) {
      for (Entry entry : base.entries()) {
        out.add(EntryCodec.claimPairs(pairs.getOrDefault(entry.id(), List.of())));
      }
    }
  }

  private static void vectors(Path folder, List<Unit> units, Embedded[] embedded)
      throws IOException {
    try (RecordFile.Writer out = new RecordFile.Writer(folder.resolve(Generation.CODES))) {
      for (Embedded each : embedded) {
        out.add(each.codeBytes());
      }
    }
    for (TextModel model : TextModel.values()) {
      Path file = folder.resolve(Generation.vectors(model));
      try (RecordFile.Writer out = new RecordFile.Writer(file)) {
        // Records of a thousand rows: one checksum for many vectors, and no record over 2 GiB.
        ByteBuffer block = ByteBuffer.allocate(Rows.BLOCK * model.dimension() * Bfloat16.BYTES);
        for (int i = 0; i < embedded.length; i++) {
          if (units.get(i).model() == model) {
            Bfloat16.put(embedded[i].pooled(), block);
          }
          if (!block.hasRemaining() || i == embedded.length - 1) {
            out.add(Arrays.copyOf(block.array(), block.position()));
            block.clear();
          }
        }
      }
    }
  }
}
