package dev.bagu.interview;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What kind of thing a key point says, by its words: enough to ask for it without naming any of it.
 * The first that fits counts.
 *
 * <p>Example: "P-tuning v2 只训练约 0.1% 到 3% 的参数" says a {@link #NUMBER}.
 */
enum PointSide {
  /** A formula, or how one quantity grows with another. */
  FORMULA("\\$|公式|等于|除以|乘以|次方|平方|[正反]比|之积|之和|点积|求和"),
  /** A quantity; numbers in names (GPT-3, P-tuning v2, 7B) are none. */
  NUMBER(
      "(?<![\\w.\\-–])\\d[\\d.,]*\\s*(?:%|％|倍|字节|[KMGT]i?B|亿|万|千|百|层|步|条|张|个|次|位|比特|左右|到|至|bit)"
          + "|约为?\\s*\\d|[数几][十百千万]|分之|一半|量级"),
  /** When it holds. */
  CONDITION("如果|一旦|只有|除非|取决|依赖|适合|适用|场景|情况|越[^，]+越|阶段|[大小多少长短高低难]时"),
  /** How it differs from something else. */
  COMPARISON("相比|不同|区别|而不是|而非|优于|不如|[高低大小少多强弱快慢]于|更(?![新换])|比(?!特)|相当|接近|相近|近似|折中|既|分别|前者|后者"),
  /** What is to be done or minded in practice. */
  PRACTICE("应[当该]?|必须|需要?|建议|宜|可用|先|避免|防止|要(?![求么点素])|不要|最好|才能|还要"),
  /** Why. */
  REASON("因为?|所以|由于|原因|导致|从而|使(?!用)|以便|(?<!可)以(?=[^下上及])|because|therefore"),
  /** What it cannot do, and what it costs. */
  LIMIT("不[能会足可如]|不支持|不稳|不保证|无法|缺|受限|限制|敏感|困难|更难|下降|丢失|代价|开销|增加|损失(?!函)|风险|占用"),
  /** How it is done. */
  MEANS("把|将|用|由|通过|经|靠|冻结|训练|计算|切分|分解|拼|加入|插入|生成|保存|缓存"),
  /** Names of things of the kind. */
  EXAMPLE("如|例如|、|包括|包含|等|属于|代表");

  private final Pattern words;

  PointSide(String words) {
    this.words = Pattern.compile(words);
  }

  /** The first side that a text shows. */
  static Optional<PointSide> of(String text) {
    return Stream.of(values()).filter(each -> each.words.matcher(text).find()).findFirst();
  }

  /** As it stands in the phrase files. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
