package dev.bagu.index;

import java.nio.ByteBuffer;

/**
 * What is kept of an encoded unit.
 *
 * @param pooled unit length, {@code float[dimension]}
 * @param codes its token vectors
 * @param tokenIds ids in the model's vocabulary, one a token
 */
record Embedded(float[] pooled, TokenCodes codes, int[] tokenIds) {
  static Embedded of(Encoding encoding, TextModel model) {
    return new Embedded(
        encoding.pooled(), TokenCodes.of(encoding, model), encoding.tokenIds().clone());
  }

  /** Codes, then token ids as 16-bit numbers: both vocabularies have under 65,536. */
  byte[] codeBytes() {
    byte[] packed = codes.toBytes();
    ByteBuffer bytes = ByteBuffer.allocate(packed.length + tokenIds.length * 2).put(packed);
    for (int id : tokenIds) {
      bytes.putChar((char) id);
    }
    return bytes.array();
  }

  static Embedded unpack(float[] pooled, ByteBuffer codeBytes, TextModel model) {
    TokenCodes codes = TokenCodes.fromBytes(codeBytes, model);
    int[] ids = new int[codes.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = codeBytes.getChar();
    }
    return new Embedded(pooled, codes, ids);
  }
}
