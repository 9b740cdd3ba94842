package dev.bagu.cli;

import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.Section;
import dev.bagu.knowledge.SkippedFile;
import dev.bagu.knowledge.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is loaded.
 *
 * @param roots the files and folders, in order, each with the files that were read below it
 * @param sections with the number of their entries, in order
 * @param skipped what could not be read, and why
 * @param entries how many there are
 * @param chunks how many there are
 */
record Inventory(
    Map<Path, List<SourceFile>> roots,
    Map<Section, Integer> sections,
    List<SkippedFile> skipped,
    int entries,
    int chunks) {

  static Inventory of(List<Path> roots, KnowledgeIndex index) {
    Map<Path, List<SourceFile>> files = new LinkedHashMap<>();
    roots.forEach(root -> files.put(root, new ArrayList<>()));
    for (SourceFile file : index.files()) {
      // The bank's index may have been built elsewhere; its files then belong to the first root.
      Path root =
          roots.stream()
              .filter(each -> file.path().startsWith(each.toAbsolutePath().normalize()))
              .findFirst()
              .orElse(roots.get(0));
      files.getOrDefault(root, new ArrayList<>()).add(file);
    }
    Map<Section, Integer> sections = new LinkedHashMap<>();
    for (int i = 0; i < index.entryCount(); i++) {
      sections.merge(index.entry(i).section(), 1, Integer::sum);
    }
    return new Inventory(files, sections, index.skipped(), index.entryCount(), index.chunkCount());
  }

  /** How many files were read. */
  int files() {
    return roots.values().stream().mapToInt(List::size).sum();
  }

  /** The object of {@code sources --json}. */
  String json() {
    return Json.object(
        json -> {
          json.writeNumberField("files", files());
          json.writeNumberField("entries", entries);
          json.writeNumberField("chunks", chunks);
          Json.objects(
              json,
              "sources",
              roots.entrySet(),
              root -> {
                json.writeStringField("path", root.getKey().toString());
                Json.objects(
                    json,
                    "files",
                    root.getValue(),
                    file -> {
                      json.writeStringField("file", file.file());
                      json.writeNumberField("entries", file.entries());
                      json.writeNumberField("chunks", file.chunks());
                    });
              });
          Json.objects(
              json,
              "sections",
              sections.entrySet(),
              section -> {
                json.writeStringField("id", section.getKey().id());
                json.writeStringField("title", section.getKey().title());
                json.writeStringField("title_en", section.getKey().titleEn());
                json.writeNumberField("entries", section.getValue());
              });
          Json.objects(
              json,
              "skipped",
              skipped,
              file -> {
                json.writeStringField("file", file.file());
                json.writeStringField("reason", file.reason());
              });
        });
  }
}
