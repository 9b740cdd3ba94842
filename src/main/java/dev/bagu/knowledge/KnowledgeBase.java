package dev.bagu.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All entries and chunks of one or more knowledge folders.
 *
 * <p>Goes in: folders or single files. Comes out: entries and chunks in the order of the roots,
 * then of the relative paths, then of the lines; the same files always give the same knowledge
 * base. A file that cannot be used is listed in {@link #skipped()} with a reason and stops nothing.
 *
 * <p>Example: {@code KnowledgeBase.load(List.of(Path.of("knowledge"))).entry("peft-07")} holds
 * "LoRA 的思路是什么？". Immutable and safe for use by many threads.
 */
public final class KnowledgeBase {
  /** Turns one file into entries and chunks: {@link DocumentReader#read}, or a cache before it. */
  @FunctionalInterface
  public interface FileParser {
    /** What the file yields; {@code file} is the path that spans show. */
    ParsedFile parse(String file, byte[] bytes);
  }

  /** Largest file of a text format that is read, in bytes; a year of notes is far smaller. */
  static final long LARGEST_TEXT = 20L * 1024 * 1024;

  /** Largest PDF or DOCX that is read, in bytes: most of such a file is pictures. */
  public static final long LARGEST_BINARY = 100L * 1024 * 1024;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, List<Chunk>> chunks = new LinkedHashMap<>();
  private final Map<String, Integer> repeats = new HashMap<>();
  private final List<Chunk> allChunks = new ArrayList<>();
  private final List<SkippedFile> skipped = new ArrayList<>();
  private final List<SourceFile> files = new ArrayList<>();
  private final List<GlossaryRow> glossary = new ArrayList<>();
  private final List<ClaimPair> claimPairs = new ArrayList<>();

  private KnowledgeBase() {}

  /**
   * Reads all files below the roots.
   *
   * @throws dev.bagu.BadInput if a root does not exist
   */
  public static KnowledgeBase load(List<Path> roots) {
    return load(roots, DocumentReader::read);
  }

  /**
   * Reads all files below the roots with a parser of the caller's, for example one that remembers
   * what it parsed.
   *
   * @throws dev.bagu.BadInput if a root does not exist
   */
  public static KnowledgeBase load(List<Path> roots, FileParser parser) {
    KnowledgeBase base = new KnowledgeBase();
    FileFinder finder = new FileFinder(base.skipped);
    for (Path root : roots) {
      for (FileFinder.Found found : finder.find(root)) {
        base.read(found, parser);
      }
    }
    return base;
  }

  /**
   * The files that {@link #load} would read, without reading them: what a cache compares.
   *
   * @throws dev.bagu.BadInput if a root does not exist
   */
  public static List<Path> list(List<Path> roots) {
    FileFinder finder = new FileFinder(new ArrayList<>());
    return roots.stream()
        .flatMap(root -> finder.find(root).stream())
        .map(FileFinder.Found::path)
        .toList();
  }

  /** All entries, in order. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** All chunks, in the order of their entries. */
  public List<Chunk> chunks() {
    return Collections.unmodifiableList(allChunks);
  }

  /** Files that yielded nothing, and what is broken in files that were read ({@code file:line}). */
  public List<SkippedFile> skipped() {
    return Collections.unmodifiableList(skipped);
  }

  /** The files that yielded entries, in order. */
  public List<SourceFile> files() {
    return Collections.unmodifiableList(files);
  }

  /** The rows of the {@code glossary.md} of every root, in order. */
  public List<GlossaryRow> glossary() {
    return Collections.unmodifiableList(glossary);
  }

  /** The rows of the {@code claims.md} of every root, in order. */
  public List<ClaimPair> claimPairs() {
    return Collections.unmodifiableList(claimPairs);
  }

  /** The entry with an id. */
  public Optional<Entry> entry(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** The chunks of an entry, in order; empty where there is no such entry. */
  public List<Chunk> chunksOf(String entryId) {
    return chunks.getOrDefault(entryId, List.of());
  }

  private void read(FileFinder.Found found, FileParser parser) {
    String file = found.file();
    if (!DocumentReader.reads(file)) {
      skip(file, "is of a kind that is not read here; use md, txt, html, pdf or docx");
      return;
    }
    try {
      long size = Files.size(found.path());
      long most = DocumentReader.isText(file) ? LARGEST_TEXT : LARGEST_BINARY;
      if (size > most) {
        skip(file, "is larger than " + most / 1024 / 1024 + " MB; split it");
        return;
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(found.path())) {
        bytes = in.readNBytes((int) most);
      }
      Instant modified = Files.getLastModifiedTime(found.path()).toInstant();
      if (file.toLowerCase(Locale.ROOT).equals(Glossary.FILE)) {
        glossary.addAll(Glossary.read(DocumentReader.outline(file, bytes).text()));
        return;
      }
      if (file.toLowerCase(Locale.ROOT).equals(ClaimPairs.FILE)) {
        claimPairs.addAll(ClaimPairs.read(DocumentReader.outline(file, bytes).text()));
        return;
      }
      ParsedFile parsed = parser.parse(file, bytes);
      skipped.addAll(parsed.skipped());
      if (!parsed.entries().isEmpty()) {
        add(parsed);
        files.add(
            new SourceFile(
                file,
                found.path(),
                size,
                modified,
                parsed.entries().size(),
                parsed.chunks().size()));
      }
    } catch (IOException e) {
      skip(file, FileFinder.reason(e));
    } catch (Unreadable e) {
      skip(file, e.reason());
    }
  }

  private void skip(String file, String reason) {
    skipped.add(new SkippedFile(file, reason));
  }

  private void add(ParsedFile parsed) {
    Map<String, String> renamed = new LinkedHashMap<>();
    for (Entry entry : parsed.entries()) {
      String id = entry.id();
      while (entries.containsKey(id)) {
        id = entry.id() + "~" + (repeats.merge(entry.id(), 1, Integer::sum) + 1);
      }
      renamed.put(entry.id(), id);
      entries.put(id, id.equals(entry.id()) ? entry : entry.withId(id));
      chunks.put(id, new ArrayList<>());
    }
    for (Chunk chunk : parsed.chunks()) {
      String id = renamed.getOrDefault(chunk.entryId(), chunk.entryId());
      Chunk named = id.equals(chunk.entryId()) ? chunk : chunk.withEntry(id);
      allChunks.add(named);
      chunks.computeIfAbsent(id, any -> new ArrayList<>()).add(named);
    }
    renamed.values().forEach(id -> chunks.computeIfPresent(id, (any, list) -> List.copyOf(list)));
  }
}
