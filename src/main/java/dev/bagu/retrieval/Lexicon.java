package dev.bagu.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * English words and phrases with the Chinese words that technical writers use for them.
 *
 * <p>Example: {@code freeze -> 冻结}, {@code trade off -> 权衡, 取舍}. The file {@code lexicon-en-zh.tsv}
 * is the project's own; a row is {@code english<TAB>chinese;chinese}. Loaded when the first English
 * query comes.
 */
final class Lexicon {
  /** Longest phrase, in words. */
  static final int LONGEST = 5;

  private final Map<String, List<String>> rows;
  private final Set<String> chinese = new HashSet<>();
  private int longestChinese;

  private Lexicon(Map<String, List<String>> rows) {
    this.rows = rows;
    for (List<String> words : rows.values()) {
      for (String word : words) {
        if (word.length() >= 2 && word.codePoints().allMatch(TermTable::han)) {
          chinese.add(word);
          longestChinese = Math.max(longestChinese, word.length());
        }
      }
    }
  }

  /** Whether a Chinese word of two characters or more is a translation of some English word. */
  boolean knowsChinese(String word) {
    return chinese.contains(word);
  }

  /** Length of the longest such word, in characters. */
  int longestChinese() {
    return longestChinese;
  }

  /** The lexicon, loaded once. */
  static Lexicon get() {
    return Holder.LEXICON;
  }

  /** The translations of a phrase in its base form, best first; empty where it is not known. */
  List<String> translate(String phrase) {
    return rows.getOrDefault(key(phrase), List.of());
  }

  /** Lower case, hyphens as spaces: "Low-rank" and "low rank" are one entry. */
  static String key(String phrase) {
    return phrase.toLowerCase(Locale.ROOT).replace('-', ' ').strip();
  }

  private static Lexicon load() {
    Map<String, List<String>> rows = new HashMap<>(1 << 15);
    try (InputStream in = Lexicon.class.getResourceAsStream("lexicon-en-zh.tsv")) {
      if (in == null) {
        throw new IllegalStateException("lexicon-en-zh.tsv is not on the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          rows.putIfAbsent(
              key(line.substring(0, tab)), List.of(line.substring(tab + 1).split(";")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Lexicon(rows);
  }

  private static final class Holder {
    private static final Lexicon LEXICON = load();
  }
}
