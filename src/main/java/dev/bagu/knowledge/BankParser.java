package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one entry of the bank's own notation.
 *
 * <p>Below the {@code ##} question stands {@code <!-- id: … | level: … | en: … | aka: …; … -->};
 * then, each opened by a bold label, {@code 一句话}, {@code In short}, the full answer, {@code 要点},
 * {@code 易错}, {@code 追问} and {@code 参考}. Full-width and half-width punctuation are the same. What
 * is missing is reported with its line, and the rest is kept.
 *
 * <p>Example: {@code - “B 也随机初始化” → B 置零 } under {@code **易错**} is the mistake "B 也随机初始化".
 */
final class BankParser {
  private enum Label {
    ZH("一句话"),
    EN("In short"),
    KEY_POINTS("要点"),
    MISTAKES("易错"),
    FOLLOW_UPS("追问"),
    REFERENCES("参考");

    private final String name;

    Label(String name) {
      this.name = name;
    }
  }

  private static final Pattern LABEL =
      Pattern.compile("^\\s*\\*\\*(一句话|In short|要点|易错|追问|参考)\\s*[：:]?\\s*\\*\\*\\s*[：:]?\\s*(.*)$");

  private final EntryMaker maker;
  private final SourceText text;
  private final List<SkippedFile> warnings;
  private final String file;

  BankParser(EntryMaker maker, String file, List<SkippedFile> warnings) {
    this.maker = maker;
    this.text = maker.text();
    this.file = file;
    this.warnings = warnings;
  }

  /** Whether the bank's comment follows the heading. */
  static boolean marked(SourceText text, Heading heading, int to) {
    int i = text.skipBlank(heading.to(), to);
    return i < to
        && text.line(i).strip().startsWith("<!--")
        && comment(text, i, to).contains("id:");
  }

  /** Adds the entry below {@code heading}; false if it has no usable id and is yet to be cut. */
  boolean parse(Heading heading, List<String> path, int to) {
    int open = text.skipBlank(heading.to(), to);
    Map<String, String> fields = BankFields.of(comment(text, open, to));
    String id = fields.getOrDefault("id", "");
    if (id.isEmpty() || id.chars().anyMatch(Character::isWhitespace)) {
      warn(
          heading.from(), "has no usable id in its comment; write <!-- id: name-01 | level: 1 -->");
      return false;
    }
    int body = commentEnd(open, to);
    int end = text.trimEnd(body, to);
    NavigableMap<Integer, Label> labels = labels(body, end);
    Entry entry = entry(heading, path, id, fields, labels, body, end);
    maker.add(new Cut(entry, parts(labels, entry, body, end)));
    check(heading, entry, fields);
    return true;
  }

  private Entry entry(
      Heading heading,
      List<String> path,
      String id,
      Map<String, String> fields,
      NavigableMap<Integer, Label> labels,
      int body,
      int end) {
    int from = answerFrom(labels, body, end);
    int to = answerTo(labels, from, end);
    BankLists lists = new BankLists(text);
    SourceSpan span = maker.span(heading.text(), path, heading.from(), Math.max(end, heading.to()));
    String unique = maker.newId(id);
    if (!unique.equals(id)) {
      warn(heading.from(), "has the id " + id + " of an entry above; give it one of its own");
    }
    return new Entry(
        unique,
        Entry.Kind.BANK,
        heading.text(),
        fields.getOrDefault("en", ""),
        BankFields.wordings(fields.getOrDefault("aka", "")),
        BankFields.level(fields.getOrDefault("level", "")),
        maker.section(),
        span,
        text.join(Math.min(text.skipBlank(body, end), end), end),
        shortForm(labels, Label.ZH, end),
        shortForm(labels, Label.EN, end),
        text.join(from, to),
        to > from ? maker.span(heading.text(), path, from, to) : span,
        at(labels, Label.KEY_POINTS)
            .map(i -> lists.keyPoints(i + 1, next(labels, i, end)))
            .orElse(List.of()),
        at(labels, Label.MISTAKES)
            .map(i -> lists.mistakes(i + 1, next(labels, i, end)))
            .orElse(List.of()),
        at(labels, Label.FOLLOW_UPS)
            .map(i -> lists.followUps(i + 1, next(labels, i, end)))
            .orElse(List.of()),
        at(labels, Label.REFERENCES)
            .map(i -> lists.joined(rest(i), i + 1, next(labels, i, end)))
            .orElse(""));
  }

  private List<Part> parts(NavigableMap<Integer, Label> labels, Entry entry, int body, int end) {
    int from = answerFrom(labels, body, end);
    List<Part> parts = new ArrayList<>();
    for (Label label : List.of(Label.ZH, Label.EN)) {
      at(labels, label).ifPresent(i -> parts.add(new Part(i, shortEnd(labels, i, end), true)));
    }
    if (!entry.answer().isEmpty()) {
      parts.add(new Part(from, answerTo(labels, from, end), false));
    }
    for (Label label : List.of(Label.KEY_POINTS, Label.MISTAKES)) {
      at(labels, label)
          .ifPresent(i -> parts.add(new Part(i, text.trimEnd(i, next(labels, i, end)), true)));
    }
    return parts;
  }

  private void check(Heading heading, Entry entry, Map<String, String> fields) {
    if (!fields.getOrDefault("level", "").matches("[123]")) {
      warn(
          heading.from(), "has level \"" + fields.getOrDefault("level", "") + "\", must be 1 to 3");
    }
    List<String> missing = new ArrayList<>();
    if (entry.shortZh().isEmpty()) {
      missing.add("一句话");
    }
    if (entry.answer().isEmpty()) {
      missing.add("an answer");
    }
    if (entry.keyPoints().isEmpty()) {
      missing.add("要点");
    }
    if (!missing.isEmpty()) {
      warn(heading.from(), "lacks " + String.join(", ", missing) + "; the rest of it is used");
    }
    for (Mistake mistake : entry.mistakes()) {
      if (mistake.right().isEmpty()) {
        warnings.add(
            new SkippedFile(
                file + ":" + mistake.line(), "易错 line has no → with the right version"));
      }
    }
  }

  private void warn(int line, String what) {
    warnings.add(new SkippedFile(file + ":" + text.number(line), "bank entry " + what));
  }

  private static String comment(SourceText text, int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < Math.min(to, from + 40); i++) {
      out.append(text.line(i)).append(' ');
      if (text.line(i).contains("-->")) {
        break;
      }
    }
    return out.toString();
  }

  private int commentEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.line(i).contains("-->")) {
        return i + 1;
      }
    }
    return from;
  }

  /** The first line of each label, in order; code is passed over. */
  private NavigableMap<Integer, Label> labels(int from, int to) {
    NavigableMap<Integer, Label> labels = new TreeMap<>();
    String fence = "";
    for (int i = from; i < to; i++) {
      String line = text.line(i);
      if (fence.isEmpty() && Lines.fence(line)) {
        fence = Lines.fenceMark(line);
      } else if (!fence.isEmpty()) {
        fence = Lines.closesFence(line, fence) ? "" : fence;
      } else {
        Matcher m = LABEL.matcher(line);
        if (m.matches()) {
          for (Label label : Label.values()) {
            if (label.name.equals(m.group(1)) && !labels.containsValue(label)) {
              labels.put(i, label);
            }
          }
        }
      }
    }
    return labels;
  }

  private static Optional<Integer> at(NavigableMap<Integer, Label> labels, Label label) {
    return labels.entrySet().stream()
        .filter(each -> each.getValue() == label)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static int next(NavigableMap<Integer, Label> labels, int line, int end) {
    Integer next = labels.higherKey(line);
    return next == null ? end : next;
  }

  private String rest(int line) {
    Matcher m = LABEL.matcher(text.line(line));
    return m.matches() ? m.group(2).strip() : "";
  }

  private int shortEnd(NavigableMap<Integer, Label> labels, int line, int end) {
    int limit = next(labels, line, end);
    int i = rest(line).isEmpty() ? text.skipBlank(line + 1, limit) : line + 1;
    while (i < limit && !text.blank(i)) {
      i++;
    }
    return i;
  }

  private String shortForm(NavigableMap<Integer, Label> labels, Label label, int end) {
    return at(labels, label)
        .map(i -> new BankLists(text).joined(rest(i), i + 1, shortEnd(labels, i, end)))
        .orElse("");
  }

  /** The answer begins below the later of the two short forms. */
  private int answerFrom(NavigableMap<Integer, Label> labels, int body, int end) {
    int from = body;
    for (Label label : List.of(Label.ZH, Label.EN)) {
      from = Math.max(from, at(labels, label).map(i -> shortEnd(labels, i, end)).orElse(body));
    }
    return Math.min(text.skipBlank(from, end), end);
  }

  private int answerTo(NavigableMap<Integer, Label> labels, int from, int end) {
    Integer next = labels.ceilingKey(from);
    return text.trimEnd(from, next == null ? end : next);
  }
}
