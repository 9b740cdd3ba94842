package dev.bagu.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares a claim that is nearly a copy of a sentence of the source, character by character.
 *
 * <p>Where a claim is a copy but for a number, a negation or two things that have changed places,
 * these few characters decide, and no likeness of the whole does. The claim is laid over the
 * stretch of the sentence that it shares most characters with, in order (longest common
 * subsequence).
 *
 * @param share of the claim's letters and digits that stand in the stretch in the same order, [0,
 *     1]
 * @param difference what turns it round; empty for a faithful copy
 */
record NearCopy(double share, Optional<Reason> difference) {
  /** From this share on a claim is a copy. */
  private static final double COPY = 0.8;

  /** Longest texts that are compared, in letters. */
  private static final int LONGEST = 400;

  /** Whether the claim is a copy, faithful or not. */
  boolean isCopy() {
    return share >= COPY;
  }

  static NearCopy of(Reading claim, Reading source) {
    Letters a = Letters.of(claim.text());
    Letters b = Letters.of(source.text());
    if (a.size() == 0 || b.size() == 0 || a.size() > LONGEST || b.size() > 3 * LONGEST) {
      return new NearCopy(0, Optional.empty());
    }
    int[] partner = partners(a, b);
    int[] met = IntStream.range(0, a.size()).filter(i -> partner[i] >= 0).toArray();
    double share = (double) met.length / a.size();
    if (share < COPY) {
      return new NearCopy(share, Optional.empty());
    }
    // What the claim says before and after the common letters stands for as much of the source.
    int lastMet = met[met.length - 1];
    int first = Math.max(0, partner[met[0]] - met[0]);
    int last = Math.min(b.size() - 1, partner[lastMet] + a.size() - 1 - lastMet);
    int from = b.offset(first);
    int to = b.offset(last) + 1;
    return new NearCopy(share, difference(claim, source, a, b, partner, from, to));
  }

  private static Optional<Reason> difference(
      Reading claim, Reading source, Letters a, Letters b, int[] partner, int from, int to) {
    List<Quantity> there =
        source.quantities().stream().filter(q -> q.end() > from && q.start() < to).toList();
    boolean other = claim.quantities().stream().anyMatch(q -> there.stream().noneMatch(q::agrees));
    if (other && !there.isEmpty()) {
      return Optional.of(Reason.NUMBER);
    }
    long denied =
        source.negations().stream().filter(n -> n.end() + 1 >= from && n.start() < to).count();
    if ((denied - claim.negations().size()) % 2 != 0) {
      return Optional.of(Reason.NEGATION);
    }
    boolean[] mine = new boolean[a.size()];
    boolean[] theirs = new boolean[b.size()];
    Arrays.fill(theirs, b.indexAt(from), b.indexAt(to - 1) + 1, true);
    for (int i = 0; i < partner.length; i++) {
      mine[i] = partner[i] < 0;
      if (partner[i] >= 0) {
        theirs[partner[i]] = false;
      }
    }
    String rest = a.marked(mine);
    if (rest.length() >= 2 && sorted(rest).equals(sorted(b.marked(theirs)))) {
      return Optional.of(Reason.ROLES);
    }
    return opposite(words(claim, a, mine), words(source, b, theirs))
        ? Optional.of(Reason.DIRECTION)
        : Optional.empty();
  }

  /** The contrasting words in which a text differs from the other, be it in one letter. */
  private static List<Contrasts.Mention> words(Reading text, Letters letters, boolean[] differs) {
    return text.contrasts().stream()
        .filter(
            word ->
                IntStream.range(0, letters.size())
                    .filter(i -> differs[i])
                    .map(letters::offset)
                    .anyMatch(at -> at >= word.start() && at < word.end()))
        .toList();
  }

  /** Whether one word excludes another. */
  private static boolean opposite(List<Contrasts.Mention> mine, List<Contrasts.Mention> theirs) {
    return mine.stream()
        .anyMatch(
            here ->
                theirs.stream()
                    .anyMatch(t -> t.family() == here.family() && t.member() != here.member()));
  }

  private static String sorted(String text) {
    return text.chars()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** For each letter of a its partner in b by a longest common subsequence; -1 for none. */
  private static int[] partners(Letters a, Letters b) {
    int[][] longest = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        longest[i][j] =
            a.letter(i) == b.letter(j)
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int[] partner = new int[a.size()];
    int j = 0;
    for (int i = 0; i < partner.length; i++) {
      partner[i] = -1;
      while (j < b.size() && longest[i][j] == longest[i][j + 1]) {
        j++;
      }
      if (j < b.size()
          && a.letter(i) == b.letter(j)
          && longest[i][j] == longest[i + 1][j + 1] + 1) {
        partner[i] = j++;
      }
    }
    return partner;
  }

  /** The letters and digits of a text in lower case, with their offsets. */
  private record Letters(String letters, List<Integer> offsets) {
    static Letters of(String text) {
      StringBuilder letters = new StringBuilder();
      List<Integer> offsets = new ArrayList<>();
      String lower = text.toLowerCase(Locale.ROOT);
      for (int i = 0; i < Math.min(lower.length(), text.length()); i++) {
        if (Character.isLetterOrDigit(lower.charAt(i))) {
          letters.append(lower.charAt(i));
          offsets.add(i);
        }
      }
      return new Letters(letters.toString(), offsets);
    }

    int size() {
      return letters.length();
    }

    char letter(int i) {
      return letters.charAt(i);
    }

    String marked(boolean[] marks) {
      StringBuilder marked = new StringBuilder();
      for (int i = 0; i < marks.length; i++) {
        marked.append(marks[i] ? letters.substring(i, i + 1) : "");
      }
      return marked.toString();
    }

    int offset(int i) {
      return offsets.get(i);
    }

    int indexAt(int offset) {
      int at = 0;
      while (at + 1 < offsets.size() && offsets.get(at + 1) <= offset) {
        at++;
      }
      return at;
    }
  }
}
