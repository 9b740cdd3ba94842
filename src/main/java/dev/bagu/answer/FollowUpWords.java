package dev.bagu.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which people go on in a conversation: those that lead in, those that stand for
 * something said before, those that only ask, and those that ask for one side of a thing.
 */
final class FollowUpWords {
  /** What leads in: {@code 那}, {@code so}. */
  static final Pattern LEAD =
      Pattern.compile(
          "(?iu)^(?:(?:那么|那(?![个种些边里时])|然后|还有|另外|所以|好的?|嗯+|哦|ok(?:ay)?\\b|"
              + "and\\b|so\\b|then\\b|but\\b|also\\b|well\\b)[\\s,，、…]*)+");

  /** What opens a short question: {@code what about}. */
  static final Pattern ABOUT =
      Pattern.compile("(?iu)^(?:what|how) about\\s+|^(?:换成|换做|如果是|要是|如果换成|至于)\\s*");

  /** What a short question ends with. */
  static final Pattern TAIL = Pattern.compile("[呢呀啊吧嘛哈]*[\\s?？。!！~～.]*$");

  static final Pattern PARTICLE = Pattern.compile("呢[\\s?？。!！~～]*$");

  /** The first and the second of two. */
  static final Pattern FORMER = Pattern.compile("(?iu)前者|前一个|第一个|\\bthe (?:former|first one)\\b");

  static final Pattern LATTER = Pattern.compile("(?iu)后者|后一个|第二个|\\bthe (?:latter|second one)\\b");

  /** Several together. */
  static final Pattern BOTH =
      Pattern.compile(
          "(?iu)它们俩?|他们俩?|她们|两者|二者|这两(?:个|种|者)(?:方法)?|那两(?:个|种)|这几(?:个|种)|"
              + "\\b(?:the two|both(?: of them)?|they|them)\\b");

  private static final String NOUN = "(?:方法|技术|算法|模型|思路|机制|东西|概念|方案|结构|做法|公式|问题|指标|框架|玩意儿?)?";

  /** One thing that was said before. */
  static final Pattern IT =
      Pattern.compile(
          "(?iu)它|(?:上面|刚才|前面)(?:说的|提到的|讲的|那个|这个)"
              + NOUN
              + "|[这那该](?:个|种|项)"
              + NOUN
              + "|该"
              + NOUN.replaceAll("\\?$", "")
              + "|[这那](?=[是为会能有在跟和与比怎么])(?!样|么)"
              + "|\\b(?:it|its|(?:this|that)(?: (?:one|method|technique|approach|"
              + "algorithm|model|thing))?|the (?:method|technique|"
              + "approach))\\b(?!')");

  /** An "it" that stands for nothing. */
  static final Pattern EMPTY_IT =
      Pattern.compile(
          "(?iu)\\bit(?: is|'s)? (?:possible|necessary|true|better|worth|ok|"
              + "safe|fair)\\b|\\bis it (?:possible|necessary|true|better|worth|ok|"
              + "safe|fair)\\b");

  /** A comparison that lacks its first side. */
  static final Pattern COMPARES =
      Pattern.compile(
          "(?iu)^(?:相比(?:于|较)?|相较于?|对比(?:一下)?|[和跟与同比](?!较|如|步|时|样|特|例|谐|"
              + "其))\\s*|^(?:compared (?:to|with)|versus|vs\\.?|as opposed to|in "
              + "comparison (?:to|with))\\s+");

  /** Whether a comparison in English compares: {@code how does it differ from QLoRA}. */
  static final Pattern DIFFERS =
      Pattern.compile("(?iu)compar|differ|versus|\\bvs\\b|better|worse|than|with|from|和|跟|与|比");

  /** A comparison that asks nothing further: {@code 和 QLoRA 比}. */
  static final Pattern ONLY_COMPARES = Pattern.compile("(?:比|相比|对比|比较|比起来|相比起来|比一比|比一下)$");

  /** A question that says itself what it is about. */
  static final Pattern DEFINES =
      Pattern.compile(
          "(?iu)^(?:请问|请)?(?:什么是|什么叫|何谓)|^what(?: is|'s| are) (?!the\\b|its?\\b|that\\b|this\\b)");

  /** Asks why, and nothing else. */
  static final Pattern WHY =
      Pattern.compile("(?iu)^(?:为什么|为何|为啥|why|how come|why is that|why so)$");

  /** What makes a question of a sentence and can be left out when another is asked of it. */
  static final Pattern ASKS =
      Pattern.compile(
          "(?iu)什么是|是什么|是啥|有什么|有哪些|怎么样|怎样|[吗呢]|[?？。!！]|^(?:what (?:is|are)|explain|describe)\\s+");

  /** One side of a thing: asked of any topic, says nothing of which. */
  private static final String SIDES =
      "优缺点|优点|缺点|优势|劣势|好处|坏处|不足之处|不足|局限性?|弊端|特点|特性|原理|思路|作用|用途|用处|意义|目的|目标|代价|成本|开销|公式|代码|实现|推导"
          + "|流程|步骤|细节|原因|理由|场景|应用|效果|性能|影响|问题|坑|注意|定义|含义|意思|背景|动机|历史|论文|出处|方法|办法|解决|适用|适合|选择|选"
          + "|区别|不同|差别|差异|关系|联系|本质|核心|关键|机制|过程|方式|情况|快|慢|好|差|大|小|多|少|高|低|贵|贵不贵|难";

  /** A thing's bad side, and the other words under which an entry may treat it. */
  private static final Pattern BAD_SIDE = Pattern.compile("缺点|劣势|坏处|弊端|短板");

  private static final List<String> OTHER_WORDS = List.of("局限", "不足");

