package dev.bagu.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of a text with their units, in digits and in words, Chinese and English.
 *
 * <p>Digits that belong to a name (GPT-3, A100, FP16) are no numbers, nor are the counts of an
 * idiom (一样, 万一).
 */
final class Quantities {
  private static final String UNIT =
      "(?:个|\\s)*(?<unit>%|％|百分点|成|倍|TFLOPS|FLOPS|GiB|MiB|KiB|GB|MB|KB|TB|TiB|G(?![A-Za-z])|T(?![A-Za-z])|"
          + "bits?(?![A-Za-z])|比特|字节|bytes?(?![A-Za-z])|epochs?(?![A-Za-z])|轮|遍|层|layers?(?![A-Za-z])|次|步|"
          + "ms(?![A-Za-z])|毫秒|秒|小时|天|周|年|月|percent|times(?![A-Za-z])|x(?![A-Za-z0-9]))?";
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<![\\p{IsLatin}\\d.])(?<!\\p{IsLatin}[-‑–])(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)"
              + "(?:\\s*(?<scale>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|[KkMB](?![A-Za-z0-9])|billion|million|thousand|trillion))?"
              + "(?<more>多|来|余)?"
              + UNIT);
  private static final Pattern WORDS =
      Pattern.compile(
          "(?<few>几|数)?(?<number>[零〇一二两三四五六七八九十百千万亿]{1,10})(?:点(?<point>[零一二三四五六七八九]{1,4}))?"
              + "(?<more>多|来|余|出头)?(?<half>个?半)?"
              + UNIT);
  private static final Pattern FRACTION =
      Pattern.compile("(?<below>[二三四五六七八九十百千]{1,3})分之(?<above>[零一二两三四五六七八九十百]{1,6})");
  private static final Pattern HALF = Pattern.compile("一半|减半|对半|\\bhalf\\b");
  private static final Pattern HALF_UNIT = Pattern.compile("半(?:个)?\\s*(?<unit>MiB|GiB|MB|GB|TB)");
  private static final Pattern BARE = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
  private static final Pattern RANGE = Pattern.compile("\\s*(?:到|至|~|～|-|–|—|to|and)\\s*");
  private static final Pattern ABOUT_BEFORE =
      Pattern.compile(
          "(?:约|大概|差不多|接近|近|将近|几乎|大致|大约|～|~|≈|about|around|roughly|nearly|almost|some|approximately)\\s*(?:是|为|要|在)?\\s*$");
  private static final Pattern ABOUT_AFTER =
      Pattern.compile("\\s*(?:个|条|张|块|层|倍|成)?(?:左右|上下|出头|多|来个|附近|以内)");
  private static final Pattern IDIOM =
      Pattern.compile("万一|千万别|一一|一样|一般|一定|一直|一起|一些|一旦|统一|唯一|同一|单一|之一|第一|进一步|一步步|一层层|一次性|一遍遍|四舍五入");

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("％", "%"),
          Map.entry("percent", "%"),
          Map.entry("百分点", "%"),
          Map.entry("成", "%"),
          Map.entry("倍", "x"),
          Map.entry("times", "x"),
          Map.entry("比特", "bit"),
          Map.entry("bits", "bit"),
          Map.entry("字节", "byte"),
          Map.entry("bytes", "byte"),
          Map.entry("轮", "epoch"),
          Map.entry("遍", "epoch"),
          Map.entry("epochs", "epoch"),
          Map.entry("layers", "层"),
          Map.entry("layer", "层"),
          Map.entry("毫秒", "ms"));
  private static final Map<String, Double> BYTES =
      Map.of(
          "kb",
          1e3,
          "kib",
          1024.0,
          "mb",
          1e6,
          "mib",
          1048576.0,
          "gb",
          1e9,
          "g",
          1e9,
          "gib",
          1073741824.0,
          "tb",
          1e12,
          "tib",
          1.0995e12);
  private static final Map<String, Double> SCALES =
      Map.ofEntries(
          Map.entry("百", 1e2),
          Map.entry("千", 1e3),
          Map.entry("万", 1e4),
          Map.entry("十万", 1e5),
          Map.entry("百万", 1e6),
          Map.entry("千万", 1e7),
          Map.entry("亿", 1e8),
          Map.entry("十亿", 1e9),
          Map.entry("百亿", 1e10),
          Map.entry("千亿", 1e11),
          Map.entry("万亿", 1e12),
          Map.entry("k", 1e3),
          Map.entry("m", 1e6),
          Map.entry("b", 1e9),
          Map.entry("thousand", 1e3),
          Map.entry("million", 1e6),
          Map.entry("billion", 1e9),
          Map.entry("trillion", 1e12));

  private Quantities() {}

  /** The numbers of a text, in order; the two ends of a range are one number. */
  static List<Quantity> of(String text) {
    List<Quantity> found = new ArrayList<>();
    List<Polarity.Span> idioms = Polarity.spans(IDIOM, text);
    digits(text, found);
    fractions(text, found);
    words(text, found, idioms);
    found.sort(Comparator.comparingInt(Quantity::start));
    return ranges(text, found);
  }

  private static void digits(String text, List<Quantity> found) {
    Matcher matcher = DIGITS.matcher(text);
    while (matcher.find()) {
      if (partOfName(text, matcher.end("number"))) {
        continue;
      }
      double value = Double.parseDouble(matcher.group("number").replace(",", ""));
      String scale = matcher.group("scale");
      value *= scale == null ? 1 : SCALES.getOrDefault(scale.toLowerCase(Locale.ROOT), 1.0);
      double step = matcher.group("more") == null ? 0 : value * 0.35;
      add(text, value, value + step, matcher.group("unit"), matcher.start(), matcher.end(), found);
    }
  }

  /** Whether the digits go on as a name: 3D, 4o. */
  private static boolean partOfName(String text, int end) {
    return end < text.length()
        && "Ddo".indexOf(text.charAt(end)) >= 0
        && (end + 1 >= text.length()
            || !Character.isLetterOrDigit(text.charAt(end + 1))
            || text.charAt(end + 1) > 255);
  }

  private static void fractions(String text, List<Quantity> found) {
    Matcher matcher = FRACTION.matcher(text);
    while (matcher.find()) {
      double share = HanNumber.of(matcher.group("above")) / HanNumber.of(matcher.group("below"));
      found.add(new Quantity(share * 100, share * 100, "%", false, matcher.start(), matcher.end()));
    }
    Matcher half = HALF.matcher(text);
    while (half.find()) {
      found.add(new Quantity(50, 50, "%", true, half.start(), half.end()));
    }
    Matcher unit = HALF_UNIT.matcher(text);
    while (unit.find()) {
      add(text, 0.5, 0.5, unit.group("unit"), unit.start(), unit.end(), found);
    }
  }

  private static void words(String text, List<Quantity> found, List<Polarity.Span> idioms) {
    Matcher matcher = WORDS.matcher(text);
    while (matcher.find()) {
      String number = matcher.group("number");
      int start = matcher.start();
      int end = matcher.end();
      boolean one = number.equals("一") && !counts(matcher);
      boolean few = matcher.group("few") != null && HanNumber.unit(number.charAt(0)) > 0;
      boolean taken = found.stream().anyMatch(each -> start < each.end() && end > each.start());
      boolean idiom = idioms.stream().anyMatch(each -> start < each.end() && end > each.start());
      double value = HanNumber.of(number);
      if (one || taken || idiom || value == 0 || (start > 0 && text.charAt(start - 1) == '第')) {
        continue;
      }
      value += matcher.group("point") == null ? 0 : decimals(matcher.group("point"));
      value += matcher.group("half") == null ? 0 : 0.5;
      double high = matcher.group("more") == null ? value : value + step(number, value);
      high = Math.max(high, pair(number));
      double low = few ? value * 2 : value;
      add(text, low, few ? value * 9.9 : high, matcher.group("unit"), start, end, found);
    }
  }

  /** Whether 一 counts: 一倍, 一次, 一成, 一点五. */
  private static boolean counts(Matcher matcher) {
    String unit = matcher.group("unit");
    return matcher.group("point") != null
        || matcher.group("half") != null
        || (unit != null
            && List.of("次", "倍", "成", "轮", "遍", "%", "百分点", "bit", "字节").contains(unit));
  }

  /** How far 多 may reach: 三十多 to 40, 三千多 to 4,000. */
  private static double step(String number, double value) {
    double unit = HanNumber.unit(number.charAt(number.length() - 1));
    return unit == 0 ? value * 0.2 : Math.min(unit, value);
  }

  /** The upper end of 两三, 四五, 七八十; 0 where no two digits stand side by side. */
  private static double pair(String number) {
    for (int i = 0; i + 1 < number.length(); i++) {
      double first = HanNumber.digit(number.charAt(i));
      double second = HanNumber.digit(number.charAt(i + 1));
      if (first > 0 && second == first + 1) {
        return HanNumber.of(number.substring(0, i) + number.substring(i + 1));
      }
    }
    return 0;
  }

  private static double decimals(String digits) {
    double value = 0;
    double place = 0.1;
    for (int i = 0; i < digits.length(); i++) {
      value += place * HanNumber.digit(digits.charAt(i));
      place /= 10;
    }
    return value;
  }

  private static void add(
      String text,
      double low,
      double high,
      @Nullable String raw,
      int start,
      int end,
      List<Quantity> found) {
    String unit = raw == null ? "" : raw.toLowerCase(Locale.ROOT);
    double scale = unit.equals("成") ? 10 : BYTES.getOrDefault(unit, 1.0);
    String name = BYTES.containsKey(unit) ? "byte" : UNITS.getOrDefault(unit, unit);
    if (unit.equals("t") || unit.equals("tflops") || unit.equals("flops")) {
      name = ""; // 312 T may be operations or bytes
    }
    boolean about =
        ABOUT_BEFORE.matcher(text.substring(Math.max(0, start - 16), start)).find()
            || ABOUT_AFTER.matcher(text.substring(end)).lookingAt();
    found.add(new Quantity(low * scale, Math.max(low, high) * scale, name, about, start, end));
  }

  /** Joins the ends of a range: 256~512 个 token is one number. */
  private static List<Quantity> ranges(String text, List<Quantity> found) {
    List<Quantity> joined = new ArrayList<>();
    for (Quantity each : found) {
      Quantity last = joined.isEmpty() ? each : joined.get(joined.size() - 1);
      boolean range =
          last.end() < each.start()
              && RANGE.matcher(text.substring(last.end(), each.start())).matches()
              && (last.unit().isEmpty() || last.unit().equals(each.unit()));
      if (range && last.low() <= each.high()) {
        double low = last.low() * (last.unit().isEmpty() ? factor(text, last, each) : 1);
        joined.remove(joined.size() - 1);
        joined.add(
            new Quantity(
                Math.min(low, each.high()),
                each.high(),
                each.unit(),
                each.rounded(),
                last.start(),
                each.end()));
      } else {
        joined.add(each);
      }
    }
    return joined;
  }

  /** What a range's first end is multiplied by where only the second has a unit: 1.5~2 TB. */
  private static double factor(String text, Quantity first, Quantity second) {
    Matcher bare = BARE.matcher(text.substring(first.start(), first.end()));
    Matcher number = BARE.matcher(text.substring(second.start(), second.end()));
    if (!number.lookingAt()) {
      return text.substring(second.start(), second.end()).endsWith("成") ? 10 : 1;
    }
    return bare.matches() ? second.low() / Double.parseDouble(number.group().replace(",", "")) : 1;
  }
}
