package dev.bagu.retrieval;

import dev.bagu.knowledge.Language;
import java.util.List;

/**
 * How a query was understood.
 *
 * @param query what the person typed, trimmed, at most {@link #LONGEST} characters
 * @param language its language
 * @param chinese the query in Chinese words, for the Chinese signals: the query itself, or a
 *     translation word by word of its English parts
 * @param expansions terms that were recognised, with what they were taken for, for {@code
 *     --explain}
 */
public record QueryAnalysis(
    String query, Language language, String chinese, List<Expansion> expansions) {

  /** Longest query that is looked at, in characters; the rest of a longer one is left out. */
  public static final int LONGEST = 2000;

  /** Copies the expansions. */
  public QueryAnalysis {
    expansions = List.copyOf(expansions);
  }

  /**
   * A term of the query and its other names.
   *
   * @param term as it stands in the query
   * @param names other names, best first
   * @param source where they come from: {@code glossary}, {@code documents}, {@code lexicon}
   */
  public record Expansion(String term, List<String> names, String source) {}
}
