package dev.bagu.index;

import java.util.Arrays;

/**
 * Scores chunks by late interaction: for each query token the best token of the passage (Khattab
 * and Zaharia, 2020, ColBERT, section 3.3).
 *
 * <p>A query vector is held as {@value #PLANES} bit planes, so that its product with a sign code is
 * a few counts of bits: {@code q · sign = 2 * sum(q[d] where bit d is set) - sum(q[d])}. The
 * rounding to {@value #PLANES} bits moves a score by about 0.006 (standard deviation).
 *
 * <p>Made for one query and used by one thread.
 */
public final class LateInteraction {
  private static final int PLANES = 4;

  /** Words of a plane: those of the longest code; the rest of a shorter one stays 0. */
  private static final int WORDS = 8;

  private final int width;
  private final int tokens;
  private final long[] planes;
  private final float[] step;
  private final float[] low;
  private final float[] offset;

  /** Prepares a query that {@code model} encoded. */
  public LateInteraction(Encoding query, TextModel model) {
    this.width = model.codeWords();
    this.tokens = query.tokens().length;
    this.planes = new long[tokens * PLANES * WORDS];
    this.step = new float[tokens];
    this.low = new float[tokens];
    this.offset = new float[tokens];
    for (int i = 0; i < tokens; i++) {
      prepare(i, query.tokens()[i]);
    }
  }

  /** How many tokens the query has. */
  public int queryTokens() {
    return tokens;
  }

  /**
   * Raises the best score of each query token by what a stretch of a passage's tokens reaches.
   *
   * @param codes the passage
   * @param from first token, inclusive
   * @param to last token, exclusive
   * @param best {@code float[queryTokens]}, about [-1, 1]; start from {@link
   *     Float#NEGATIVE_INFINITY}
   * @return how well the query covers the stretch in turn: the mean of its tokens' best scores; 0
   *     for an empty one
   */
  public float raise(TokenCodes codes, int from, int to, float[] best) {
    long[] words = codes.words();
    float covered = 0;
    for (int t = from; t < to; t++) {
      // The words of one token stand in locals and the loop over them is written out: this is the
      // innermost loop of
      // every query, and the compiler keeps it in registers only so (measured: a third of the
      // time).
      int at = t * width;
      long d0 = words[at];
      long d1 = words[at + 1];
      long d2 = words[at + 2];
      long d3 = words[at + 3];
      long d4 = words[at + 4];
      long d5 = words[at + 5];
      long d6 = width > 6 ? words[at + 6] : 0;
      long d7 = width > 6 ? words[at + 7] : 0;
      int set = Long.bitCount(d0) + Long.bitCount(d1) + Long.bitCount(d2) + Long.bitCount(d3);
      set += Long.bitCount(d4) + Long.bitCount(d5) + Long.bitCount(d6) + Long.bitCount(d7);
      float most = -1;
      int o = 0;
      for (int i = 0; i < tokens; i++) {
        int sum = 0;
        for (int p = 0; p < PLANES; p++) {
          int count =
              Long.bitCount(planes[o] & d0)
                  + Long.bitCount(planes[o + 1] & d1)
                  + Long.bitCount(planes[o + 2] & d2)
                  + Long.bitCount(planes[o + 3] & d3)
                  + Long.bitCount(planes[o + 4] & d4)
                  + Long.bitCount(planes[o + 5] & d5)
                  + Long.bitCount(planes[o + 6] & d6)
                  + Long.bitCount(planes[o + 7] & d7);
          sum += count << p;
          o += WORDS;
        }
        float score = sum * step[i] + set * low[i] + offset[i];
        best[i] = Math.max(best[i], score);
        most = Math.max(most, score);
      }
      covered += most;
    }
    return to > from ? covered / (to - from) : 0;
  }

  /**
   * How well a stretch of a passage's tokens covers the query: the mean of its tokens' best scores.
   *
   * @param from first token, inclusive
   * @param to last token, exclusive
   */
  public float score(TokenCodes codes, int from, int to) {
    float[] best = new float[tokens];
    Arrays.fill(best, -1);
    raise(codes, from, to, best);
    return mean(best);
  }

  /** The mean of the tokens' best scores; 0 for a query without tokens. */
  public static float mean(float[] best) {
    float sum = 0;
    for (float score : best) {
      sum += Math.max(score, -1);
    }
    return best.length == 0 ? 0 : sum / best.length;
  }

  private void prepare(int token, float[] vector) {
    float least = Float.MAX_VALUE;
    float high = -Float.MAX_VALUE;
    float total = 0;
    for (float x : vector) {
      least = Math.min(least, x);
      high = Math.max(high, x);
      total += x;
    }
    float unit = Math.max((high - least) / ((1 << PLANES) - 1), 1e-9f);
    for (int d = 0; d < vector.length; d++) {
      int level = Math.round((vector[d] - least) / unit);
      for (int p = 0; p < PLANES; p++) {
        if ((level >> p & 1) != 0) {
          planes[(token * PLANES + p) * WORDS + d / Long.SIZE] |= 1L << d;
        }
      }
    }
    double norm = Math.sqrt(vector.length);
    step[token] = (float) (2 * unit / norm);
    low[token] = (float) (2 * least / norm);
    offset[token] = (float) (-total / norm);
  }
}
