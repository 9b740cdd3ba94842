package dev.bagu.evaluation;

import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.Entry;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The headings of some documents that have text of their own; the others are met by what stands
 * below them.
 *
 * <p>Example: where {@code # PEFT} is followed at once by {@code ## LoRA}, the relevant heading
 * "PEFT" is met by the entry "PEFT › LoRA"; where "PEFT" has a paragraph of its own, only by that.
 */
final class Places {
  private final Set<String> own = new HashSet<>();

  private Places(Collection<Entry> entries) {
    for (Entry entry : entries) {
      own.add(place(entry.span().file(), entry.span().heading()));
    }
  }

  /** The places of an index. */
  static Places of(KnowledgeIndex index) {
    return of(IntStream.range(0, index.entryCount()).mapToObj(index::entry).toList());
  }

  /** The places of these entries, which must be all of their files. */
  static Places of(Collection<Entry> entries) {
    return new Places(entries);
  }

  /** How well an entry answers a question: 2 fully, 1 in part, 0 not at all. */
  int grade(Question question, Entry entry) {
    return question.relevant().stream()
        .filter(relevant -> meets(relevant, entry))
        .mapToInt(Question.Relevant::grade)
        .max()
        .orElse(0);
  }

  /** Whether an entry is a relevant place, or stands below one that has no text of its own. */
  boolean meets(Question.Relevant relevant, Entry entry) {
    if (!relevant.entry().isEmpty()) {
      return relevant.entry().equals(entry.id());
    }
    if (!relevant.file().equals(entry.span().file())) {
      return false;
    }
    String heading = Question.folded(relevant.heading());
    if (own.contains(place(relevant.file(), relevant.heading()))) {
      return heading.equals(Question.folded(entry.span().heading()));
    }
    return entry.span().headingPath().stream().map(Question::folded).anyMatch(heading::equals);
  }

  /** What makes two hits the same: file and heading. */
  static String place(String file, String heading) {
    return file + "\n" + Question.folded(heading);
  }
}
