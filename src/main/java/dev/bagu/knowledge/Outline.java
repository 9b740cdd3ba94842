package dev.bagu.knowledge;

import java.util.List;
import java.util.Map;

/**
 * A document as lines and headings: what every format is turned into before entries are cut.
 *
 * @param text the lines
 * @param headings in the order of the lines; empty where the format or the file has none
 * @param meta front matter, key to value; empty where there is none
 * @param start index of the first line that is not front matter
 */
record Outline(SourceText text, List<Heading> headings, Map<String, String> meta, int start) {
  Outline {
    headings = List.copyOf(headings);
    meta = Map.copyOf(meta);
  }

  Outline(SourceText text, List<Heading> headings) {
    this(text, headings, Map.of(), 0);
  }
}
