package dev.bagu.interview;

import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.GlossaryRow;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The terms of the field, to find those that a text names. Immutable. */
final class Names {
  /** A name that more key points hold says too little to be asked about. */
  private static final int COMMON = 20;

  /** What stands before a name that is itself the answer: "采用 SwiGLU", "如 RoPE", "即残差". */
  private static final Pattern ANSWERS =
      Pattern.compile("(?:[用是为如即叫、/]|采用|使用|选择|引入|包括|包含|分为|称作|称为)\\s*$");

  /** What stands behind a name that is one of several or only a part of a word. */
  private static final Pattern LISTED = Pattern.compile("^\\s*(?:[、/]|等(?!于))");

  private final List<String> names;
  private final List<String> points;

  Names(List<GlossaryRow> glossary, List<Entry> entries) {
    Set<String> all = new LinkedHashSet<>();
    for (GlossaryRow row : glossary) {
      Stream.of(row.zh(), row.en(), row.abbreviations())
          .flatMap(List::stream)
          .filter(each -> each.length() >= 2)
          .forEach(each -> all.add(each.toLowerCase(Locale.ROOT)));
    }
    names = List.copyOf(all);
    points =
        entries.stream()
            .flatMap(each -> each.keyPoints().stream())
            .map(each -> each.text().toLowerCase(Locale.ROOT))
            .toList();
  }

  /**
   * The name in a text that the fewest key points hold, as it stands there: no part of a longer
   * name, and nothing that the text lists or gives as the answer.
   *
   * @param fits which names count
   */
  Optional<String> rarest(String text, Predicate<String> fits) {
    String low = text.toLowerCase(Locale.ROOT);
    List<String> found = names.stream().filter(each -> at(low, each) >= 0).toList();
    return found.stream()
        .filter(each -> found.stream().noneMatch(other -> isPart(each, other)))
        .filter(each -> isTheme(low, each))
        .map(each -> text.substring(at(low, each), at(low, each) + each.length()))
        .filter(fits)
        .filter(each -> frequency(each) <= COMMON)
        .min(
            Comparator.comparingInt(this::frequency)
                .thenComparing(Comparator.comparingInt(String::length).reversed()));
  }

  private static boolean isPart(String name, String other) {
    return other.length() > name.length() && other.contains(name);
  }

  private static boolean isTheme(String text, String name) {
    int at = at(text, name);
    return !ANSWERS.matcher(text.substring(0, at)).find()
        && !LISTED.matcher(text.substring(at + name.length())).find();
  }

  private int frequency(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    return (int) points.stream().filter(each -> each.contains(low)).count();
  }

  /** Where a name stands in a text as a word of its own; -1 where it does not. */
  private static int at(String text, String name) {
    int at = text.indexOf(name);
    while (at >= 0
        && (joins(text, at - 1, at) || joins(text, at + name.length() - 1, at + name.length()))) {
      at = text.indexOf(name, at + 1);
    }
    return at;
  }

  /** Whether two neighbouring characters are of one Latin word or number. */
  private static boolean joins(String text, int left, int right) {
    return left >= 0
        && right < text.length()
        && latin(text.charAt(left))
        && latin(text.charAt(right));
  }

  private static boolean latin(char c) {
    return c < 0x2E80 && (Character.isLetterOrDigit(c) || c == '-');
  }
}
