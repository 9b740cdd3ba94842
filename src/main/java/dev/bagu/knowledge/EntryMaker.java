package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes entries out of segments of one file, with ids that are unique in it.
 *
 * <p>An id is {@code file#heading}; the second of the same heading gets {@code ~2}. Not
 * thread-safe: one for each file.
 */
final class EntryMaker {
  /** Longest heading in an id, in characters. */
  private static final int LONGEST = 80;

  private final String file;
  private final SourceText text;
  private final Section section;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> repeats = new HashMap<>();
  private final List<Cut> cuts = new ArrayList<>();

  EntryMaker(String file, SourceText text, Section section) {
    this.file = file;
    this.text = text;
    this.section = section;
  }

  /** Everything made so far, in order. */
  List<Cut> cuts() {
    return cuts;
  }

  Section section() {
    return section;
  }

  SourceText text() {
    return text;
  }

  /** Adds an entry that a parser built itself. */
  void add(Cut cut) {
    ids.add(cut.entry().id());
    cuts.add(cut);
  }

  /** Adds a segment, unless no line of it says anything. */
  void add(Segment segment) {
    int from = text.skipBlank(segment.bodyFrom(), segment.to());
    int to = text.trimEnd(from, segment.to());
    if (from >= to) {
      return;
    }
    String body = text.join(from, to);
    SourceSpan span = span(segment.heading(), segment.path(), Math.min(segment.from(), from), to);
    Entry entry =
        new Entry(
            newId(
                file
                    + "#"
                    + shortened(
                        segment.heading().isEmpty() ? segment.question() : segment.heading())),
            segment.kind(),
            segment.question(),
            "",
            List.of(),
            0,
            section,
            span,
            body,
            "",
            "",
            body,
            span(segment.heading(), segment.path(), from, to),
            List.of(),
            List.of(),
            List.of(),
            "");
    cuts.add(new Cut(entry, List.of(new Part(from, to, false))));
  }

  /** The span of the lines from {@code from} (inclusive) to {@code to} (exclusive). */
  SourceSpan span(String heading, List<String> path, int from, int to) {
    int start = text.number(from);
    return new SourceSpan(file, heading, path, start, Math.max(start, text.number(to - 1)));
  }

  /** The id, or the id with the smallest {@code ~n} that nothing else has. */
  String newId(String wanted) {
    String id = wanted;
    while (!ids.add(id)) {
      id = wanted + "~" + (repeats.merge(wanted, 1, Integer::sum) + 1);
    }
    return id;
  }

  private static String shortened(String heading) {
    if (heading.length() <= LONGEST) {
      return heading;
    }
    int end = Character.isHighSurrogate(heading.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return heading.substring(0, end);
  }
}
