package dev.bagu.check;

import dev.bagu.index.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A claim laid against one to three neighbouring clauses of a statement: for each token of the
 * claim its best counterpart (late interaction, Khattab and Zaharia, 2020, section 3.3).
 *
 * @param statement the statement
 * @param window its tokens that are looked at
 * @param best cosine of each claim token's counterpart in the window, {@code float[n]}
 * @param partner that counterpart, a token of the statement, {@code int[n]}
 * @param covered how much of the claim the window covers: the mean of {@code best}, rarer tokens
 *     counting for more
 * @param covers how much of the window the claim covers in turn
 */
record Alignment(
    Statement statement,
    Clauses.Tokens window,
    float[] best,
    int[] partner,
    double covered,
    double covers) {

  /** Most clauses of a window: what one claim says stands in few. */
  private static final int CLAUSES = 3;

  /** How much the window's own coverage counts beside the claim's: chosen on development drafts. */
  private static final double COVERS = 0.35;

  /** One number for how well claim and window agree in words, about [0, 1]. */
  double score() {
    return (covered + COVERS * covers) / (1 + COVERS);
  }

  /** Whether a character of the statement stands in the window; always where it was translated. */
  boolean within(int character) {
    Reading other = statement.reading();
    return !other.inPlace() || window.holds(other.tokenAt(character));
  }

  /**
   * The best window of a statement.
   *
   * @param weight of a token by its id in the vocabulary, above 0: rare ones count for more
   */
  static Alignment of(Reading claim, Statement statement, IntToDoubleFunction weight) {
    Reading other = statement.reading();
    float[][] cosines = cosines(claim.encoding(), other.encoding());
    List<Clauses.Tokens> clauses = other.clauses();
    Alignment best = null;
    for (int first = 0; first < clauses.size(); first++) {
      int most = Math.min(clauses.size(), first + CLAUSES);
      for (int last = first; last < most; last++) {
        Clauses.Tokens window =
            new Clauses.Tokens(clauses.get(first).from(), clauses.get(last).to());
        Alignment each = of(claim, statement, window, cosines, weight);
        if (best == null || each.score() > best.score()) {
          best = each;
        }
      }
    }
    return best == null
        ? of(claim, statement, new Clauses.Tokens(0, other.tokens()), cosines, weight)
        : best;
  }

  /**
   * The nearest statements with their best windows, the best first; of two alike the earlier.
   *
   * @param most how many statements are laid against the claim: those whose pooled vectors are
   *     nearest
   */
  static List<Alignment> ranked(
      Reading claim, List<Statement> statements, int most, IntToDoubleFunction weight) {
    List<Alignment> alignments = new ArrayList<>();
    statements.stream()
        .sorted(Comparator.comparingDouble((Statement each) -> -pooled(claim, each)))
        .limit(most)
        .forEach(statement -> alignments.add(of(claim, statement, weight)));
    alignments.sort(Comparator.comparingDouble(Alignment::score).reversed());
    return alignments;
  }

  private static Alignment of(
      Reading claim,
      Statement statement,
      Clauses.Tokens window,
      float[][] cosines,
      IntToDoubleFunction weight) {
    int n = cosines.length;
    float[] best = new float[n];
    int[] partner = new int[n];
    float[] back = new float[window.size()];
    Arrays.fill(best, -1);
    Arrays.fill(back, -1);
    for (int i = 0; i < n; i++) {
      for (int j = window.from(); j < window.to(); j++) {
        float cosine = cosines[i][j];
        if (cosine > best[i]) {
          best[i] = cosine;
          partner[i] = j;
        }
        back[j - window.from()] = Math.max(back[j - window.from()], cosine);
      }
    }
    Encoding other = statement.reading().encoding();
    return new Alignment(
        statement,
        window,
        best,
        partner,
        mean(best, claim.encoding().tokenIds(), 0, weight),
        mean(back, other.tokenIds(), window.from(), weight));
  }

  private static double mean(float[] values, int[] ids, int from, IntToDoubleFunction weight) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      double w = weight.applyAsDouble(ids[from + i]);
      sum += w * values[i];
      all += w;
    }
    return all == 0 ? 0 : sum / all;
  }

  private static float[][] cosines(Encoding a, Encoding b) {
    float[][] cosines = new float[a.tokens().length][b.tokens().length];
    for (int i = 0; i < cosines.length; i++) {
      for (int j = 0; j < cosines[i].length; j++) {
        cosines[i][j] = dot(a.tokens()[i], b.tokens()[j]);
      }
    }
    return cosines;
  }

  private static float pooled(Reading claim, Statement statement) {
    return dot(claim.encoding().pooled(), statement.reading().encoding().pooled());
  }

  static float dot(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int d = 0; d + 3 < a.length; d += 4) {
      s0 += a[d] * b[d];
      s1 += a[d + 1] * b[d + 1];
      s2 += a[d + 2] * b[d + 2];
      s3 += a[d + 3] * b[d + 3];
    }
    return s0 + s1 + s2 + s3;
  }
}
