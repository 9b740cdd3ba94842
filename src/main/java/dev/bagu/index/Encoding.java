package dev.bagu.index;

/**
 * What a model makes of a text: one vector for the whole and one for every token.
 *
 * @param pooled unit length, {@code float[dimension]}
 * @param tokens unit length, {@code float[n][dimension]}, in the order of the text, without the
 *     model's own marks
 * @param tokenIds ids in the model's vocabulary, {@code int[n]}
 * @param starts offset of each token's first character in the text, {@code int[n]}
 */
public record Encoding(float[] pooled, float[][] tokens, int[] tokenIds, int[] starts) {}
