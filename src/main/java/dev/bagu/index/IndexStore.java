package dev.bagu.index;

import dev.bagu.BaguException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens the index of a set of knowledge folders, and builds it where there is none that still
 * holds.
 *
 * <p>An index is one folder, a generation, written beside and renamed when whole: a process that is
 * killed leaves at most a folder that nobody reads. The newest whole generation counts. Only one
 * process builds an index at a time (a file lock, which the system takes back from a dead process);
 * the others wait and then open what it built. The cache holds nothing that cannot be made again,
 * so it may be deleted at any time.
 */
public final class IndexStore implements AutoCloseable {
  private static final String BUILDING = "building-";
  private static final String WHOLE = "generation-";
  private static final Object ONE_BUILD = new Object();

  private final Path cache;
  private final IndexListener listener;
  private final EncoderPool encoders;

  /**
   * A store over a cache folder, which is made when first needed.
   *
   * @param cache the person's cache folder
   * @param listener hears what takes time
   */
  public IndexStore(Path cache, IndexListener listener) {
    this(cache, listener, EncoderPool.over(cache));
  }

  /** The same with models that may be opening already; closing the store closes them. */
  public IndexStore(Path cache, IndexListener listener, EncoderPool encoders) {
    this.cache = cache;
    this.listener = listener;
    this.encoders = encoders;
  }

  /**
   * Opens the installation's own index and closes it again: on another thread at the start of a
   * process, this loads the classes and the pages that the real opening is about to need, and the
   * stemmer's words. What fails here fails again there, and is told there.
   */
  public static void warmUp() {
    LexicalIndex.terms(IndexField.CHUNK_PAIRS, "words");
    try {
      for (Path place : installed()) {
        for (Path folder : generations(place)) {
          new KnowledgeIndex(folder, Generation.read(folder)).close();
        }
      }
    } catch (BrokenCache e) {
      return; // told by whoever opens it
    }
  }

  /** The models, opened when first asked for. */
  public EncoderPool encoders() {
    return encoders;
  }

  /**
   * The index of the documents below the roots, as they are now.
   *
   * @throws dev.bagu.BadInput if a root does not exist
   * @throws BaguException if it can be neither opened nor built
   */
  public KnowledgeIndex open(List<Path> roots) {
    List<Path> absolute = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    Path own = cache.resolve("index").resolve(key(absolute));
    List<Path> places = new ArrayList<>(installed());
    places.add(own);
    KnowledgeIndex ready = current(places, absolute);
    return ready != null ? ready : build(own, absolute);
  }

