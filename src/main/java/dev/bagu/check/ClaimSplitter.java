package dev.bagu.check;

import dev.bagu.knowledge.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a draft into its checkable statements, each with its place.
 *
 * <p>A claim is a sentence, a list item or a table row; a sentence is cut further at semicolons and
 * at commas between clauses that assert something of their own. Greetings, filler, questions,
 * headings, code, bare words and orders to the reader are no claims.
 *
 * <p>Example: "嗯，LoRA 冻结原权重，只训练两个低秩矩阵；推理时可以合并。还有问题吗？" gives "LoRA 冻结原权重，只训练两个低秩矩阵" and "推理时可以合并".
 */
final class ClaimSplitter {
  /** A clause shorter than this, in characters that count, says nothing by itself. */
  private static final int CLAUSE = 9;

  /** A claim shorter than this, in letters and digits, is none. */
  private static final int SHORTEST = 4;

  private static final Pattern LINE_MARK =
      Pattern.compile(
          "\\A(?:\\s|>|[-*+•·]\\s|\\d{1,3}[.)、．](?!\\d)\\s*|[（(]\\d{1,2}[)）]|[①-⑳]|\\[[ xX]]\\s)+");
  private static final Pattern FENCE = Pattern.compile("\\A\\s*(```+|~~~+).*");
  private static final Pattern HEADING =
      Pattern.compile("\\A\\s*#{1,6}\\s.*|\\A\\s*[=-]{3,}\\s*\\z");
  private static final Pattern TABLE_RULE = Pattern.compile("\\A\\s*\\|?[\\s:|-]*-[\\s:|-]*\\z");

