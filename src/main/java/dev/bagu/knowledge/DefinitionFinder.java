package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds abbreviations that a document defines itself: a long form and a short form, one of them in
 * brackets.
 *
 * <p>Four shapes: {@code Low-Rank Adaptation (LoRA)}, {@code LoRA（Low-Rank Adaptation）}, {@code
 * Tensor Parallelism（张量并行，TP）} and {@code 张量并行（Tensor Parallelism，TP）}. Latin long and short forms
 * must fit: the letters of the short form stand in the long form in their order, the first one at
 * its beginning (after Schwartz and Hearst, A simple algorithm for identifying abbreviation
 * definitions in biomedical text, PSB 2003). A Chinese name counts only where both its ends are
 * seen: inside brackets, or before them with a mark or space on its left. In running Chinese text
 * nothing says where a name begins, so none is taken there.
 *
 * <p>It finds what is written and guesses nothing: 张量并行 (TP) gives a row with one Chinese name and
 * no English one.
 */
public final class DefinitionFinder {
  private static final Pattern BRACKETS = Pattern.compile("[（(]([^（()）\\n]{2,90})[)）]");
  private static final Pattern SHORT =
      Pattern.compile(
          "^(?=.{2,10}$)(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z][A-Za-z0-9]*(?:[-/+.][A-Za-z0-9]+)*$");
  private static final Pattern SHORT_BEFORE =
      Pattern.compile("(?<![A-Za-z0-9-])([A-Za-z][A-Za-z0-9+-]{1,9})[*_`\\s]*$");
  private static final Pattern LATIN = Pattern.compile("^[A-Za-z][A-Za-z0-9 ,'&/-]{3,80}$");
  private static final Pattern LATIN_BEFORE =
      Pattern.compile("(?<![A-Za-z0-9-])([A-Za-z][A-Za-z0-9 '&/-]{3,80})[*_`\\s]*$");
  private static final Pattern HAN = Pattern.compile("^[\\p{IsHan}A-Za-z0-9-]{2,16}$");
  private static final Pattern HAN_BEFORE =
      Pattern.compile(
          "(?:^|[^\\p{IsHan}A-Za-z0-9）)])"
              + "(?:比如|例如|包括|使用|利用|基于|通过|采用|一种|称为|叫做|所谓|或者|以及|也就是)?"
              + "(\\p{IsHan}{2,8})[*_`\\s]*$");
  private static final Pattern NO_NAME =
      Pattern.compile(
          "^(?:论文|简称|全称|例如|比如|参考|注|见|图|表|如|即|或|和|与|及|的|在|将|把|对|从|用|为|是|有|这|那|该|其|当|若|可以|包括|我们|以下)|(?:的|了|是|中|时|和|在|为|等)$");

  /** How much text before the brackets is looked at, in characters. */
  private static final int BEFORE = 100;

  private DefinitionFinder() {}

  /** The definitions in all entries; the first entry that gives a pair of forms keeps it. */
  public static List<GlossaryRow> find(List<Entry> entries) {
    Map<String, GlossaryRow> rows = new LinkedHashMap<>();
    for (Entry entry : entries) {
      for (GlossaryRow row : find(entry)) {
        rows.putIfAbsent(row.abbreviations() + "|" + row.en() + "|" + row.zh(), row);
      }
    }
    return List.copyOf(rows.values());
  }

  /** The definitions in one entry's raw text, with their lines. */
  public static List<GlossaryRow> find(Entry entry) {
    List<GlossaryRow> rows = new ArrayList<>();
    String[] lines = entry.text().split("\n", -1);
    int last = entry.span().endLine();
    int first = Math.max(1, last - lines.length + 1);
    String fence = "";
    for (int i = 0; i < lines.length; i++) {
      if (fence.isEmpty() && Lines.fence(lines[i])) {
        fence = Lines.fenceMark(lines[i]);
      } else if (!fence.isEmpty()) {
        fence = Lines.closesFence(lines[i], fence) ? "" : fence;
      } else {
        find(lines[i], entry.id(), Math.min(last, first + i), rows);
      }
    }
    return rows;
  }

  private static void find(String line, String entryId, int number, List<GlossaryRow> rows) {
    Matcher m = BRACKETS.matcher(line);
    while (m.find()) {
      String before = line.substring(Math.max(0, m.start() - BEFORE), m.start());
      List<String> inside = new ArrayList<>();
      for (String part : m.group(1).split("[,，、;；/:：]", -1)) {
        inside.add(part.replaceAll("^[\\s*_`]+|[\\s*_`]+$", ""));
      }
      row(before, inside, m.group(1).strip(), entryId, number).ifPresent(rows::add);
    }
  }

