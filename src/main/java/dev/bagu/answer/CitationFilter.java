package dev.bagu.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets an answer through as it comes and checks its marks on the way: a mark that points to
 * evidence goes on in the one form {@code [n]}, any other is taken out and remembered.
 *
 * <p>Example, with two pieces of evidence: {@code 合并后没有延迟[1, 7]【2】。} becomes {@code
 * 合并后没有延迟[1][2]。}, and 7 is remembered. Marks are {@code [1]}, {@code [1, 2]}, {@code [1-3]},
 * {@code [^1]}, {@code 【1】} and {@code ［1］}. In code and in formulas brackets are no marks, nor
 * before {@code (}, where they are a link. A bracket that is still open is held back until it
 * closes or grows too long to be a mark.
 *
 * <p>For one answer, used by one thread.
 */
final class CitationFilter {
  /** Longest text within the brackets of a mark, as in {@code [10, 11, 12-14]}. */
  private static final int LONGEST = 24;

  /** A range of marks that is longer is no mark of ours. */
  private static final int WIDEST = 20;

  private static final Pattern MARK =
      Pattern.compile("\\^?\\s*\\d{1,3}(?:\\s*[-–,，、~]\\s*\\^?\\d{1,3})*\\s*");

  private static final Pattern RANGE = Pattern.compile("(\\d+)\\s*[-–~]\\s*(\\d+)|(\\d+)");

  private final int evidence;
  private final Consumer<String> out;
  private final StringBuilder passed = new StringBuilder();
  private final StringBuilder held = new StringBuilder();
  private final Set<Integer> used = new LinkedHashSet<>();
  private final Set<String> invented = new LinkedHashSet<>();
  private final Verbatim verbatim = new Verbatim();

  /**
   * A filter for one answer.
   *
   * @param evidence how many pieces of evidence there are: marks 1 to this are good
   * @param out hears the checked text, piece after piece
   */
  CitationFilter(int evidence, Consumer<String> out) {
    this.evidence = evidence;
    this.out = out;
  }

  /** Takes the next piece of the answer. */
  void accept(String piece) {
    StringBuilder ready = new StringBuilder();
    for (int i = 0; i < piece.length(); i++) {
      take(piece.charAt(i), ready);
    }
    pass(ready);
  }

  /** The answer has ended: what was held back goes on. */
  void end() {
    StringBuilder ready = new StringBuilder();
    if (closed(held)) {
      resolve(ready);
    }
    ready.append(held);
    held.setLength(0);
    pass(ready);
  }

  /** All the checked text so far. */
  String text() {
    return passed.toString();
  }

  /** The marks that stand in it, in the order of their first use. */
  Set<Integer> used() {
    return used;
  }

  /** The marks that pointed to nothing and were taken out, as they were written. */
  Set<String> invented() {
    return invented;
  }

  private void take(char c, StringBuilder ready) {
    if (closed(held)) {
      // One character past the bracket tells a link from a mark.
      if (c == '(') {
        ready.append(held);
        held.setLength(0);
      } else {
        resolve(ready);
      }
    }
    boolean opens = c == '[' || c == '【' || c == '［';
    if (!held.isEmpty() && (opens || c == '\n' || held.length() > LONGEST)) {
      ready.append(held);
      held.setLength(0);
    }
    if (held.isEmpty() && !(opens && !verbatim.inside())) {
      verbatim.take(c);
      ready.append(c);
    } else {
      held.append(c);
    }
  }

  private static boolean closed(StringBuilder held) {
    return held.length() > 1 && "]】］".indexOf(held.charAt(held.length() - 1)) >= 0;
  }

  /** Replaces the held bracket by its good marks, or lets it go if it is no mark. */
  private void resolve(StringBuilder ready) {
    String inner = held.substring(1, held.length() - 1);
    if (!MARK.matcher(inner).matches()) {
      ready.append(held);
      held.setLength(0);
      return;
    }
    held.setLength(0);
    for (int n : numbers(inner)) {
      if (n >= 1 && n <= evidence) {
        used.add(n);
        ready.append('[').append(n).append(']');
      } else {
        invented.add("[" + n + "]");
      }
    }
  }

  private static List<Integer> numbers(String inner) {
    List<Integer> numbers = new ArrayList<>();
    Matcher parts = RANGE.matcher(inner);
    while (parts.find()) {
      if (parts.group(3) != null) {
        numbers.add(Integer.parseInt(parts.group(3)));
      } else {
        int from = Integer.parseInt(parts.group(1));
        int to = Integer.parseInt(parts.group(2));
        for (int n = from; n <= Math.min(to, from + WIDEST); n++) {
          numbers.add(n);
        }
      }
    }
    return numbers;
  }

  private void pass(StringBuilder ready) {
    if (!ready.isEmpty()) {
      passed.append(ready);
      out.accept(ready.toString());
    }
  }

  /**
   * Knows whether the text is inside code or a formula: runs of {@code `} and {@code $} open and
   * close it.
   */
  private static final class Verbatim {
    private String open = "";
    private final StringBuilder run = new StringBuilder();

    boolean inside() {
      settle();
      return !open.isEmpty();
    }

    void take(char c) {
      if (!run.isEmpty() && run.charAt(0) != c) {
        settle();
      }
      if (c == '`' || c == '$') {
        run.append(c);
      } else if (c == '\n' && (open.equals("$") || open.equals("`"))) {
        open = ""; // a lone mark on a line was no opening one
      }
    }

    private void settle() {
      if (run.isEmpty()) {
        return;
      }
      String mark = run.toString();
      run.setLength(0);
      if (open.isEmpty()) {
        open = mark;
      } else if (open.equals(mark)) {
        open = "";
      }
    }
  }
}
