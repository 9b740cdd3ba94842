package dev.bagu.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets an answer through as it comes and checks its marks on the way: a mark that points to
 * evidence goes on in the one form {@code [n]}, any other is taken out, with the space before it,
 * and remembered.
 *
 * <p>Example, with two pieces of evidence: {@code 合并后没有延迟[1, 7]【2】。} becomes {@code
 * 合并后没有延迟[1][2]。}, and 7 is remembered. {@link MarkReader} says what a mark is. Two things that
 * look like one stay: an interval with a zero, {@code [0, 1]}, and years, {@code [2021]}.
 *
 * <p>For one answer, used by one thread.
 */
final class CitationFilter {
  private final int evidence;
  private final Consumer<String> out;
  private final MarkReader reader = new MarkReader(new Checking());
  private final StringBuilder passed = new StringBuilder();
  private final StringBuilder ready = new StringBuilder();
  private final StringBuilder spaces = new StringBuilder();
  private final Set<Integer> used = new LinkedHashSet<>();
  private final Set<String> invented = new LinkedHashSet<>();

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
    reader.accept(piece);
    pass();
  }

  /** The answer has ended: what was held back goes on. */
  void end() {
    reader.end();
    keepSpaces();
    pass();
  }

  /** All the checked text so far. */
  String text() {
    return passed.toString();
  }

  /** The marks that stand in it, in the order of their first use. */
  Set<Integer> used() {
    return used;
  }

  /** The marks that pointed to nothing and were taken out, as {@code [n]}. */
  Set<String> invented() {
    return invented;
  }

  private void keepSpaces() {
    ready.append(spaces);
    spaces.setLength(0);
  }

  private void pass() {
    if (!ready.isEmpty()) {
      passed.append(ready);
      String piece = ready.toString();
      ready.setLength(0);
      out.accept(piece);
    }
  }

  private final class Checking implements MarkReader.Sink {
    @Override
    public void text(String text) {
      int end = text.length();
      while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
        end--;
      }
      if (end > 0) {
        keepSpaces();
        ready.append(text, 0, end);
      }
      spaces.append(text, end, text.length());
    }

    @Override
    public void mark(Mark mark, char next) {
      if (mark.interval() || mark.years()) {
        text(mark.raw());
        return;
      }
      List<Integer> good =
          mark.numbers().stream().distinct().filter(n -> n >= 1 && n <= evidence).toList();
      mark.numbers().stream()
          .filter(n -> !good.contains(n))
          .forEach(n -> invented.add("[" + n + "]"));
      if (!good.isEmpty()) {
        keepSpaces();
      } else if (joins(next)) {
        keepSpaces();
        ready.append('…');
      } else if (!Character.isLetterOrDigit(next) && "[【［\\".indexOf(next) < 0) {
        spaces.setLength(0);
      }
      for (int n : good) {
        used.add(n);
        ready.append('[').append(n).append(']');
      }
      if (!good.isEmpty() && next == '(') {
        ready.append(' '); // else Markdown would take both for a link
      }
    }

    /**
     * Whether what stood apart would come together without the mark: {@code [[9]7]} would become
     * the mark {@code [7]}, two dollars or ticks a block, a backslash an escape, ticks at the start
     * of a line a fence.
     */
    private boolean joins(char next) {
      char last = shown() == 0 ? '\n' : shown(shown() - 1);
      return inBracket() || "$`~\\".indexOf(last) >= 0 || ("`~".indexOf(next) >= 0 && bareLine());
    }

    /** Whether a bracket is open in this line, as far back as a mark may reach. */
    private boolean inBracket() {
      for (int i = shown() - 1; i >= Math.max(0, shown() - MarkReader.LONGEST_MARK); i--) {
        if ("]】］\n".indexOf(shown(i)) >= 0) {
          return false;
        }
        if ("[【［".indexOf(shown(i)) >= 0) {
          return true;
        }
      }
      return false;
    }

    /** Whether this line holds nothing so far but what may stand before a fence. */
    private boolean bareLine() {
      int i = shown() - 1;
      while (i >= 0 && " \t>-*+.)0123456789".indexOf(shown(i)) >= 0) {
        i--;
      }
      return i < 0 || shown(i) == '\n';
    }

    private int shown() {
      return passed.length() + ready.length();
    }

    private char shown(int i) {
      return i < passed.length() ? passed.charAt(i) : ready.charAt(i - passed.length());
    }
  }
}
