package dev.bagu.index;

import dev.bagu.index.Packing.Out;
import dev.bagu.knowledge.GlossaryRow;
import dev.bagu.knowledge.KnowledgeBase;
import dev.bagu.knowledge.SkippedFile;
import dev.bagu.knowledge.SourceFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The facts about one index on disk that are not texts or vectors: which files it was made of, and
 * how its units are numbered. Units are the chunks in order, then the wordings in the order of
 * their entries.
 *
 * @param stamps the files it was made of, in order
 * @param files what each file that was read yielded
 * @param skipped what could not be read
 * @param glossary terms with their names, from glossary files and from definitions in the texts
 * @param chunkEntry the entry of each chunk, {@code int[chunks]}
 * @param unitEntry the entry of each unit, {@code int[units]}; begins with {@code chunkEntry}
 * @param unitModel ordinal of the model of each unit, {@code byte[units]}
 * @param firstWording the first wording unit of each entry and the end, {@code int[entries + 1]}
 * @param hashes what each unit was embedded from, see {@link Unit#hash}
 * @param tokenFrequency for each model the number of its units that hold a token, by token id
 */
record Generation(
    List<FileStamp> stamps,
    List<SourceFile> files,
    List<SkippedFile> skipped,
    List<GlossaryRow> glossary,
    int[] chunkEntry,
    int[] unitEntry,
    byte[] unitModel,
    int[] firstWording,
    List<String> hashes,
    int[][] tokenFrequency) {

  /** Raised whenever what is stored, or how text is cut for it, changes. */
  static final int FORMAT = 4;

  static final String META = "meta.rec";
  static final String ENTRIES = "entries.rec";
  static final String CHUNKS = "chunks.rec";
  static final String CODES = "codes.rec";
  static final String CLAIM_PAIRS = "claim-pairs.rec";
  static final String LEXICAL = "lexical";

  /** Name of the file with a model's pooled vectors. */
  static String vectors(TextModel model) {
    return "vectors-" + model.displayName() + ".rec";
  }

  /** Whether the files below the roots are still those that this index was made of. */
  boolean isOf(List<Path> roots) {
    List<Path> now = KnowledgeBase.list(roots);
    if (now.size() != stamps.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!stamps.get(i).name().equals(name(roots, now.get(i)))
          || !stamps.get(i).holds(now.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A file's path below its root: what stays when the folder is moved. */
  static String name(List<Path> roots, Path file) {
    for (int i = 0; i < roots.size(); i++) {
      if (file.startsWith(roots.get(i))) {
        return i + ":" + roots.get(i).relativize(file);
      }
    }
    return file.toString();
  }

  void write(Path folder) throws java.io.IOException {
    try (RecordFile.Writer out = new RecordFile.Writer(folder.resolve(META))) {
      out.add(new Out().number(FORMAT).bytes());
      out.add(new Out().list(stamps, (o, s) -> s.pack(o)).bytes());
      out.add(new Out().list(files, Generation::file).bytes());
      out.add(new Out().list(skipped, (o, s) -> o.text(s.file()).text(s.reason())).bytes());
      out.add(new Out().list(glossary, EntryCodec::glossaryRow).bytes());
      out.add(ints(chunkEntry));
      out.add(ints(unitEntry));
      out.add(unitModel);
      out.add(ints(firstWording));
      out.add(new Out().texts(hashes).bytes());
      for (int[] frequency : tokenFrequency) {
        out.add(ints(frequency));
      }
    }
  }

  /**
   * Reads the facts.
   *
   * @throws BrokenCache if the file is missing, damaged, or of another version
   */
  static Generation read(Path folder) {
    Path file = folder.resolve(META);
    if (!Files.isRegularFile(file)) {
      throw new BrokenCache(file, "is missing");
    }
    RecordFile in = RecordFile.open(file);
    if (in.count() != 10 + TextModel.values().length || in.read(0, ByteBuffer::getInt) != FORMAT) {
      throw new BrokenCache(file, "was written by another version");
    }
    int[][] frequency = new int[TextModel.values().length][];
    Arrays.setAll(frequency, i -> ints(in.record(10 + i)));
    byte[] models = new byte[in.record(7).remaining()];
    in.record(7).get(models);
    return new Generation(
        list(in, 1, FileStamp::unpack),
        list(in, 2, Generation::file),
        list(in, 3, i -> new SkippedFile(Packing.text(i), Packing.text(i))),
        list(in, 4, EntryCodec::glossaryRow),
        ints(in.record(5)),
        ints(in.record(6)),
        models,
        ints(in.record(8)),
        in.read(9, Packing::texts),
        frequency);
  }

  private static <T> List<T> list(RecordFile in, int record, Function<ByteBuffer, T> each) {
    return in.read(record, bytes -> Packing.list(bytes, each));
  }

  private static void file(Out out, SourceFile file) {
    out.text(file.file()).text(file.path().toString()).large(file.size());
    out.large(file.modified().toEpochMilli()).number(file.entries()).number(file.chunks());
  }

  private static SourceFile file(ByteBuffer in) {
    return new SourceFile(
        Packing.text(in),
        Path.of(Packing.text(in)),
        in.getLong(),
        Instant.ofEpochMilli(in.getLong()),
        in.getInt(),
        in.getInt());
  }

  static byte[] ints(int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  static int[] ints(ByteBuffer bytes) {
    int[] values = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(values);
    return values;
  }
}
