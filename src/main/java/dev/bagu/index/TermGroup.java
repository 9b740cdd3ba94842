package dev.bagu.index;

import java.util.List;

/**
 * One thing that a query asks for, with the ways in which a document may put it: the best one
 * counts, once.
 *
 * <p>Example: for the English word "freeze" the alternatives are {@code [freeze]}, {@code [冻结]}.
 *
 * @param alternatives each a list of terms in an index field; never empty
 * @param weight how much it counts beside other groups, above 0; 1 for a term of the query itself
 */
public record TermGroup(List<List<String>> alternatives, float weight) {
  /** Copies the alternatives. */
  public TermGroup {
    alternatives = List.copyOf(alternatives);
    if (alternatives.isEmpty() || weight <= 0) {
      throw new IllegalArgumentException("illegal group: " + alternatives + ", weight " + weight);
    }
  }
}
