package dev.bagu.retrieval;

import dev.bagu.index.IndexField;
import dev.bagu.index.LexicalIndex;
import dev.bagu.knowledge.GlossaryRow;
import dev.bagu.knowledge.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands a query: its language, its terms with their other names, and how to say it in
 * Chinese.
 *
 * <p>Example: {@code "Why freeze the pretrained weights?"} becomes 为什么 冻结 预训练 权重, and each of these
 * words is looked up in both languages. A Latin word that neither the documents nor the
 * dictionaries know is taken for the nearest one that the documents do know, as a mistyped word.
 */
final class QueryAnalyzer {
  /** Words that say nothing of what is asked. */
  private static final Set<String> STOP =
      Set.copyOf(
          List.of(
              ("a an the of is are was were be been being am do does did done to in on at for from by with as and or but if"
                      + " so than then that this these those it its they them their there here i you we me my our your he she"
                      + " his her will would can could should may might must shall have has had having not no nor s t re ve ll"
                      + " d m let lets please tell explain describe give show me us one ones any some very just also still too"
                      + " really actually about into onto over under out up down off only own same such get gets got getting"
                      + " make makes made use uses used using like when where while who whom whose which what")
                  .split(" ")));

  private static final Pattern PIECE =
      Pattern.compile(
          "[\\p{IsLatin}\\p{IsGreek}0-9][\\p{IsLatin}\\p{IsGreek}0-9.'+#]*|[^\\p{IsLatin}\\p{IsGreek}0-9]+");

  private final TermTable table;
  private final LexicalIndex lexical;

  QueryAnalyzer(TermTable table, LexicalIndex lexical) {
    this.table = table;
    this.lexical = lexical;
  }

  /** A query with what was made of it. */
  record Understood(QueryAnalysis analysis, QueryTerms terms) {}

  Understood analyze(String typed) {
    String query = typed.strip();
    if (query.length() > QueryAnalysis.LONGEST) {
      query = query.substring(0, QueryAnalysis.LONGEST);
    }
    Language language = Language.of(query);
    Walk walk = new Walk(language);
    Matcher pieces = PIECE.matcher(query);
    List<String> words = new ArrayList<>();
    while (pieces.find()) {
      String piece = pieces.group();
      if (Character.isLetterOrDigit(piece.codePointAt(0)) && !TermTable.han(piece.codePointAt(0))) {
        words.add(trimmed(piece));
      } else if (!piece.isBlank()
          && !piece.strip().equals("-")) { // words of one phrase stand together
        walk.words(words);
        words.clear();
        walk.chinese(piece);
      }
    }
    walk.words(words);
    return new Understood(
        new QueryAnalysis(query, language, walk.chinese.toString().strip(), walk.expansions),
        new QueryTerms(walk.plain.toString(), walk.terms, walk.dictionaryWords));
  }

  /** Whether an English word says nothing of what is asked. */
  static boolean isStopWord(String word) {
    return STOP.contains(word.toLowerCase(Locale.ROOT));
  }

  private static String trimmed(String word) {
    String w = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    int end = w.length();
    while (end > 1 && ".'".indexOf(w.charAt(end - 1)) >= 0) {
      end--;
    }
    return w.substring(0, end);
  }

  /** One pass over a query, from left to right. */
  private final class Walk {
    private final Language language;
    private final StringBuilder chinese = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    private final List<QueryTerms.Term> terms = new ArrayList<>();
    private final List<QueryAnalysis.Expansion> expansions = new ArrayList<>();
    private final List<List<String>> dictionaryWords = new ArrayList<>();

    Walk(Language language) {
      this.language = language;
    }

    void chinese(String text) {
      chinese.append(text);
      plain.append(text);
      scan(text, table.longestChinese(), this::name);
      scan(text, Synonyms.get().longest(), this::said);
      scan(
          text,
          Math.max(table.longestChinese(), Lexicon.get().longestChinese()),
          this::dictionaryWord);
    }

    private boolean name(String name) {
      List<String> others = TermTable.otherNames(name, table.lookup(name), false);
      return expand(name, others, "glossary");
    }

    private boolean said(String said) {
      return expand(said, Synonyms.get().terms(said), "synonym");
    }

    private boolean expand(String word, List<String> others, String source) {
      if (others.isEmpty()) {
        return false;
      }
      expansions.add(new QueryAnalysis.Expansion(word, others, source));
      terms.add(new QueryTerms.Term(others, false, true));
      return true;
    }

    private boolean dictionaryWord(String word) {
      List<GlossaryRow> rows = table.lookup(word);
      List<String> synonyms = Synonyms.get().terms(word);
      if (rows.isEmpty() && synonyms.isEmpty() && !Lexicon.get().knowsChinese(word)) {
        return false;
      }
      List<String> ways = new ArrayList<>(List.of(word));
      ways.addAll(TermTable.otherNames(word, rows, false));
      ways.addAll(synonyms);
      dictionaryWords.add(ways);
      return true;
    }