  private static Optional<GlossaryRow> row(
      String before, List<String> inside, String whole, String entryId, int line) {
    Optional<String> shortInside = inside.stream().filter(DefinitionFinder::shortForm).findFirst();
    Optional<String> longInside =
        LATIN.matcher(whole).matches() && !shortForm(whole)
            ? Optional.of(whole)
            : inside.stream().filter(s -> LATIN.matcher(s).matches() && !shortForm(s)).findFirst();
    Optional<String> hanInside = inside.stream().filter(DefinitionFinder::han).findFirst();
    Optional<String> hanBefore = group(HAN_BEFORE, before).filter(DefinitionFinder::han);
    if (shortInside.isPresent()) {
      String shortForm = shortInside.get();
      Optional<String> latin =
          longInside
              .flatMap(form -> fit(form, shortForm))
              .or(() -> group(LATIN_BEFORE, before).flatMap(form -> fit(form, shortForm)));
      Optional<String> han = latin.isPresent() && hanInside.isPresent() ? hanInside : hanBefore;
      boolean named = latin.isPresent() || (han.isPresent() && inside.size() == 1);
      return named ? Optional.of(made(han, latin, shortForm, entryId, line)) : Optional.empty();
    }
    Optional<String> shortBefore = group(SHORT_BEFORE, before).filter(DefinitionFinder::shortForm);
    Optional<String> latin =
        longInside.flatMap(form -> shortBefore.flatMap(shortForm -> fit(form, shortForm)));
    boolean named = latin.isPresent() || (hanInside.isPresent() && inside.size() == 1);
    return shortBefore.isPresent() && named
        ? Optional.of(made(hanInside, latin, shortBefore.get(), entryId, line))
        : Optional.empty();
  }

  private static GlossaryRow made(
      Optional<String> zh, Optional<String> en, String shortForm, String entryId, int line) {
    return new GlossaryRow(
        zh.stream().toList(), en.stream().toList(), List.of(shortForm), "", entryId, line);
  }

  private static boolean shortForm(String s) {
    return SHORT.matcher(s).matches();
  }

  private static boolean han(String s) {
    return HAN.matcher(s).matches()
        && !NO_NAME.matcher(s).find()
        && s.codePoints().filter(Character::isIdeographic).count() >= 2;
  }

  private static Optional<String> group(Pattern pattern, String text) {
    Matcher m = pattern.matcher(text);
    return m.find() ? Optional.of(m.group(1).strip()) : Optional.empty();
  }

  /**
   * The end of {@code words} that {@code shortForm} stands for: the last words whose first letters
   * spell it, or else the shortest end in which its letters stand in order, the first at the
   * beginning of a word; empty where neither is there.
   */
  static Optional<String> fit(String words, String shortForm) {
    Optional<String> spelled = spelled(words, shortForm);
    return spelled.isPresent() ? spelled : ordered(words, shortForm);
  }

  private static Optional<String> spelled(String words, String shortForm) {
    int next = shortForm.length() - 1;
    for (int i = words.length() - 1; i >= 0; i--) {
      if (!Character.isLetter(words.charAt(i)) || insideWord(words, i)) {
        continue;
      }
      if (Character.toLowerCase(words.charAt(i)) != Character.toLowerCase(shortForm.charAt(next))) {
        return Optional.empty();
      }
      if (next-- == 0) {
        return Optional.of(words.substring(i).strip());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ordered(String words, String shortForm) {
    int at = words.length() - 1;
    for (int i = shortForm.length() - 1; i >= 0; i--) {
      char c = Character.toLowerCase(shortForm.charAt(i));
      if (!Character.isLetterOrDigit(c)) {
        continue;
      }
      while (at >= 0
          && (Character.toLowerCase(words.charAt(at)) != c || (i == 0 && insideWord(words, at)))) {
        at--;
      }
      if (at < 0) {
        return Optional.empty();
      }
      at--;
    }
    String form = words.substring(at + 1).strip();
    boolean longer =
        form.length() > shortForm.length() + 1 && (form.contains(" ") || form.contains("-"));
    return longer && !form.equalsIgnoreCase(shortForm) ? Optional.of(form) : Optional.empty();
  }

  private static boolean insideWord(String words, int at) {
    return at > 0 && Character.isLetterOrDigit(words.charAt(at - 1));
  }
}
