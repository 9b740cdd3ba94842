package dev.bagu.bank;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Turns true statements into false ones by changing a few characters of them. */
final class FalseClaims {
  /** A number that is not part of a name, a formula, a reference or a range. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{IsLatin}\\d.$_^~–-])(?<![=/×+] ?)\\d+(?:\\.\\d+)?(?![\\d.,~–^/-]|%? ?[×=+/~–—到至]|\\p{IsLatin}{3})");

  /** Words that turn round when 不 is put before or taken from them. */
  private static final List<String> VERBS =
      List.of("可以", "需要", "会", "能够", "能", "支持", "影响", "改变", "依赖", "保证", "等于", "属于", "适合");

  private static final List<String[]> DENIED =
      List.of(
          new String[] {"无需", "需要"},
          new String[] {"无法", "可以"},
          new String[] {"没有", "有"},
          new String[] {"不需要", "需要"},
          new String[] {"不会", "会"},
          new String[] {"不能", "能"},
          new String[] {"不改变", "改变"},
          new String[] {"不依赖", "依赖"},
          new String[] {"不增加", "增加"},
          new String[] {"并非", "正是"});

  private static final Pattern NAME =
      Pattern.compile("(?<!\\d ?)\\b(?![KMGT]i?B\\b)[A-Z][A-Za-z0-9]{1,}(?:-[A-Za-z0-9]+)*");

  private static final List<String[]> PAIRS =
      List.of(
          new String[] {"训练", "推理"},
          new String[] {"输入", "输出"},
          new String[] {"编码器", "解码器"},
          new String[] {"预填充", "解码"},
          new String[] {"算力", "带宽"},
          new String[] {"显存", "算力"},
          new String[] {"召回", "精度"},
          new String[] {"偏差", "方差"},
          new String[] {"高频", "低频"},
          new String[] {"前向", "反向"},
          new String[] {"参数", "数据"},
          new String[] {"老师", "学生"},
          new String[] {"查询", "文档"});

  /** What makes both sides of it alike, so that they may change places. */
  private static final Pattern ALIKE = Pattern.compile("、|和|与|或|及|/|,|，|之间|都|同时|[（(]|->|→");

  private FalseClaims() {}

  /** The statement with one number about three times as large. */
  static Optional<String> otherNumber(String claim) {
    if (claim.contains("$") || claim.contains("`") || claim.contains("|")) {
      return Optional.empty();
    }
    return NUMBER
        .matcher(claim)
        .results()
        .filter(number -> !year(number.group()))
        .findFirst()
        .map(number -> replaced(claim, number.start(), number.end(), larger(number.group())));
  }

  /** The statement with its main verb denied, or no longer denied. */
  static Optional<String> denied(String claim) {
    for (String[] pair : DENIED) {
      int at = claim.indexOf(pair[0]);
      if (at >= 0 && claim.indexOf(pair[0], at + 1) < 0 && !idiom(claim, at)) {
        return Optional.of(replaced(claim, at, at + pair[0].length(), pair[1]));
      }
    }
    for (String verb : VERBS) {
      int at = claim.indexOf(verb);
      if (at > 1
          && !claim.substring(0, at).contains("**")
          && claim.indexOf(verb, at + 1) < 0
          && verb(claim, at, verb)) {
        return Optional.of(replaced(claim, at, at, "不"));
      }
    }
    return Optional.empty();
  }

  /** The statement with two things in each other's place. */
  static Optional<String> swapped(String claim) {
    if (claim.contains("|")) {
      return Optional.empty();
    }
    for (String[] pair : PAIRS) {
      int first = claim.indexOf(pair[0]);
      int second = claim.indexOf(pair[1]);
      boolean once =
          first >= 0
              && second >= 0
              && claim.indexOf(pair[0], first + 1) < 0
              && claim.indexOf(pair[1], second + 1) < 0;
      if (once && apart(claim, first, second, pair)) {
        String hidden = claim.replace(pair[0], "\u0000");
        return Optional.of(hidden.replace(pair[1], pair[0]).replace("\u0000", pair[1]));
      }
    }
    return swappedNames(claim);
  }

  private static Optional<String> swappedNames(String claim) {
    List<MatchResult> names = NAME.matcher(claim).results().toList();
    // A label, or two things that are added up, may change places and say the same.
    if (claim.contains("$") || claim.contains("`") || claim.contains("**") || claim.contains("加")) {
      return Optional.empty();
    }
    for (int i = 0; i + 1 < names.size(); i++) {
      MatchResult one = names.get(i);
      MatchResult two = names.get(i + 1);
      String between = claim.substring(one.end(), two.start());
      boolean once =
          claim.indexOf(one.group()) == claim.lastIndexOf(one.group())
              && claim.indexOf(two.group()) == claim.lastIndexOf(two.group());
      if (once && between.strip().length() >= 3 && !ALIKE.matcher(between).find()) {
        return Optional.of(
            claim.substring(0, one.start())
                + two.group()
                + between
                + one.group()
                + claim.substring(two.end()));
      }
    }
    return Optional.empty();
  }

  private static boolean apart(String claim, int first, int second, String[] pair) {
    int from = first < second ? first + pair[0].length() : second + pair[1].length();
    int to = Math.max(first, second);
    String between = from < to ? claim.substring(from, to) : "";
    return between.length() >= 3 && !ALIKE.matcher(between).find();
  }

  private static boolean idiom(String claim, int at) {
    return at > 0 && "并绝从有几乎".indexOf(claim.charAt(at - 1)) >= 0;
  }

  /** Whether a verb stands free: not denied already, not part of a word, not asked about. */
  private static boolean verb(String claim, int at, String verb) {
    char before = claim.charAt(at - 1);
    String after = claim.substring(at + verb.length());
    return "不没无未才只就也都是否所学机社功性可".indexOf(before) < 0
        && !after.startsWith("力")
        && !after.startsWith("不")
        && !after.startsWith("量")
        && !after.startsWith("议");
  }

  private static boolean year(String number) {
    return number.matches("(?:19|20)\\d\\d");
  }

  private static String larger(String number) {
    double value = Double.parseDouble(number) * 3 + 1;
    return number.contains(".")
        ? String.format(java.util.Locale.ROOT, "%.1f", value)
        : String.valueOf((long) value);
  }

  private static String replaced(String text, int from, int to, String by) {
    return text.substring(0, from) + by + text.substring(to);
  }
}
