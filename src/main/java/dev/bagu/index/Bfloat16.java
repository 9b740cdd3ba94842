package dev.bagu.index;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;

/**
 * Floats as their upper sixteen bits, rounded to the nearest (Kalamkar et al., 2019, A Study of
 * BFLOAT16 for Deep Learning Training, section 3): half the space and half the time to read.
 *
 * <p>Of unit vectors of 512 dimensions a cosine moves by about 0.00005.
 */
final class Bfloat16 {
  /** Bytes of one number. */
  static final int BYTES = 2;

  private Bfloat16() {}

  /** Puts numbers, big-endian; ties go to the even one. */
  static void put(float[] from, ByteBuffer to) {
    for (float value : from) {
      int bits = Float.floatToIntBits(value);
      to.putShort((short) ((bits + 0x7FFF + (bits >>> 16 & 1)) >>> 16));
    }
  }

  /** Gets all that a buffer has left into an array; gives how many numbers that were. */
  static int get(ByteBuffer from, float[] to, int at) {
    ShortBuffer all = from.asShortBuffer();
    short[] halves = new short[all.remaining()];
    all.get(halves);
    for (int i = 0; i < halves.length; i++) {
      to[at + i] = Float.intBitsToFloat(halves[i] << 16);
    }
    return halves.length;
  }
}
