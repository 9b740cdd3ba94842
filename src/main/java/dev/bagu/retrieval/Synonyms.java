package dev.bagu.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ways in which people say in Chinese what the documents call otherwise: spoken words, slang,
 * variants, usual typing errors.
 *
 * <p>Example: {@code 爆显存 -> OOM, 显存不足}; {@code 反溃 -> 反馈}. The file {@code lexicon-zh.tsv} is the
 * project's own; a row is {@code as said<TAB>term;term}.
 */
final class Synonyms {
  private final Map<String, List<String>> rows = new HashMap<>(1 << 12);
  private int longest;

  private Synonyms() {
    try (InputStream in = Synonyms.class.getResourceAsStream("lexicon-zh.tsv")) {
      if (in == null) {
        throw new IllegalStateException("lexicon-zh.tsv is not on the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 1) {
          rows.putIfAbsent(line.substring(0, tab), List.of(line.substring(tab + 1).split(";", -1)));
          longest = Math.max(longest, tab);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The table, loaded once. */
  static Synonyms get() {
    return Holder.SYNONYMS;
  }

  /** The terms for what is said, most usual first; empty where it is not in the table. */
  List<String> terms(String said) {
    return rows.getOrDefault(said, List.of());
  }

  /** Length of the longest phrase, in characters. */
  int longest() {
    return longest;
  }

  private static final class Holder {
    private static final Synonyms SYNONYMS = new Synonyms();
  }
}
