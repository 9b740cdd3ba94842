package dev.bagu.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LateInteractionTest {
  @ParameterizedTest
  @EnumSource(TextModel.class)
  void scores_what_the_plain_formula_over_signs_scores(TextModel model) {
    long seed = RandomGenerator.getDefault().nextLong();
    Random random = new Random(seed);
    Encoding query = random(random, model, 7);
    Encoding passage = random(random, model, 40);

    float[] best = fresh(7);
    new LateInteraction(query, model).raise(TokenCodes.of(passage, model), 0, 40, best);

    for (int i = 0; i < 7; i++) {
      double expected = -1;
      for (float[] token : passage.tokens()) {
        double dot = 0;
        for (int d = 0; d < token.length; d++) {
          dot += query.tokens()[i][d] * (token[d] >= 0 ? 1 : -1);
        }
        expected = Math.max(expected, dot / Math.sqrt(token.length));
      }
      // Rounding to 4 bits moves a product of random unit vectors by 0.006 (standard deviation);
      // six of them.
      assertThat((double) best[i]).as("seed " + seed).isCloseTo(expected, within(0.04));
    }
  }

  @Test
  void more_of_a_passage_never_lowers_a_score() {
    long seed = RandomGenerator.getDefault().nextLong();
    Random random = new Random(seed);
    TextModel model = TextModel.BGE_SMALL_ZH;
    LateInteraction late = new LateInteraction(random(random, model, 5), model);
    TokenCodes codes = TokenCodes.of(random(random, model, 60), model);
    float before = -1;
    for (int to = 1; to <= 60; to++) {
      float[] best = fresh(5);
      late.raise(codes, 0, to, best);
      float now = LateInteraction.mean(best);

      assertThat(now).as("seed " + seed).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }

  @Test
  void codes_survive_the_disk() {
    TextModel model = TextModel.ALL_MINILM_L6;
    TokenCodes codes = TokenCodes.of(random(new Random(1), model, 9), model);

    TokenCodes back = TokenCodes.fromBytes(java.nio.ByteBuffer.wrap(codes.toBytes()), model);

    assertThat(back.words()).isEqualTo(codes.words());
    assertThat(back.starts()).isEqualTo(codes.starts());
  }

  private static float[] fresh(int tokens) {
    float[] best = new float[tokens];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    return best;
  }

  private static Encoding random(Random random, TextModel model, int tokens) {
    float[][] vectors = new float[tokens][model.dimension()];
    for (float[] vector : vectors) {
      double norm = 0;
      for (int d = 0; d < vector.length; d++) {
        vector[d] = (float) random.nextGaussian();
        norm += vector[d] * vector[d];
      }
      for (int d = 0; d < vector.length; d++) {
        vector[d] /= (float) Math.sqrt(norm);
      }
    }
    int[] starts = new int[tokens];
    Arrays.setAll(starts, i -> i * 3);
    return new Encoding(vectors[0], vectors, new int[tokens], starts);
  }
}
