package dev.bagu.retrieval;

import dev.bagu.index.IndexField;
import dev.bagu.index.LexicalIndex;
import dev.bagu.index.TermGroup;
import dev.bagu.knowledge.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much of given words stands in an entry, in the same words or in others that mean the same.
 *
 * <p>What a query is made of can hide a word that the documents lack: {@code LoRA 红烧肉} is near to
 * every entry on LoRA, {@code 红烧肉} alone to none of them.
 */
final class WordCoverage {
  private final QueryAnalyzer analyzer;
  private final LexicalIndex lexical;

  WordCoverage(QueryAnalyzer analyzer, LexicalIndex lexical) {
    this.analyzer = analyzer;
    this.lexical = lexical;
  }

  /** All that an entry says. */
  static List<String> whole(Entry entry) {
    List<String> texts = asked(entry);
    texts.add(entry.text());
    return texts;
  }

  /** The ways to ask it. */
  static List<String> asked(Entry entry) {
    List<String> texts = new ArrayList<>(entry.wordings());
    texts.addAll(List.of(entry.question(), entry.questionEn()));
    return texts;
  }

  /**
   * The share of the parts that the texts have, weighted by their rarity, [0, 1]; 1 for none.
   *
   * @param names whether other names of a part count
   */
  double of(List<String> parts, List<String> texts, boolean names) {
    Set<String> pairs = new HashSet<>();
    Set<String> singles = new HashSet<>();
    for (String text : texts) {
      pairs.addAll(LexicalIndex.terms(IndexField.ENTRY_PAIRS, text));
      singles.addAll(LexicalIndex.terms(IndexField.ENTRY_SINGLES, text));
    }
    double all = 0;
    double covered = 0;
    for (String part : parts) {
      boolean one = part.codePointCount(0, part.length()) == 1;
      IndexField field = one ? IndexField.ENTRY_SINGLES : IndexField.ENTRY_PAIRS;
      Set<String> terms = one ? singles : pairs;
      List<TermGroup> said = LexicalIndex.groups(field, part);
      double weight = said.stream().mapToDouble(group -> idf(field, group)).max().orElse(0);
      all += weight;
      double there = share(field, said, terms);
      covered += weight * (names ? Math.max(there, byName(field, part, terms)) : there);
    }
    return all == 0 ? 1 : covered / all;
  }

  /** By the names and the words that a dictionary knows, in any of their ways. */
  private double byName(IndexField field, String part, Set<String> terms) {
    QueryTerms query = analyzer.analyze(part).terms();
    return Math.max(
        share(field, query.content(field), terms), share(field, query.groups(field), terms));
  }

  private double share(IndexField field, List<TermGroup> groups, Set<String> terms) {
    double all = 0;
    double covered = 0;
    for (TermGroup group : groups) {
      double idf = idf(field, group);
      all += idf;
      covered += group.alternatives().stream().anyMatch(terms::containsAll) ? idf : 0;
    }
    return all == 0 ? 0 : covered / all;
  }

  /** The rarest term of the way in which it was said. */
  private double idf(IndexField field, TermGroup group) {
    return group.alternatives().get(0).stream()
        .mapToDouble(term -> lexical.idf(field, term))
        .max()
        .orElse(0);
  }
}