  /** Builds the index of the roots into a folder of its own: what the installation ships. */
  public void buildInto(Path place, List<Path> roots) {
    List<Path> absolute = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    try {
      Files.createDirectories(place);
      if (current(List.of(place), absolute) == null) {
        write(place, absolute);
      }
    } catch (IOException e) {
      throw new BaguException("cannot write the index to " + place + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    encoders.close();
  }

  private KnowledgeIndex build(Path place, List<Path> roots) {
    // A file lock belongs to the whole process, so threads take turns before they ask for it.
    synchronized (ONE_BUILD) {
      return buildLocked(place, roots);
    }
  }

  private KnowledgeIndex buildLocked(Path place, List<Path> roots) {
    try {
      Files.createDirectories(place);
      try (FileChannel channel =
              FileChannel.open(
                  place.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        // While this one waited, another process may have built what is wanted.
        KnowledgeIndex ready = lock.isValid() ? current(List.of(place), roots) : null;
        return ready != null ? ready : open(write(place, roots));
      }
    } catch (IOException e) {
      return buildAside(roots, e);
    }
  }

  /** Where the cache cannot be written: an index for this process alone. */
  private KnowledgeIndex buildAside(List<Path> roots, IOException why) {
    listener.unwritable(cache, String.valueOf(why.getMessage()));
    try {
      Path aside = Files.createTempDirectory("bagu-index");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(aside)));
      return open(write(aside, roots));
    } catch (IOException e) {
      throw new BaguException(
          "cannot write an index, neither to "
              + cache
              + " nor to a temporary folder: "
              + e.getMessage(),
          e);
    }
  }

  private FileLock lock(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    if (lock != null) {
      return lock;
    }
    listener.waiting();
    return channel.lock();
  }

  private Path write(Path place, List<Path> roots) throws IOException {
    Path building = Files.createTempDirectory(place, BUILDING);
    try {
      new GenerationWriter(roots, encoders::get, new VectorDonors(donors(place)), listener)
          .write(building);
      Path whole = place.resolve(WHOLE + next(place));
      Files.move(building, whole, StandardCopyOption.ATOMIC_MOVE);
      clean(place, whole);
      return whole;
    } finally {
      delete(building);
    }
  }

  /** The newest whole generation of a place that still matches its documents, or null. */
  private @org.jspecify.annotations.Nullable KnowledgeIndex current(
      List<Path> places, List<Path> roots) {
    for (Path place : places) {
      for (Path folder : generations(place)) {
        try {
          Generation generation = Generation.read(folder);
          if (generation.isOf(roots)) {
            return new KnowledgeIndex(folder, generation);
          }
        } catch (BrokenCache e) {
          // A folder that vanished was replaced by a newer one while this process looked.
          if (Files.exists(folder)) {
            listener.rebuilding(String.valueOf(e.getMessage()));
          }
        }
      }
    }
    return null;
  }

  private KnowledgeIndex open(Path folder) {
    return new KnowledgeIndex(folder, Generation.read(folder));
  }

  /** Where the installation keeps its index of the bundled bank: one place, or none. */
  private static List<Path> installed() {
    String folder = System.getProperty("bagu.index");
    return folder == null ? List.of() : List.of(Path.of(folder));
  }

  /**
   * Generations that may lend vectors: the same folder's, the installation's, then the newest of
   * other folders.
   */
  private List<Path> donors(Path place) {
    List<Path> donors = new ArrayList<>(generations(place));
    installed().forEach(each -> donors.addAll(generations(each)));
    list(cache.resolve("index")).stream()
        .filter(other -> !other.equals(place))
        .flatMap(other -> generations(other).stream().limit(1))
        .forEach(donors::add);
    return donors;
  }

  /** Whole generations of a place, newest first. */
  private static List<Path> generations(Path place) {
    return list(place).stream()
        .filter(folder -> number(folder) > 0)
        .sorted(Comparator.comparingLong(IndexStore::number).reversed())
        .toList();
  }

  private static long next(Path place) {
    return generations(place).stream().mapToLong(IndexStore::number).max().orElse(0) + 1;
  }

  /** The number in a generation's name; 0 for any other folder. */
  private static long number(Path folder) {
    String name = String.valueOf(folder.getFileName());
    boolean whole = name.startsWith(WHOLE) && name.substring(WHOLE.length()).matches("\\d{1,18}");
    return whole ? Long.parseLong(name.substring(WHOLE.length())) : 0;
  }

  private static void clean(Path place, Path keep) {
    for (Path folder : list(place)) {
      boolean ours = number(folder) > 0 || folder.getFileName().toString().startsWith(BUILDING);
      if (ours && !folder.equals(keep)) {
        delete(number(folder) > 0 ? aside(folder) : folder);
      }
    }
  }

  /** A generation under the name of an unfinished one: who is killed half way leaves no damage. */
  private static Path aside(Path folder) {
    try {
      Path other = folder.resolveSibling(BUILDING + folder.getFileName());
      return Files.move(folder, other, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      return folder; // still open elsewhere, on systems where that matters
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return; // gone already, or still open elsewhere: the next build cleans up
    }
  }

  private static String key(List<Path> roots) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      roots.forEach(root -> sha.update((root + "\0").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
