package dev.bagu.index;

import dev.bagu.knowledge.Entry;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The ways in which an entry's question is put, and the form in which two wordings count as the
 * same.
 */
public final class Wordings {
  private Wordings() {}

  /**
   * All wordings of an entry, the question first. A section has its heading, and its heading path
   * where that says more.
   */
  public static List<String> of(Entry entry) {
    List<String> wordings = new ArrayList<>();
    if (entry.isQuestion()) {
      wordings.add(entry.question());
      if (!entry.questionEn().isEmpty()) {
        wordings.add(entry.questionEn());
      }
      wordings.addAll(entry.wordings());
    } else {
      List<String> path = entry.span().headingPath();
      if (!path.isEmpty()) {
        wordings.add(plain(path.get(path.size() - 1)));
      }
      if (path.size() > 1) {
        wordings.add(
            plain(String.join(" ", path.subList(Math.max(0, path.size() - 3), path.size()))));
      }
      if (path.isEmpty()) {
        wordings.add(entry.question());
      }
    }
    return wordings;
  }

  /**
   * What is the same in two wordings that differ only in width, case, spaces and punctuation.
   *
   * <p>Example: {@code "LoRA 的思路是什么？"} and {@code "lora的思路是什么?"} have the same key.
   */
  public static String key(String wording) {
    String folded = Normalizer.normalize(wording, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder();
    folded
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == '+' || c == '#')
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /** A heading without emphasis, code and escape marks. */
  static String plain(String heading) {
    return heading.replaceAll("[*`\\\\]", "").strip();
  }
}
