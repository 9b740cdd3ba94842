package dev.bagu.index;

/**
 * What one signal found, best first, ties by ordinal.
 *
 * @param ordinals of chunks or entries, as the signal says
 * @param scores in the signal's own scale, not comparable with another's
 */
public record Hits(int[] ordinals, float[] scores) {}
