package dev.bagu.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as the units that carry its meaning: a Chinese character, a Latin word or number, a
 * formula.
 *
 * <p>Example: {@code "QLoRA 用 NF4 量化"} has the five units {@code qlora 用 nf4 量 化}.
 */
final class Units {
  /**
   * One unit.
   *
   * @param word in small letters
   * @param start offset of its first character
   * @param end offset after its last character
   */
  record Unit(String word, int start, int end) {}

  private static final Pattern UNIT =
      Pattern.compile(
          "\\$[^$]+\\$|\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+(?:[-._'][\\p{L}\\p{N}&&[^\\p{IsHan}]]+)*");

  private Units() {}

  static List<Unit> of(String text) {
    List<Unit> units = new ArrayList<>();
    Matcher matcher = UNIT.matcher(text);
    while (matcher.find()) {
      String word = matcher.group().toLowerCase(Locale.ROOT);
      units.add(new Unit(word, matcher.start(), matcher.end()));
    }
    return units;
  }

  /** The words alone, with a space around each, so that a run can be looked for as a string. */
  static String line(String text) {
    return line(of(text));
  }

  static String line(List<Unit> units) {
    StringBuilder line = new StringBuilder(" ");
    units.forEach(each -> line.append(each.word()).append(' '));
    return line.toString();
  }
}