  /** Words that only ask or join. */
  private static final String ASKING =
      "用来|用于|用在|拿来|什么样的|怎么算|什么时候|什么情况下|什么情况|为什么|是什么|有什么|有哪些|什么|怎么样|怎么办|"
          + "怎么做|怎么|怎样|如何|为何|为啥|哪些|哪个|哪种|哪里|哪|多少|多大|多久|多长"
          + "|是不是|能不能|可不可以|会不会|有没有|要不要|需不需要|需要|是否|可以|能够|应该|一般|通常|具体|详细|展开|简单|再|"
          + "说说|讲讲|谈谈|聊聊|说一下|讲一下|介绍一下|介绍|解释一下|解释|说明|继续"
          + "|举个例子|举例子|举例|例子|总结一下|总结|比如|例如|请问|请|给我|告诉我|我想知道|帮我|写一下|写|怎么算|算一下|"
          + "算出来|有啥|啥|我|你|它们|它|他们|他|这个|那个|这种|那种|这些|那些|这样|那样|这|那么|那|前者|后者|两者|二者"
          + "|时候|的话|情况下|相比于|相比|比起来|比较|对比|之间|方面|角度|东西|事情|一下|一点|一些|一种|一个|还有|另外|"
          + "然后|所以|因为|如果|但是|而且|并且|或者|根据|关于|对于|其中|其他|别的"
          + "|[和跟与或比的地得了着过吗呢吧啊呀嘛是有会能要在把被让给就都也还更最很太又才只您么不]";

  private static final Pattern SIDE =
      Pattern.compile(
          SIDES
              + "|(?iu)\\b(?:dis)?advantages?\\b|\\bdrawbacks?\\b|\\bpros\\b|"
              + "\\bcons\\b|\\bbenefits?\\b|\\blimitations?\\b|\\bformula\\b|"
              + "\\bimplement|\\bcosts?\\b|\\bidea\\b|\\bwork\\b|\\bused?\\b");

  private static final Pattern CHINESE_WORDS = Pattern.compile(SIDES + "|" + ASKING);

  private static final Set<String> ENGLISH_WORDS =
      Set.copyOf(
          List.of(
              ("a an the of is are was were be been being am do does did done to "
                      + "in on at for from by with as and or but if so"
                      + " than then that this these those it its they them their there "
                      + "here i you we me my our your he she not no"
                      + " will would can could should may might must shall have has had "
                      + "please tell explain describe give show us"
                      + " one ones any some very just also still too really actually about "
                      + "into when where while who whom whose"
                      + " which what why how much many more most less detail details again "
                      + "example examples instance advantage"
                      + " advantages disadvantage disadvantages drawback drawbacks pros "
                      + "cons benefit benefits limitation"
                      + " limitations downside downsides upside compare compared "
                      + "comparison differ difference differences"
                      + " different versus vs better worse same formula code implement "
                      + "implemented implementation cost costs"
                      + " idea principle purpose work works working use used using point "
                      + "main key case cases thing things method"
                      + " former latter both two first second elaborate further else other "
                      + "mean means meaning come ok okay help helps take takes need needs "
                      + "get gets make makes"
                      + " want know like happen happens matter say says said go good bad "
                      + "best there right way ways")
                  .split(" ")));

  private static final Pattern WORD =
      Pattern.compile("[\\p{IsLatin}\\p{IsGreek}0-9][^\\s\\p{IsHan}，。？！、；：,?!;:()（）\"“”]*");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private FollowUpWords() {}

  /**
   * The words and phrases of a text that say what it is about, in order: Chinese ones each for
   * itself, English ones in a row together. {@code 那训练的时候呢} gives {@code 训练}.
   */
  static List<String> content(String text) {
    String latin =
        WORD.matcher(text)
            .replaceAll(
                word -> {
                  String bare =
                      BETWEEN.matcher(word.group().toLowerCase(Locale.ROOT)).replaceAll(" ");
                  boolean empty = ENGLISH_WORDS.contains(bare.strip().replaceAll(" s$", ""));
                  return empty ? "\u0001" : Matcher.quoteReplacement(word.group());
                });
    String rest = CHINESE_WORDS.matcher(latin).replaceAll("\u0001");
    List<String> parts = new ArrayList<>();
    for (String part :
        rest.split(
            "\u0001|[，。？！、；：,?!;:()（）\"“”]|"
                + "(?<=\\p{IsHan})(?=[\\p{IsLatin}0-9])|"
                + "(?<=[\\p{IsLatin}0-9])(?=\\p{IsHan})|(?<=\\p{IsHan})\\s+|"
                + "\\s+(?=\\p{IsHan})",
            -1)) {
      String bare = part.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}+#]+$", "");
      if (!bare.isEmpty()) {
        parts.add(bare);
      }
    }
    return parts;
  }

  /** The same question with other words for the bad side that it asks for, the nearest first. */
  static List<String> otherWords(String question) {
    Matcher found = BAD_SIDE.matcher(question);
    return found.find() ? OTHER_WORDS.stream().map(found::replaceFirst).toList() : List.of();
  }

  /** Whether a text asks for one side of a thing: {@code 有什么缺点}, {@code 怎么实现}. */
  static boolean asksSide(String text) {
    return SIDE.matcher(text).find();
  }

  /** Whether it begins with it: {@code 缺点}. */
  static boolean isSide(String text) {
    return SIDE.matcher(text).lookingAt();
  }

  /** How much is said in these parts: one a Chinese character, two an English word. */
  static int weight(List<String> parts) {
    int weight = 0;
    for (String part : parts) {
      boolean han = part.codePoints().anyMatch(c -> c >= 0x2E80);
      weight += han ? part.length() : 2 * part.split("\\s+").length;
    }
    return weight;
  }
}
