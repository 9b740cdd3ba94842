package dev.bagu.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bracket that cites by number, in any of the forms that models write: {@code [1]}, {@code [1,
 * 2]}, {@code [1-3]}, {@code [^1]}, {@code 【1】}, {@code ［1］}, {@code 【1†source】}, {@code [证据1]},
 * {@code \[1\]}. In an answer only {@code [1]} remains.
 *
 * @param raw as it stands
 * @param numbers what it names, ranges counted out; a range that runs backwards or too far stands
 *     by its two ends
 */
record Mark(String raw, List<Integer> numbers) {
  /** A longer range names more than an answer has evidence. */
  private static final int WIDEST = 50;

  private static final String LABEL =
      "(?:(?i:证据|来源|资料|文献|引用|evidence|source|passage|ref|doc)[ \\t]*)?";
  private static final String NUMBER = LABEL + "\\^?\\p{Nd}{1,9}";
  private static final Pattern FORM =
      Pattern.compile(
          "[ \\t]*"
              + NUMBER
              + "(?:[ \\t]*[-–—~～,，、;；][ \\t]*"
              + NUMBER
              + ")*(?:†[^\\]】］\\n]{0,40})?[ \\t]*\\\\?");
  private static final Pattern NAMED =
      Pattern.compile("(\\p{Nd}{1,9})[ \\t]*[-–—~～][ \\t]*(\\p{Nd}{1,9})|(\\p{Nd}{1,9})");

  Mark {
    numbers = List.copyOf(numbers);
  }

  /** Whether what stands within brackets makes them a mark. */
  static boolean is(String inner) {
    return FORM.matcher(inner).matches();
  }

  /** Whether it may yet become one with what follows. */
  static boolean mayBegin(String inner) {
    Matcher form = FORM.matcher(inner);
    return form.matches() || form.hitEnd();
  }

  static Mark of(String raw, String inner) {
    int source = inner.indexOf('†');
    List<Integer> numbers = new ArrayList<>();
    Matcher named = NAMED.matcher(source < 0 ? inner : inner.substring(0, source));
    while (named.find()) {
      if (named.group(3) != null) {
        numbers.add(Integer.parseInt(named.group(3)));
        continue;
      }
      int from = Integer.parseInt(named.group(1));
      int to = Integer.parseInt(named.group(2));
      if (to < from || to - from > WIDEST) {
        numbers.addAll(List.of(from, to));
      } else {
        for (int n = from; n <= to; n++) {
          numbers.add(n);
        }
      }
    }
    return new Mark(raw, numbers);
  }

  /**
   * Whether it is an interval such as {@code [0, 1]}: several numbers, and a zero, which none has.
   */
  boolean interval() {
    return numbers.size() > 1 && numbers.contains(0);
  }

  /** Whether it only holds years, 1900 to 2099, as in {@code Hu 等 [2021]}. */
  boolean years() {
    return numbers.stream().allMatch(n -> n >= 1900 && n < 2100);
  }

  /** What stands within its brackets. */
  private String inner() {
    String bare = raw.startsWith("\\") ? raw.substring(1) : raw;
    return bare.substring(1, bare.length() - (bare.endsWith("\\]") ? 2 : 1));
  }

  /**
   * A document's text for an answer: its own numbers in brackets, such as those of its references,
   * become {@code \[9\]}, which reads the same and is no mark of the answer.
   */
  static String escaped(String document) {
    return replaced(
        document,
        mark ->
            mark.raw.startsWith("[") && !mark.interval() ? "\\[" + mark.inner() + "\\]" : mark.raw);
  }

  /** A document's text for a prompt: its own numbers in brackets become {@code ‹9›}. */
  static String disarmed(String document) {
    return replaced(document, mark -> mark.interval() ? mark.raw : "‹" + mark.inner() + "›");
  }

  private static String replaced(String document, Function<Mark, String> replacement) {
    StringBuilder out = new StringBuilder(document.length());
    MarkReader.read(
        document,
        new MarkReader.Sink() {
          @Override
          public void text(String text) {
            out.append(text);
          }

          @Override
          public void mark(Mark mark, char next) {
            out.append(replacement.apply(mark));
          }
        });
    return out.toString();
  }
}
