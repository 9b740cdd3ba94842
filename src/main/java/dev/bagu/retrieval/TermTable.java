package dev.bagu.retrieval;

import dev.bagu.knowledge.GlossaryRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Terms by any of their names, from glossary files and from definitions in the documents; nothing
 * is guessed.
 *
 * <p>Example: {@code lookup("pe")} gives the rows of 位置编码 and of 提示工程: an abbreviation with two
 * meanings keeps both.
 */
final class TermTable {
  private final Map<String, List<GlossaryRow>> byName = new HashMap<>();
  private int longestChinese;
  private int longestEnglish = 1;

  /** A table of all rows; rows that are given first come first. */
  TermTable(List<GlossaryRow> rows) {
    for (GlossaryRow row : rows) {
      row.zh().forEach(name -> put(name, row));
      row.en().forEach(name -> put(name, row));
      row.abbreviations().forEach(name -> put(name, row));
    }
  }

  /** The rows that have this name; empty where none has. */
  List<GlossaryRow> lookup(String name) {
    return byName.getOrDefault(key(name), List.of());
  }

  /** Length of the longest name with Chinese characters, in characters. */
  int longestChinese() {
    return longestChinese;
  }

  /** Length of the longest English name, in words. */
  int longestEnglish() {
    return longestEnglish;
  }

  /**
   * The other names of a term, Chinese ones first where {@code chineseFirst}; without the name
   * itself.
   */
  static List<String> otherNames(String name, List<GlossaryRow> rows, boolean chineseFirst) {
    Set<String> names = new LinkedHashSet<>();
    for (GlossaryRow row : rows) {
      if (chineseFirst) {
        names.addAll(row.zh());
      }
      names.addAll(row.abbreviations());
      names.addAll(row.en());
      names.addAll(row.zh());
    }
    names.removeIf(other -> key(other).equals(key(name)));
    return new ArrayList<>(names);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', ' ').strip();
  }

  private void put(String name, GlossaryRow row) {
    String key = key(name);
    if (key.length() < 2) {
      return;
    }
    List<GlossaryRow> rows = byName.computeIfAbsent(key, any -> new ArrayList<>());
    if (!rows.contains(row)) {
      rows.add(row);
    }
    boolean chinese = key.codePoints().anyMatch(TermTable::han);
    if (chinese) {
      longestChinese = Math.max(longestChinese, key.length());
    } else {
      longestEnglish = Math.max(longestEnglish, key.split(" ").length);
    }
  }

  static boolean han(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
