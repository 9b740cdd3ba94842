package dev.bagu.knowledge;

import java.util.List;

/**
 * A stretch of lines that will be an entry: a heading or question with what stands below it.
 *
 * @param kind question or section
 * @param question what the entry is called
 * @param heading the heading or question line as it stands, without its marks
 * @param path the headings above and {@code heading} itself
 * @param from index of the heading line
 * @param bodyFrom index of the first line of the body
 * @param to index after the last line
 */
record Segment(
    Entry.Kind kind,
    String question,
    String heading,
    List<String> path,
    int from,
    int bodyFrom,
    int to) {
  Segment {
    path = List.copyOf(path);
  }

  /** The same segment with another end. */
  Segment until(int end) {
    return new Segment(kind, question, heading, path, from, bodyFrom, end);
  }
}