  private static final Pattern FILLER =
      Pattern.compile(
          "\\A(?:(?:嗯+|呃+|额+|啊|那个|这个嘛|好的?|行|对|是的|ok|okay|well|so|um+|uh+|好吧|其实|我觉得|我认为|我理解|我的理解是|怎么说呢"
              + "|首先我想说的是|简单来说|简单说|一句话说|总的来说|总之|另外|然后|还有就是|还有|再有就是|再有|最后|其次|首先|第[一二三四五]|此外"
              + "|basically|actually|i think|i guess|first|second|finally|also|overall)[，,、：:\\s]+)+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GREETING =
      Pattern.compile(
          "(?:面试官)?(?:您|你)好.{0,12}|谢谢.{0,8}|以上(?:就是|是我).{0,12}|(?:大概|差不多)?就(?:是)?这(?:些|样).{0,4}|(?:我)?(?:先|来)?(?:简单)?(?:说|讲|回答)一?下.{0,12}"
              + "|这个?(?:问题|题).{0,16}|(?:我)?(?:想|整理|组织)一?下(?:思路|语言)?|(?:hi|hello|thanks?|thank you).{0,24}|that'?s (?:all|it).{0,12}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ABSTAINS =
      Pattern.compile(
          "(?:这个|这块|这题)?(?:我)?(?:真的|确实|暂时|也|还|就)?(?:不(?:太|是很|大)?(?:知道|清楚|了解|会|懂|记得|确定)|没(?:有)?(?:学过|了解过|接触过|用过|看过)|忘(?:记)?了|想不起来|记不清)(?:了|呢|啊|怎么.{0,10}|是什么.{0,8}|具体.{0,10})?"
              + "|(?:sorry,? )?i (?:really )?(?:don'?t|do not) (?:know|remember).{0,40}|no idea.{0,20}|not sure.{0,30}|pass|跳过|略",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern QUESTION =
      Pattern.compile(".*(?:[？?]|吗|么|呢)[”\"』」）)]*\\z", Pattern.DOTALL);

  /** A label alone: "**经验起点**". */
  private static final Pattern LABEL = Pattern.compile("\\*\\*[^*\\n]{1,20}\\*\\*");

  /**
   * Bare words with spaces between, at least three of them Chinese ones of two characters: they
   * assert nothing. "秩 r 常用 8 到 64" does, though many put spaces round Latin letters.
   */
  private static final Pattern BARE_WORDS =
      Pattern.compile(
          "(?=(?:.*?(?<!\\p{IsHan})\\p{IsHan}{2,4}(?!\\p{IsHan})){3}|(?:.*?\\p{IsHan}\\s+(?=\\p{IsHan})){2})"
              + "(?:\\p{IsHan}{1,4}|[A-Za-z0-9-]{1,24})(?:\\s+(?:\\p{IsHan}{1,4}|[A-Za-z0-9-]{1,24})){4,60}");

  /** What a clause begins with when it only goes on with the one before. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "\\A(?:所以|因此|从而|于是|这样|才|就|则|那么|也就是|即|比如|例如|像|尤其|特别|包括|其中|而不是|不是|以及|和|或|但|但是|而|而且|并|并且|因为|由于|如果|要是|只要|除非|否则|不然|以免"
              + "|so|thus|hence|because|since|if|when|while|which|that|who|where|and|or|but|such as|e\\.g|i\\.e|rather|instead|not|to|by|with|for|as|than|unless)",
          Pattern.CASE_INSENSITIVE);

  /** What a clause begins or ends with when it needs the one after it. */
  private static final Pattern LEADS_IN =
      Pattern.compile(
          "\\A(?:\\*\\*[^*]{1,20}\\*\\*[：:])?(?:如果|要是|当|只要|因为|由于|虽然|尽管|除了|对于|为了|相比|比起|在.{0,12}(?:时|中|里|下|上|后|前)\\z|if|when|while|because|since|although|for|in|to|with|unlike)|(?:时|的时候|的话|之后|以后|之前|来说|方面|而言|看|指出|认为|发现|表明|显示|报告)\\z",
          Pattern.CASE_INSENSITIVE);

  private ClaimSplitter() {}

  /** The claims of a draft, in order. */
  static List<Claim> split(String draft) {
    List<Claim> claims = new ArrayList<>();
    String fence = "";
    int start = 0;
    while (start <= draft.length()) {
      int newline = draft.indexOf('\n', start);
      int end = newline < 0 ? draft.length() : newline;
      String line = draft.substring(start, end);
      Matcher mark = FENCE.matcher(line);
      if (!fence.isEmpty()) {
        fence = line.strip().startsWith(fence) ? "" : fence;
      } else if (mark.matches()) {
        fence = mark.group(1);
      } else if (!HEADING.matcher(line).matches() && !TABLE_RULE.matcher(line).matches()) {
        line(draft, start, end, claims);
      }
      start = end + 1;
    }
    return claims;
  }

  private static void line(String draft, int start, int end, List<Claim> claims) {
    Matcher mark = LINE_MARK.matcher(draft.substring(start, end));
    int from = mark.find() ? start + mark.end() : start;
    String text = draft.substring(from, end);
    if (text.strip().startsWith("|")) {
      add(draft, from, end, claims);
      return;
    }
    for (Sentences.Range sentence : Sentences.ranges(text)) {
      sentence(draft, from + sentence.start(), from + sentence.end(), claims);
    }
  }

  /** Cuts a sentence at the commas between clauses that stand by themselves. */
  private static void sentence(String draft, int start, int end, List<Claim> claims) {
    if (QUESTION.matcher(draft.substring(start, end)).matches()) {
      return;
    }
    int from = start;
    for (int i = start; i < end; i++) {
      char c = draft.charAt(i);
      boolean comma = c == '，' || (c == ',' && i + 1 < end && draft.charAt(i + 1) == ' ');
      if (comma && cuts(draft.substring(from, i), draft.substring(i + 1, end).strip())) {
        add(draft, from, i, claims);
        from = i + 1;
      }
    }
    add(draft, from, end, claims);
  }

  /** Whether what stands on both sides of a comma asserts something of its own. */
  private static boolean cuts(String before, String rest) {
    int next = next(rest);
    String clause = rest.substring(0, next);
    return weight(before) >= CLAUSE
        && weight(clause) >= CLAUSE
        && !GOES_ON.matcher(clause).find()
        && !LEADS_IN.matcher(before.strip()).find()
        && balanced(before);
  }

  private static int next(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if ("，,".indexOf(rest.charAt(i)) >= 0) {
        return i;
      }
    }
    return rest.length();
  }

  /** Characters that count: a Chinese one for itself, a Latin word for two. */
  private static int weight(String text) {
    int weight = 0;
    boolean word = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean latin = c < 0x250 && Character.isLetterOrDigit(c);
      weight += latin ? word ? 0 : 2 : Character.isLetterOrDigit(c) ? 1 : 0;
      word = latin;
    }
    return weight;
  }

  /** Whether no bracket or formula is open. */
  private static boolean balanced(String text) {
    int depth = 0;
    int dollars = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += "（([{【“「".indexOf(c) >= 0 ? 1 : "）)]}】”」".indexOf(c) >= 0 ? -1 : 0;
      dollars += c == '$' ? 1 : 0;
    }
    return depth == 0 && dollars % 2 == 0;
  }

  private static void add(String draft, int start, int end, List<Claim> claims) {
    int from = start;
    Matcher filler = FILLER.matcher(draft.substring(from, end).stripLeading());
    from = skip(draft, from, end);
    from += filler.find() ? filler.end() : 0;
    from = skip(draft, from, end);
    int to = end;
    while (to > from && !closes(draft.charAt(to - 1))) {
      to--;
    }
    String text = draft.substring(from, Math.max(from, to));
    long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
    if (letters >= SHORTEST
        && !GREETING.matcher(text).matches()
        && !ABSTAINS.matcher(text).matches()
        && !QUESTION.matcher(text).matches()
        && !BARE_WORDS.matcher(text).matches()
        && !LABEL.matcher(text).matches()
        && !Orders.given(text)) {
      claims.add(new Claim(text, from, to));
    }
  }

  private static int skip(String draft, int from, int end) {
    int at = from;
    while (at < end
        && (Character.isWhitespace(draft.charAt(at)) || "，,、；;：:".indexOf(draft.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /** Whether a claim may end with a character: not with white space or a stop. */
  private static boolean closes(char c) {
    return !Character.isWhitespace(c) && "。．.，,；;！!：:、…".indexOf(c) < 0;
  }
}
