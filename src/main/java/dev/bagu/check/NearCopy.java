package dev.bagu.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares a claim that is nearly a copy of a sentence of the source, word by word.
 *
 * <p>Where a claim is a copy but for a number, a negation or two things that have changed places,
 * these few words decide, and no likeness of the whole does. The claim is laid over the stretch of
 * the sentence that it shares most words with, in order (longest common subsequence); a Chinese
 * character, a Latin word and a number with its unit are one word each.
 *
 * @param share of the claim's words that stand in the stretch in the same order, other numbers
 *     included, [0, 1]
 * @param difference what turns it round; empty for a faithful copy
 */
record NearCopy(double share, Optional<Reason> difference) {
  /** From this share on a claim is a copy. */
  private static final double COPY = 0.8;

  /** Characters before the common words in which a negation still turns them: not in a label. */
  private static final int PREFIX = 4;

  /** Longest texts that are compared, in words. */
  private static final int LONGEST = 400;

  /** Whether the claim is a copy, faithful or not. */
  boolean isCopy() {
    return share >= COPY;
  }

  static NearCopy of(Reading claim, Reading source) {
    Words a = Words.of(claim);
    Words b = Words.of(source);
    if (a.size() == 0 || b.size() == 0 || a.size() > LONGEST || b.size() > 3 * LONGEST) {
      return new NearCopy(0, Optional.empty());
    }
    int[] partner = partners(a, b);
    int[] met = IntStream.range(0, a.size()).filter(i -> partner[i] >= 0).toArray();
    if (met.length == 0) {
      return new NearCopy(0, Optional.empty());
    }
    // What the claim says before and after the common words stands for as much of the source.
    int lastMet = met[met.length - 1];
    int first = Math.max(0, partner[met[0]] - met[0]);
    int last = Math.min(b.size() - 1, partner[lastMet] + a.size() - 1 - lastMet);
    boolean[] mine = new boolean[a.size()];
    boolean[] theirs = new boolean[b.size()];
    Arrays.fill(theirs, first, last + 1, true);
    for (int i = 0; i < partner.length; i++) {
      mine[i] = partner[i] < 0;
      if (partner[i] >= 0) {
        theirs[partner[i]] = false;
      }
    }
    long numbers = Math.min(a.numbers(mine), b.numbers(theirs));
    double share = (double) (met.length + numbers) / a.size();
    if (share < COPY) {
      return new NearCopy(share, Optional.empty());
    }
    if (numbers > 0) {
      return new NearCopy(share, Optional.of(Reason.NUMBER));
    }
    int from = b.start(first);
    int to = b.end(last);
    long denied =
        source.negations().stream().filter(n -> n.end() + 1 >= from && n.start() < to).count();
    int begins = a.start(met[0]) - PREFIX;
    long denying = claim.negations().stream().filter(n -> n.end() >= begins).count();
    if ((denied - denying) % 2 != 0) {
      return new NearCopy(share, Optional.of(Reason.NEGATION));
    }
    List<String> rest = a.marked(mine);
    if (rest.size() >= 2 && rest.equals(b.marked(theirs))) {
      return new NearCopy(share, Optional.of(Reason.ROLES));
    }
    boolean opposed = opposite(contrasts(claim, a, mine), contrasts(source, b, theirs));
    return new NearCopy(share, opposed ? Optional.of(Reason.DIRECTION) : Optional.empty());
  }

  /** The contrasting words in which a text differs from the other, be it in one character. */
  private static List<Contrasts.Mention> contrasts(Reading text, Words words, boolean[] differs) {
    return text.contrasts().stream()
        .filter(
            each ->
                IntStream.range(0, words.size())
                    .filter(i -> differs[i])
                    .anyMatch(i -> words.start(i) < each.end() && words.end(i) > each.start()))
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

  /** For each word of a its partner in b by a longest common subsequence; -1 for none. */
  private static int[] partners(Words a, Words b) {
    int[][] longest = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        longest[i][j] =
            a.same(i, b, j)
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int[] partner = new int[a.size()];
    Arrays.fill(partner, -1);
    // Begins as late as it can and then goes on as early as it can: the stretch stays narrow.
    int j = 0;
    while (j + 1 < b.size() && longest[0][j + 1] == longest[0][0]) {
      j++;
    }
    for (int i = 0; i < a.size() && j < b.size(); ) {
      if (a.same(i, b, j) && longest[i][j] == longest[i + 1][j + 1] + 1) {
        partner[i++] = j++;
      } else if (longest[i][j + 1] == longest[i][j]) {
        j++;
      } else {
        i++;
      }
    }
    return partner;
  }

  /** One word and where it stands; {@code number} where it is one. */
  private record Word(String text, Optional<Quantity> number, int start, int end) {}

  /** The words of a text in lower case, numbers whole. */
  private record Words(List<Word> words) {
    static Words of(Reading reading) {
      String text = reading.text();
      List<Word> words = new ArrayList<>();
      for (int i = 0; i < text.length(); ) {
        int at = i;
        Optional<Quantity> number =
            reading.quantities().stream().filter(q -> q.start() <= at && q.end() > at).findFirst();
        int end = number.map(Quantity::end).orElseGet(() -> end(text, at));
        if (number.isPresent() || Character.isLetterOrDigit(text.charAt(i))) {
          words.add(new Word(text.substring(i, end).toLowerCase(Locale.ROOT), number, i, end));
        }
        i = end;
      }
      return new Words(words);
    }

    private static int end(String text, int start) {
      int end = start + 1;
      while (latin(text.charAt(start)) && end < text.length() && latin(text.charAt(end))) {
        end++;
      }
      return end;
    }

    private static boolean latin(char c) {
      return c < 0x250 && Character.isLetterOrDigit(c);
    }

    boolean same(int i, Words other, int j) {
      Word here = words.get(i);
      Word there = other.words.get(j);
      if (here.number().isPresent() && there.number().isPresent()) {
        return equal(here.number().get(), there.number().get());
      }
      return here.text().equals(there.text());
    }

    /** Whether two numbers agree, and so do both ends where both are ranges. */
    private static boolean equal(Quantity one, Quantity other) {
      boolean ranges = one.low() < one.high() && other.low() < other.high();
      return one.agrees(other)
          && (!ranges || (low(one).agrees(low(other)) && high(one).agrees(high(other))));
    }

    private static Quantity low(Quantity q) {
      return new Quantity(q.low(), q.low(), q.unit(), q.rounded(), q.start(), q.end());
    }

    private static Quantity high(Quantity q) {
      return new Quantity(q.high(), q.high(), q.unit(), q.rounded(), q.start(), q.end());
    }

    int size() {
      return words.size();
    }

    int start(int i) {
      return words.get(i).start();
    }

    int end(int i) {
      return words.get(i).end();
    }

    /** How many of the marked words are numbers. */
    long numbers(boolean[] marks) {
      return IntStream.range(0, marks.length)
          .filter(i -> marks[i] && words.get(i).number().isPresent())
          .count();
    }

    /** The marked words, sorted. */
    List<String> marked(boolean[] marks) {
      return IntStream.range(0, marks.length)
          .filter(i -> marks[i])
          .mapToObj(i -> words.get(i).text())
          .sorted()
          .toList();
    }
  }
}
