package dev.bagu.knowledge;

import java.util.regex.Pattern;

/**
 * Tells whether a line asks something, in Chinese or English.
 *
 * <p>Example: {@code 涌现能力是啥原因?}, {@code 预训练和 SFT 有什么不同} and {@code Why scale by sqrt(d)} ask;
 * {@code 技术原理} and {@code 1. 计算损失：} do not.
 */
final class Asking {
  /** Longest question, in characters; what is longer is a paragraph that ends in a question. */
  private static final int LONGEST = 200;

  /** Longest question without a question mark, in characters. */
  private static final int LONGEST_UNMARKED = 60;

  /** Shortest question without a question mark, in characters: 简述 alone is a title. */
  private static final int SHORTEST_UNMARKED = 5;

  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:请问|请)?(?:什么是|什么叫|何为|何谓|为什么|为何|为啥|如何|怎么|怎样|哪些|哪种|简述|简单介绍|介绍一下|介绍下|简要介绍|谈谈|谈一下|说说|说一下|讲讲|讲一下|解释一下|能否|能不能|是否|推导一下|列举|写一下|手写)"
              + "|^(?i:what(?:'s| is| are| does| do)|why|how (?:do|does|did|to|is|are|can|would|many|much)|when (?:should|do|is|would)|which|explain|describe|compare|can you)\\b");
  private static final Pattern INSIDE =
      Pattern.compile("为什么|为何|为啥|是什么|是啥|有哪些|哪些|哪种|有什么|什么区别|怎么|怎样|多少|是否|干什么|如何");
  private static final Pattern TAIL = Pattern.compile("(?:吗|呢|么|是什么|有什么[^，。]{1,6}|怎么办|有哪些|区别)$");
  private static final Pattern RHETORICAL =
      Pattern.compile("^(?:那么|那|但是|但|可是|然而|所以|So |But |Then )");

  private Asking() {}

  /** Whether a heading asks: headings are short, so a question word anywhere in one is enough. */
  static boolean heading(String heading) {
    String s = Numbering.without(heading);
    return marked(s)
        || (s.length() <= LONGEST_UNMARKED
            && !states(s)
            && (OPENING.matcher(s).find() || INSIDE.matcher(s).find()));
  }

  /** Whether a numbered line asks: it ends in a question mark, or is short and built like one. */
  static boolean numbered(String line) {
    return marked(line)
        || (line.length() <= LONGEST_UNMARKED
            && !states(line)
            && (OPENING.matcher(line).find() || TAIL.matcher(line).find()));
  }

  /** Whether a line with no mark of its own asks: only a question mark counts here. */
  static boolean bare(String line) {
    return line.length() <= LONGEST_UNMARKED
        && marked(line)
        && !RHETORICAL.matcher(line).find()
        && line.indexOf('。') < 0;
  }

  private static boolean marked(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    int end = line.length();
    while (end > 0 && " \t*_\"”’」）)".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && (line.charAt(end - 1) == '?' || line.charAt(end - 1) == '？');
  }

  /** Whether a line is a bare word, ends like a statement or leads in to something below. */
  private static boolean states(String line) {
    return line.length() < SHORTEST_UNMARKED
        || "。；;：:，,.!！".indexOf(line.charAt(line.length() - 1)) >= 0
        || line.indexOf('。') >= 0;
  }
}
