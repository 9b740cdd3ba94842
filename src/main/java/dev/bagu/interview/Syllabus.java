package dev.bagu.interview;

import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.GlossaryRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The entries of an index that can be asked, with their ordinals. Immutable. */
public final class Syllabus {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Integer> ordinals = new LinkedHashMap<>();

  private final Names names;

  private Syllabus(List<Entry> all, List<GlossaryRow> glossary) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isQuestion()) {
        entries.put(all.get(i).id(), all.get(i));
        ordinals.put(all.get(i).id(), i);
      }
    }
    names = new Names(glossary, entries());
  }

  /** The questions of an index. */
  public static Syllabus of(KnowledgeIndex index) {
    return of(
        IntStream.range(0, index.entryCount()).mapToObj(index::entry).toList(), index.glossary());
  }

  /**
   * The questions among entries; an entry's place in the list is its ordinal.
   *
   * @param glossary the terms of their field
   */
  public static Syllabus of(List<Entry> entries, List<GlossaryRow> glossary) {
    return new Syllabus(entries, glossary);
  }

  /** The terms of the field. */
  Names names() {
    return names;
  }

  /** All questions, in the order of the index. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** The question with an id. */
  public Optional<Entry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** The ordinal of a question in the index; the id must be one of this syllabus. */
  int ordinal(String id) {
    return Optional.ofNullable(ordinals.get(id)).orElseThrow();
  }
}
