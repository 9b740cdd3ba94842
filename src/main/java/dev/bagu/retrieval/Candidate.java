package dev.bagu.retrieval;

import java.util.EnumMap;
import java.util.Map;

/**
 * An entry that some signal found, with what every signal says of it; grows while signals are
 * computed.
 */
final class Candidate {
  private final int entry;
  private final Map<Signal, Double> signals = new EnumMap<>(Signal.class);
  private int bestChunk = -1;
  private double bestChunkScore = Double.NEGATIVE_INFINITY;

  Candidate(int entry) {
    this.entry = entry;
  }

  /** Ordinal of the entry. */
  int entry() {
    return entry;
  }

  /** A signal's value; 0 where it says nothing. */
  double get(Signal signal) {
    return signals.getOrDefault(signal, 0.0);
  }

  /** Raises a signal's value. */
  void raise(Signal signal, double value) {
    signals.merge(signal, value, Math::max);
  }

  void set(Signal signal, double value) {
    signals.put(signal, value);
  }

  /**
   * Offers a chunk as the one that matched best, by a score that is comparable among an entry's
   * chunks.
   */
  void offer(int chunk, double score) {
    if (score > bestChunkScore) {
      bestChunk = chunk;
      bestChunkScore = score;
    }
  }

  /** Ordinal of the chunk that matched best; -1 where none was offered. */
  int bestChunk() {
    return bestChunk;
  }
}
