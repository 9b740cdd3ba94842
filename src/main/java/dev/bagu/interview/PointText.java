package dev.bagu.interview;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key point, cut for an interview: what may be said of it before its question is closed.
 *
 * <p>Example: of "量化底座要先反量化或加载半精度底座再合并" the subject is "量化底座", and the first half, which a hint
 * gives away, is "量化底座要先反量化或加".
 *
 * @param text as it stands in the source
 */
record PointText(String text) {
  /**
   * Where a sentence turns from what it speaks of to what it says: the first of these words. The
   * lookarounds keep words apart that only look like one (性能, 存在, 行为, 调用, 路由).
   */
  private static final Pattern TURN =
      Pattern.compile(
          "(?<![行认作称分成以])为|是|把|将|(?<!大)使(?!用)|让|(?<![路理自经])由|(?<![性功智可不才只])能(?!力)"
              + "|(?<![机社])会|可以|(?<!许)可(?![能靠读见解])|(?<![主重需必])要|(?<!必)需|应(?!用)|宜|只|通过|利用"
              + "|采用|使用|(?<![应利采使调通占作费信专常实])用|(?<![存正内所])在|等于|取决|来自|依赖|决定|导致|包含|包括"
              + "|(?<![原所含具拥共私没现既固特])有|没有?|(?<![绝的])不|(?<![对相配占之])比(?!较|例)|(?<!选)取|随(?!机)|(?<![精])从|(?<!优)先|更(?!新)"
              + "|都|仍|也|约(?!束)|发布|无法|衡量|影响|修改|保存(?!的)|缺少|去掉|给出|擅长|放开|冻结(?![微的参层训])|占|属于|位于|相当|相同|(?<!的)不同"
              + "|指(?![令标示数南针导])|支持|自带|统一了|提供|增加|减少|降低|提高|提升|缓解|受(?!限于)|缺乏|等同|适合|适用|属(?!性)"
              + "|必须|说明|解决|实现(?!成|的)|近似|转成|变成|分为|带来|允许|趋|多为|多数|自动|按|以(?![下上及])|靠|覆盖|混入|收敛|接近|达到"
              + "|优于|高于|低于|大于|小于|超过|落后|省(?!略)|去除|保证|负责|表示|说明|反映|避免|含(?!义)|(?<![答针])对(?![齐话比称抗数象角])"
              + "|(?i:\\b(?:is|are|was|were|has|have|had|use|uses|used|can|cannot|must|should|may|will"
              + "|needs?|does|do|keeps?|makes?|lets?|gives?|takes?|adds?|depends?|means|(?<!-)only)\\b)");

  /** Where a clause ends: behind it, a sentence has said something already. */
  private static final Pattern CLAUSE = Pattern.compile("[，,；;：:。（(]");

  /** Words that say nothing at the end of a subject. */
  private static final Pattern LOOSE_END =
      Pattern.compile(
          "(?:的|主要|同时|依次|分别|额外|自动|多数|本身|代表|仍|各|即|兼|无|耗|真正|通常|一般|往往|必须|既|或|和|与|及|常|最|远|就|则|还|并|\\s)+$");

  /** The last place at which a long subject joins two things. */
  private static final Pattern JOINT = Pattern.compile("^([^、]{2,})(?:(?<!参)与|(?<![饱求加总])和)");

  /** Units that a subject may go beyond the first half, fewer than the guard lets nobody say. */
  private static final int BEYOND = 4;

  /** Units that must be left behind such a subject. */
  private static final int UNSAID = 4;

  /** Units that a subject has at least, so that it names something. */
  private static final int LEAST_SUBJECT = 2;

  /** The part of the text up to its middle unit, never cut within a word or a formula. */
  String firstHalf() {
    return text.substring(0, cut()).strip();
  }

  /** The units after the first half. */
  List<Units.Unit> tail() {
    int cut = cut();
    return Units.of(text).stream().filter(each -> each.start() >= cut).toList();
  }

  /**
   * What it speaks of, where that shows in its first clause. It may go a little beyond the first
   * half, where enough is left unsaid; a longer one is cut at the last of its parts that fits.
   */
  Optional<String> subject() {
    Matcher clause = CLAUSE.matcher(text);
    Matcher turn = TURN.matcher(text).region(0, clause.find() ? clause.start() : text.length());
    turn.useTransparentBounds(true);
    while (turn.find()) {
      String subject = stripped(text.substring(0, turn.start()));
      if (fits(subject)) {
        return Optional.of(subject);
      }
      if (subject.length() > cut()) {
        Matcher joint = JOINT.matcher(subject.substring(0, cut()));
        return joint.find()
            ? Optional.of(stripped(joint.group(1))).filter(this::fits)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String stripped(String subject) {
    return LOOSE_END.matcher(subject).replaceAll("").strip();
  }

  private boolean fits(String subject) {
    int units = Units.of(subject).size();
    boolean names = units >= LEAST_SUBJECT || subject.matches("[\\w.+-]{2,}");
    int half = Units.of(text.substring(0, cut())).size();
    boolean leavesEnough = units <= half + BEYOND && Units.of(text).size() - units >= UNSAID;
    return names && (subject.length() <= cut() || leavesEnough);
  }

  /** What kind of question it answers, by its words. */
  String kind() {
    if (Pattern.compile("因为|所以|因此|由于|原因|导致|从而|使得|避免|because|so that|therefore")
        .matcher(text)
        .find()) {
      return "why";
    }
    if (Pattern.compile("相比|不同|区别|而不是|更(?!新)|less than|more than|unlike|while")
        .matcher(text)
        .find()) {
      return "compare";
    }
    return "what";
  }

  private int cut() {
    List<Units.Unit> units = Units.of(text);
    return units.isEmpty() ? 0 : units.get((units.size() - 1) / 2).end();
  }
}