    /**
     * Goes through Chinese text from the left, offers the longest stretch first and steps over what
     * is taken.
     */
    private static void scan(String text, int longest, Predicate<String> take) {
      for (int i = 0; i < text.length(); ) {
        int taken = 1;
        for (int n = Math.min(longest, text.length() - i); n >= 2; n--) {
          if (take.test(text.substring(i, i + n))) {
            taken = n;
            break;
          }
        }
        i += taken;
      }
    }

    void words(List<String> words) {
      for (int i = 0; i < words.size(); ) {
        i += phrase(words, i);
      }
    }

    /** Takes the longest known phrase that begins at {@code i}; returns its length in words. */
    private int phrase(List<String> words, int i) {
      int longest = Math.min(Math.max(Lexicon.LONGEST, table.longestEnglish()), words.size() - i);
      for (int n = longest; n >= 1; n--) {
        List<String> span = words.subList(i, i + n);
        if (n == 1
            && STOP.contains(span.get(0).toLowerCase(Locale.ROOT))
            && language != Language.ZH) {
          return 1;
        }
        Names names = names(span);
        if (!names.isEmpty()) {
          add(String.join(" ", span), names);
          return n;
        }
      }
      unknown(words.get(i));
      return 1;
    }

    private void add(String phrase, Names names) {
      Set<String> ways = new LinkedHashSet<>();
      ways.add(phrase);
      ways.addAll(names.glossary());
      ways.addAll(names.lexicon());
      List<String> others = ways.stream().skip(1).toList();
      terms.add(new QueryTerms.Term(List.copyOf(ways), isName(phrase, names), false));
      if (!others.isEmpty()) {
        expansions.add(
            new QueryAnalysis.Expansion(
                phrase, others, names.glossary().isEmpty() ? "lexicon" : "glossary"));
      }
      chinese.append(' ').append(inChinese(phrase, names)).append(' ');
    }

    /** In a Chinese sentence a Latin name stays as it is; in an English one it is translated. */
    private String inChinese(String phrase, Names names) {
      if (language == Language.ZH) {
        return phrase;
      }
      List<String> best = names.lexicon().isEmpty() ? names.glossary() : names.lexicon();
      return best.stream()
          .filter(name -> name.codePoints().anyMatch(TermTable::han))
          .findFirst()
          .orElse(phrase);
    }

    /**
     * In an English sentence an unknown word is a name only if it is written as one; among Chinese
     * it always is.
     */
    private void unknown(String word) {
      String near = lexical.nearest(IndexField.ENTRY_SINGLES, word);
      boolean name = language != Language.EN || writtenAsName(word);
      List<String> ways = near.isEmpty() ? List.of(word) : List.of(word, near);
      terms.add(new QueryTerms.Term(ways, name, false));
      if (!near.isEmpty()) {
        expansions.add(new QueryAnalysis.Expansion(word, List.of(near), "spelling"));
      }
      chinese.append(' ').append(near.isEmpty() ? word : near).append(' ');
    }
  }

  /**
   * Whether a known phrase names a thing: the glossary has it, it stays Latin in Chinese, or it is
   * written as a name.
   */
  private static boolean isName(String phrase, Names names) {
    boolean ordinary =
        names.lexicon().stream().anyMatch(zh -> zh.codePoints().allMatch(TermTable::han));
    return writtenAsName(phrase) || !ordinary;
  }

  /** A capital after the first letter, or a digit: EAGLE-2, PagedAttention, int8. */
  private static boolean writtenAsName(String phrase) {
    return phrase.codePoints().skip(1).anyMatch(Character::isUpperCase)
        || phrase.codePoints().anyMatch(Character::isDigit);
  }

  private record Names(List<String> glossary, List<String> lexicon) {
    boolean isEmpty() {
      return glossary.isEmpty() && lexicon.isEmpty();
    }
  }

  /** The other names of a phrase, in any form of its last word. */
  private Names names(List<String> words) {
    String head = String.join(" ", words.subList(0, words.size() - 1));
    for (String last : BaseForms.of(words.get(words.size() - 1))) {
      String phrase = head.isEmpty() ? last : head + " " + last;
      List<String> glossary = TermTable.otherNames(phrase, table.lookup(phrase), true);
      List<String> lexicon = Lexicon.get().translate(phrase);
      if (!glossary.isEmpty() || !lexicon.isEmpty()) {
        return new Names(glossary.subList(0, Math.min(6, glossary.size())), lexicon);
      }
    }
    return new Names(List.of(), List.of());
  }
}
