package dev.bagu.bank;

import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.KnowledgeBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The bundled bank as it stands in the repository, and the texts beside it that it must not repeat.
 */
final class BankText {
  static final Path KNOWLEDGE = Path.of("knowledge");
  static final KnowledgeBase BASE = KnowledgeBase.load(List.of(KNOWLEDGE));

  private BankText() {}

  /**
   * Where question lists and other people's texts are kept during development; absent elsewhere.
   */
  static Path shared() {
    return Path.of(System.getProperty("bagu.shared", "../shared"));
  }

  static List<Entry> entries() {
    return BASE.entries();
  }

  /** The entry's lines in its file, comment and all. */
  static String raw(Entry entry) {
    List<String> lines = read(KNOWLEDGE.resolve(entry.span().file())).lines().toList();
    return String.join("\n", lines.subList(entry.span().startLine() - 1, entry.span().endLine()));
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long han(String text) {
    return text.codePoints()
        .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
        .count();
  }

  /**
   * Letters and digits alone, in lower case: what stays the same when only the typography differs.
   */
  static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  static Set<String> shingles(String letters, int length) {
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + length <= letters.length(); i++) {
      shingles.add(letters.substring(i, i + length));
    }
    return shingles;
  }
}
