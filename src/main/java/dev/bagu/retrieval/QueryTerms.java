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
 * @param words the Chinese words of the query that a dictionary knows, each with its other names,
 *     itself first
 */
record QueryTerms(String plain, List<Term> terms, List<List<String>> words) {
  /**
   * Weight of a recognised Chinese name's other names: its characters are looked up one by one
   * already.
   */
  private static final float OTHER_NAMES = 1f;

  QueryTerms {
    terms = List.copyOf(terms);
    words = List.copyOf(words);
  }

  /**
   * One term.
   *
   * @param ways ways to put it, itself first; names of two languages mixed
   * @param name whether it names a thing (a model, a method, an abbreviation), not an ordinary word
   * @param inPlain whether its own characters stand in {@code plain} and only the other names are
   *     new
   */
  record Term(List<String> ways, boolean name, boolean inPlain) {}

  /** The groups to look up in a field. */
  List<TermGroup> groups(IndexField field) {
    Map<String, TermGroup> groups = new LinkedHashMap<>();
    for (TermGroup group : LexicalIndex.groups(field, plain)) {
      groups.putIfAbsent(group.alternatives().toString(), group);
    }
    add(field, terms, groups);
    return List.copyOf(groups.values());
  }

  /** The groups of the names alone. */
  List<TermGroup> names(IndexField field) {
    Map<String, TermGroup> groups = new LinkedHashMap<>();
    add(field, terms.stream().filter(Term::name).toList(), groups);
    return List.copyOf(groups.values());
  }

  /** The groups of all terms and dictionary words: what a text that answers should mention. */
  List<TermGroup> content(IndexField field) {
    Map<String, TermGroup> groups = new LinkedHashMap<>();
    for (List<String> ways : words) {
      List<List<String>> cut =
          ways.stream()
              .map(way -> LexicalIndex.terms(field, way))
              .filter(t -> !t.isEmpty())
              .toList();
      if (!cut.isEmpty()) {
        groups.putIfAbsent(cut.toString(), new TermGroup(cut, 1));
      }
    }
    add(field, terms.stream().filter(term -> !term.inPlain()).toList(), groups);
    return List.copyOf(groups.values());
  }

  private static void add(IndexField field, List<Term> terms, Map<String, TermGroup> groups) {
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
  }
}
