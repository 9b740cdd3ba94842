package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds questions with their answers in text that has no headings: {@code Q:}/{@code A:} pairs,
 * numbered questions, and, on a page with neither, lines that end in a question mark.
 *
 * <p>A question is one only if answer text follows before the next; so tables of contents, which
 * are questions without answers, yield nothing. Runs of bulleted questions are tables of contents
 * wherever they stand, and what follows them answers the question above the run. Of one question
 * that stands twice, the first is a table of contents. A numbered line that does not ask, or is
 * indented deeper than the question it stands under, belongs to the answer.
 *
 * <p>Example: {@code 1. 什么是 LoRA? / 2. 什么是 QLoRA? / 2. 什么是 QLoRA? / 量化后的 LoRA。} yields one segment,
 * its heading on the third line.
 */
final class QuestionList {
  /** Shorter answers after a run of bare questions are a heading that slipped in, in characters. */
  private static final int SHORTEST = 8;

  private final SourceText text;

  QuestionList(SourceText text) {
    this.text = text;
  }

  /**
   * The questions in the body of a heading: labelled pairs always; numbered questions only if two
   * or more are answered and the heading itself does not ask, because then they are its answer.
   */
  List<Segment> under(Segment above) {
    NavigableMap<Integer, QuestionLine> found = candidates(above.bodyFrom(), above.to());
    boolean labels = only(found, QuestionLine.Style.LABEL);
    if (!labels) {
      found.values().removeIf(line -> line.style() != QuestionLine.Style.NUMBER || line.bullet());
      if (above.kind() == Entry.Kind.QUESTION) {
        return List.of();
      }
    }
    List<Segment> segments = answered(found, above.to(), above.path(), false);
    return labels || segments.size() >= 2 ? segments : List.of();
  }

  /** The questions of a whole page or file without headings. */
  List<Segment> page(int from, int to) {
    NavigableMap<Integer, QuestionLine> found = candidates(from, to);
    if (only(found, QuestionLine.Style.LABEL)) {
      return answered(found, to, List.of(), true);
    }
    NavigableMap<Integer, QuestionLine> numbered = new TreeMap<>(found);
    numbered.values().removeIf(line -> line.style() != QuestionLine.Style.NUMBER);
    List<Segment> segments = answered(withAdvertised(numbered, found, to), to, List.of(), true);
    return segments.isEmpty() ? answered(found, to, List.of(), true) : segments;
  }

  /** Lines that may be questions, by index; code is passed over. */
  private NavigableMap<Integer, QuestionLine> candidates(int from, int to) {
    NavigableMap<Integer, QuestionLine> found = new TreeMap<>();
    String fence = "";
    for (int i = from; i < to; i++) {
      String line = text.line(i);
      if (fence.isEmpty() && Lines.fence(line)) {
        fence = Lines.fenceMark(line);
      } else if (!fence.isEmpty()) {
        fence = Lines.closesFence(line, fence) ? "" : fence;
      } else {
        Optional<QuestionLine> question = QuestionLine.of(line);
        if (question.isPresent()) {
          found.put(i, question.get());
        }
      }
    }
    return found;
  }

  /** Whether there are lines of that style; if so, drops all others. */
  private static boolean only(Map<Integer, QuestionLine> found, QuestionLine.Style style) {
    if (found.values().stream().noneMatch(line -> line.style() == style)) {
      return false;
    }
    found.values().removeIf(line -> line.style() != style);
    return true;
  }

  /** Adds unmarked questions whose text is an advertisement: they end the answer above them. */
  private NavigableMap<Integer, QuestionLine> withAdvertised(
      NavigableMap<Integer, QuestionLine> numbered,
      NavigableMap<Integer, QuestionLine> all,
      int to) {
    NavigableMap<Integer, QuestionLine> result = new TreeMap<>(numbered);
    all.forEach(
        (line, question) -> {
          Integer next = numbered.higherKey(line);
          boolean bare = question.style() == QuestionLine.Style.BARE && !question.bullet();
          if (bare && Boilerplate.advertisement(text, line + 1, next == null ? to : next)) {
            result.put(line, question);
          }
        });
    return result;
  }

