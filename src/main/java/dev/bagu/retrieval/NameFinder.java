package dev.bagu.retrieval;

import dev.bagu.knowledge.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the names in a text: what the glossaries know, and Latin words that are written as names or
 * are no ordinary words. The longest name wins, from the left; what is joined to a name by a hyphen
 * belongs to it: {@code ChatGLM-6B}.
 */
final class NameFinder {
  private static final Pattern WORD =
      Pattern.compile("[\\p{IsLatin}\\p{IsGreek}0-9][\\p{IsLatin}\\p{IsGreek}0-9.+#]*");

  private final TermTable table;

  NameFinder(TermTable table) {
    this.table = table;
  }

  private record Word(String text, int start, int end) {}

  /** The names in order; none overlaps another. */
  List<Mention> find(String text) {
    List<Word> words = words(text);
    boolean english = Language.of(text) == Language.EN;
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int taken = latin(text, words, i, english);
      if (taken > 0) {
        int start = words.get(i).start();
        int end = words.get(i + taken - 1).end();
        found.add(new Mention(text.substring(start, end), start, end));
      }
      i += Math.max(1, taken);
    }
    chinese(text, found);
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return found;
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      int end = matcher.end();
      while (end > matcher.start() + 1 && text.charAt(end - 1) == '.') {
        end--;
      }
      words.add(new Word(text.substring(matcher.start(), end), matcher.start(), end));
    }
    return words;
  }

  /** How many words from {@code i} on are one name; 0 where none begins here. */
  private int latin(String text, List<Word> words, int i, boolean english) {
    int longest = 1;
    while (i + longest < words.size()
        && longest < table.longestEnglish()
        && joined(text, words.get(i + longest - 1), words.get(i + longest), " -_/")) {
      longest++;
    }
    for (int n = longest; n >= 2; n--) {
      if (known(words.subList(i, i + n).stream().map(Word::text).toList())) {
        return n;
      }
    }
    if (!name(words.get(i), english)) {
      return 0;
    }
    int n = 1;
    while (i + n < words.size() && joined(text, words.get(i + n - 1), words.get(i + n), "-_")) {
      n++;
    }
    return n;
  }

  private boolean known(List<String> words) {
    String head = String.join(" ", words.subList(0, words.size() - 1));
    return BaseForms.of(words.get(words.size() - 1)).stream()
        .anyMatch(last -> !table.lookup((head + " " + last).strip()).isEmpty());
  }

  private boolean name(Word word, boolean english) {
    String text = word.text();
    boolean letters = text.codePoints().filter(Character::isLetter).count() >= 1;
    if (text.length() < 2 || !letters || QueryAnalyzer.isStopWord(text)) {
      return false;
    }
    if (text.codePoints().skip(1).anyMatch(Character::isUpperCase)
        || text.codePoints().anyMatch(Character::isDigit)) {
      return true;
    }
    if (BaseForms.of(text).stream().anyMatch(form -> !Lexicon.get().translate(form).isEmpty())) {
      return false;
    }
    boolean capital = Character.isUpperCase(text.codePointAt(0)) && word.start() > 0;
    return known(List.of(text)) || !english || capital;
  }

  private static boolean joined(String text, Word before, Word after, String by) {
    return after.start() == before.end() + 1 && by.indexOf(text.charAt(before.end())) >= 0;
  }

  private void chinese(String text, List<Mention> found) {
    for (int i = 0; i < text.length(); ) {
      int taken = 0;
      for (int n = Math.min(table.longestChinese(), text.length() - i); n >= 2 && taken == 0; n--) {
        String part = text.substring(i, i + n);
        boolean chinese = TermTable.han(part.codePointAt(0));
        if (chinese && !table.lookup(part).isEmpty()) {
          add(new Mention(part, i, i + n), found);
          taken = n;
        }
      }
      i += Math.max(1, taken);
    }
  }

  private static void add(Mention mention, List<Mention> found) {
    boolean apart =
        found.stream().allMatch(m -> m.end() <= mention.start() || m.start() >= mention.end());
    if (apart) {
      found.add(mention);
    }
  }
}
