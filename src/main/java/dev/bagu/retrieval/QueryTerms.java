package dev.bagu.retrieval;

import dev.bagu.index.IndexField;
import dev.bagu.index.LexicalIndex;
import dev.bagu.index.TermGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a query asks for, term by term, each with the other words that mean the same.
 *
 * @param plain text that is looked up as it stands: the Chinese of the query
 * @param terms the Latin words and recognised names, each with its alternatives, itself first
 */
record QueryTerms(String plain, List<Term> terms) {
  /**
   * Weight of a recognised Chinese name's other names: its characters are looked up one by one
   * already.
   */
  private static final float OTHER_NAMES = 1f;

  QueryTerms {
    terms = List.copyOf(terms);
  }

  /**
   * One term.
   *
   * @param ways ways to put it, itself first; names of two languages mixed
   * @param inPlain whether its own characters stand in {@code plain} and only the other names are
   *     new
   */
  record Term(List<String> ways, boolean inPlain) {}

  /** The groups to look up in a field. */
  List<TermGroup> groups(IndexField field) {
    Map<String, TermGroup> groups = new LinkedHashMap<>();
    for (TermGroup group : LexicalIndex.groups(field, plain)) {
      groups.putIfAbsent(group.alternatives().toString(), group);
    }
    for (Term term : terms) {
      List<List<String>> alternatives = new ArrayList<>();
      int words = 1;
      for (String way : term.ways()) {
        List<String> cut = LexicalIndex.terms(field, way);
        if (!cut.isEmpty() && !alternatives.contains(cut)) {
          alternatives.add(cut);
          words = alternatives.size() == 1 ? cut.size() : words;
        }
      }
      if (!alternatives.isEmpty()) {
        // A phrase counts for more than a word, but not for as much as its words one by one.
        float weight = term.inPlain() ? OTHER_NAMES : (float) Math.sqrt(Math.min(words, 4));
        groups.putIfAbsent(alternatives.toString(), new TermGroup(alternatives, weight));
      }
    }
    return List.copyOf(groups.values());
  }
}
