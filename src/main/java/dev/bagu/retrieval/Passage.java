package dev.bagu.retrieval;

import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.Entry;
import java.util.List;

/**
 * A retrieved entry, with the chunk that matched best and the reasons for its place.
 *
 * <p>Example: for "低秩适配怎么省显存" the first passage is entry {@code peft-07}, chunk {@code peft-07/2},
 * score 0.91.
 *
 * @param rank 1 for the best
 * @param score the ranking's weighted sum brought to (0, 1); comparable within one retrieval only
 * @param ordinal the entry's ordinal in the index
 * @param entry the entry
 * @param chunk the chunk of it that matched best
 * @param exact whether the query is one of the entry's own wordings
 * @param features what decided, in a fixed order
 */
public record Passage(
    int rank,
    double score,
    int ordinal,
    Entry entry,
    Chunk chunk,
    boolean exact,
    List<Feature> features) {

  /** Copies the features. */
  public Passage {
    features = List.copyOf(features);
  }

  /** The same passage in another place. */
  public Passage withRank(int other) {
    return new Passage(other, score, ordinal, entry, chunk, exact, features);
  }

  /**
   * One reason for a passage's place.
   *
   * @param name short name, the same in {@code --explain} and in the weights file
   * @param value the signal's own value
   * @param contribution what it adds to the ranking's sum
   */
  public record Feature(String name, double value, double contribution) {}
}
