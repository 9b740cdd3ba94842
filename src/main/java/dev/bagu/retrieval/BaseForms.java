package dev.bagu.retrieval;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What an English word may be a form of, most likely first: the word itself, then the forms without
 * its ending.
 *
 * <p>Example: {@code caching -> caching, cache, cach}; {@code libraries -> libraries, library}. A
 * dictionary decides which of them is a word.
 */
final class BaseForms {
  private BaseForms() {}

  static Set<String> of(String word) {
    String w = word.toLowerCase(Locale.ROOT);
    Set<String> forms = new LinkedHashSet<>();
    forms.add(w);
    strip(w, "ies", "y", forms);
    strip(w, "es", "", forms);
    strip(w, "s", "", forms);
    strip(w, "ied", "y", forms);
    strip(w, "ed", "e", forms);
    strip(w, "ed", "", forms);
    strip(w, "ing", "e", forms);
    strip(w, "ing", "", forms);
    strip(w, "ly", "", forms);
    strip(w, "er", "e", forms);
    strip(w, "er", "", forms);
    strip(w, "est", "", forms);
    return forms;
  }

  private static void strip(String word, String ending, String instead, Set<String> forms) {
    int kept = word.length() - ending.length();
    if (kept < 3 || !word.endsWith(ending) || (ending.equals("s") && word.endsWith("ss"))) {
      return;
    }
    String stem = word.substring(0, kept) + instead;
    forms.add(stem);
    int n = stem.length();
    // dropped -> drop, splitting -> split
    if (instead.isEmpty() && n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2)) {
      forms.add(stem.substring(0, n - 1));
    }
  }
}
