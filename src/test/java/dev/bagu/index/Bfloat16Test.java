package dev.bagu.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Bfloat16Test {
  @Test
  void numbers_with_eight_significant_bits_come_back_as_they_were() {
    assertThat(back(0f, -0f, 1f, -1.5f, 0.0078125f, 255f))
        .containsExactly(0f, -0f, 1f, -1.5f, 0.0078125f, 255f);
  }

  @Test
  void others_are_rounded_to_the_nearest_and_ties_to_the_even_one() {
    float step = 1f / 128; // between neighbours from 1 to 2
    assertThat(back(1 + 0.4f * step, 1 + 0.6f * step, 1 + 0.5f * step, 1 + 1.5f * step))
        .containsExactly(1f, 1 + step, 1f, 1 + 2 * step);
  }

  @Test
  void what_was_rounded_once_stays_and_cosines_hardly_move() {
    Random random = new Random(5);
    float[] one = unit(random);
    float[] other = unit(random);

    float[] rounded = back(one);

    assertThat(back(rounded)).containsExactly(rounded);
    assertThat(dot(rounded, other)).isCloseTo(dot(one, other), within(0.001));
  }

  private static float[] back(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Bfloat16.BYTES);
    Bfloat16.put(values, bytes);
    float[] back = new float[values.length];
    assertThat(Bfloat16.get(bytes.flip(), back, 0)).isEqualTo(values.length);
    return back;
  }

  private static float[] unit(Random random) {
    float[] vector = new float[512];
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      sum += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(sum);
    }
    return vector;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