  private List<Segment> answered(
      NavigableMap<Integer, QuestionLine> found, int to, List<String> path, boolean page) {
    BitSet contents = contents(found, to);
    found.keySet().removeIf(contents::get);
    found.keySet().removeAll(deeper(found));
    found.keySet().removeAll(repeatedLater(found));
    List<Segment> segments = new ArrayList<>();
    int bare = 0;
    for (Map.Entry<Integer, QuestionLine> each : found.entrySet()) {
      Integer next = found.higherKey(each.getKey());
      int end = next == null ? to : next;
      Optional<Segment> segment =
          segment(each.getKey(), each.getValue(), end, path, contents, page);
      boolean slip = bare >= 2 && segment.map(s -> length(s) < SHORTEST).orElse(false);
      if (segment.isPresent() && !slip) {
        segments.add(segment.get());
        bare = 0;
      } else {
        bare++;
      }
    }
    return segments;
  }

  /**
   * Lines of bulleted runs: two or more short bullets that ask, with nothing but bullets between.
   */
  private BitSet contents(NavigableMap<Integer, QuestionLine> found, int to) {
    BitSet contents = new BitSet();
    for (Map.Entry<Integer, QuestionLine> each : found.entrySet()) {
      if (!each.getValue().bullet() || contents.get(each.getKey())) {
        continue;
      }
      int asking = 0;
      int end = each.getKey();
      for (int i = end; i < to; i++) {
        if (text.blank(i)) {
          continue;
        }
        if (!QuestionLine.contentsLine(text.line(i))) {
          break;
        }
        asking += found.containsKey(i) ? 1 : 0;
        end = i;
      }
      if (asking >= 2) {
        contents.set(each.getKey(), end + 1);
      }
    }
    return contents;
  }

  private static Set<Integer> deeper(NavigableMap<Integer, QuestionLine> found) {
    Set<Integer> deeper = new HashSet<>();
    int indent = Integer.MAX_VALUE;
    for (Map.Entry<Integer, QuestionLine> each : found.entrySet()) {
      if (indent != Integer.MAX_VALUE && each.getValue().indent() >= indent + 2) {
        deeper.add(each.getKey());
      } else {
        indent = each.getValue().indent();
      }
    }
    return deeper;
  }

  private Set<Integer> repeatedLater(NavigableMap<Integer, QuestionLine> found) {
    Set<Integer> repeated = new HashSet<>();
    Set<String> later = new HashSet<>();
    for (Map.Entry<Integer, QuestionLine> each : found.descendingMap().entrySet()) {
      String key = each.getValue().question().replaceAll("[\\s?？]", "").toLowerCase(Locale.ROOT);
      Integer next = found.higherKey(each.getKey());
      boolean bare = next != null && text.join(each.getKey() + 1, next).strip().length() < SHORTEST;
      if (!later.add(key) && bare) {
        repeated.add(each.getKey());
      }
    }
    return repeated;
  }

  private Optional<Segment> segment(
      int line,
      QuestionLine question,
      int limit,
      List<String> path,
      BitSet contents,
      boolean page) {
    int from = question.answered() ? line : line + 1;
    while (from < limit
        && (text.blank(from) || contents.get(from) || Boilerplate.picture(text.line(from)))) {
      from++;
    }
    if (page
        && Boilerplate.advertisement(text, from, limit)
        && Boilerplate.end(text, from, limit) - from < (limit - from) / 2) {
      int end = Boilerplate.end(text, from, limit);
      if (question.style() == QuestionLine.Style.BARE || end <= from) {
        return Optional.empty();
      }
    }
    int to = page ? Boilerplate.end(text, from, limit) : limit;
    to = chapterEnd(from, to, limit);
    if (from >= to) {
      return Optional.empty();
    }
    List<String> full = new ArrayList<>(path);
    full.add(question.heading());
    return Optional.of(
        new Segment(
            Entry.Kind.QUESTION, question.question(), question.heading(), full, line, from, to));
  }

  /** Where the answer ends if the title of the next chapter stands at its end. */
  private int chapterEnd(int from, int to, int limit) {
    int end = text.trimEnd(from, to);
    if (limit == text.size() || end - 1 <= from || !text.blank(end - 2)) {
      return end;
    }
    String last = text.line(end - 1).strip();
    Optional<Numbering> numbering = Numbering.of(last);
    boolean han = numbering.isPresent() && numbering.get().kind() == Numbering.Kind.HAN;
    boolean titled = last.endsWith("篇") || last.endsWith("面") || last.endsWith("部分");
    boolean chapter = last.length() <= 25 && (han || titled) && !last.endsWith("。");
    return chapter ? text.trimEnd(from, end - 1) : end;
  }

  private int length(Segment segment) {
    return text.join(segment.bodyFrom(), segment.to()).strip().length();
  }
}
