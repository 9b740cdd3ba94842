package dev.bagu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words that deny, limit or generalise a statement, in Chinese and English. */
final class Polarity {
  private static final Pattern NEGATION =
      Pattern.compile(
          "不得不|不再|并不|并非|而非|绝不|从不|从来不|毫不|毫无|没有|没法|没能|没|无法|无需|无须|不必|不用|不会|不能|不可|"
              + "不是|不要|不需要|免去|免掉|省去|难以|避免|防止|杜绝|缺乏|缺少|拒绝|未必|不|无|非|未|别|勿|"
              + "\\b(?:not|no|never|without|cannot|neither|nor|none|avoids?|prevents?|fails?|lacks?|"
              + "unnecessary|impossible|hardly|isn't|aren't|don't|doesn't|didn't|won't|can't|wasn't|weren't|needn't|nothing)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Words that hold a sign of negation and deny nothing. */
  private static final Pattern IDIOM =
      Pattern.compile(
          "不同|不仅|不但|不断|不过|不错|无论|不管|不论|无监督|非线性|不少|不妨|非常|未来|无损|无偏|无符号|非对称|差不多|"
              + "不得不|不确定性|不止|不只|不光|不一致性|非零|非凸|非结构化|非参数|不等式|未知|无限|特别|别人|别的|区别|类别|级别|分别|"
              + "判别|识别|个别|鉴别|辨别|告别|性别|差别|只不过|无关|无非|不相上下|不外乎|不可约|不可导|非平稳|非监督");

  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "必须|一定|总是|永远|完全|所有|全部|任何|任意|只能|只需|只要|只有|只会|唯一|绝对|必然|肯定|彻底|统统|每次|从来|都(?!市)|就是|等于|"
              + "保证|百分之百|100\\s*%|越[^，。；]{1,8}越|"
              + "\\b(?:always|must|only|all|every|any|never|entirely|completely|guarantees?|exactly|identical|same)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HEDGE =
      Pattern.compile(
          "不一定|未必|有时|通常|往往|一般|可能|多数|常常|大多|部分|视情况|取决于|"
              + "\\b(?:may|might|often|usually|sometimes|typically|generally|depends?|can)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PERSONAL =
      Pattern.compile(
          "我们(?!说|知道|可以|需要|常|把)|我组|我司|我这|公司|项目里|线上|实测下来|亲测|我试|我用|我自己|同事|听说|据说|好像有人|现在流行|"
              + "业界现在|国内|\\b(?:our|my|we)\\b",
          Pattern.CASE_INSENSITIVE);

  private Polarity() {}

  /** A stretch of characters. */
  record Span(int start, int end) {}

  /** Where a text denies something, in order. */
  static List<Span> negations(String text) {
    List<Span> idioms = spans(IDIOM, text);
    List<Span> found = new ArrayList<>();
    for (Span span : spans(NEGATION, text)) {
      boolean idiom =
          idioms.stream().anyMatch(each -> each.start() < span.end() && each.end() > span.start());
      if (!idiom) {
        found.add(span);
      }
    }
    return found;
  }

  /** How often a text says always, all, only or must. */
  static int absolutes(String text) {
    return spans(ABSOLUTE, text).size();
  }

  /** How often a text says usually, perhaps or in part. */
  static int hedges(String text) {
    return spans(HEDGE, text).size();
  }

  /** How often a text tells of somebody's own experience, which no document can bear out. */
  static int personal(String text) {
    return spans(PERSONAL, text).size();
  }

  static List<Span> spans(Pattern pattern, String text) {
    List<Span> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(new Span(matcher.start(), matcher.end()));
    }
    return found;
  }
}
