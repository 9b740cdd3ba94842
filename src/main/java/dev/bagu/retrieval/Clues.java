package dev.bagu.retrieval;

import dev.bagu.index.IndexField;
import dev.bagu.index.LexicalIndex;
import dev.bagu.index.TermGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What speaks for and against there being an answer at all: the clues of the confidence, each a
 * number.
 *
 * <p>A near-field question ("what is RadixAttention" over notes that never name it) looks like its
 * neighbours to every similarity; what gives it away is a name or a word that the documents do not
 * have.
 */
final class Clues {
  private static final List<Signal> OF_FIRST =
      List.of(
          Signal.COVERAGE_WORDS,
          Signal.COVERAGE_PAIRS,
          Signal.COVERAGE_ENTRY,
          Signal.CHUNK_VECTOR,
          Signal.WORDING_VECTOR,
          Signal.LATE_CHUNK,
          Signal.LATE_ENTRY,
          Signal.LATE_RARE,
          Signal.LATE_WEAK,
          Signal.LATE_WORDING,
          Signal.ENGLISH_VECTOR,
          Signal.ENGLISH_LATE,
          Signal.TERMS_HEADING,
          Signal.TERMS_STRENGTH,
          Signal.HEADING);

  private static final List<Signal> OF_ANY =
      List.of(
          Signal.COVERAGE_WORDS,
          Signal.CHUNK_VECTOR,
          Signal.WORDING_VECTOR,
          Signal.LATE_ENTRY,
          Signal.LATE_RARE,
          Signal.LATE_WORDING,
          Signal.TERMS_HEADING,
          Signal.TERMS_STRENGTH);

  private final Map<String, Double> values = new LinkedHashMap<>();

  /** The clues of a ranking; {@code ranked} must not be empty. */
  Clues(List<Ranker.Ranked> ranked, QueryAnalyzer.Understood query, LexicalIndex lexical) {
    Candidate first = ranked.get(0).candidate();
    for (Signal signal : OF_FIRST) {
      values.put("first." + signal.label(), first.get(signal));
    }
    for (Signal signal : OF_ANY) {
      values.put("best." + signal.label(), most(ranked, signal, ranked.size()));
    }
    terms(ranked, query, lexical);
    names(ranked, query, lexical);
    double sum = ranked.get(0).sum();
    values.put("gap-second", sum - ranked.get(Math.min(1, ranked.size() - 1)).sum());
    values.put("gap-fifth", sum - ranked.get(Math.min(4, ranked.size() - 1)).sum());
    values.put("sum", sum);
    values.put("length", Math.log1p(query.analysis().query().length()));
  }

  /** The clues by name, in a fixed order. */
  Map<String, Double> values() {
    return values;
  }

  private void terms(
      List<Ranker.Ranked> ranked, QueryAnalyzer.Understood query, LexicalIndex lexical) {
    double all = 0;
    double unknown = 0;
    for (TermGroup group : query.terms().content(IndexField.ENTRY_PAIRS)) {
      Known known = known(group, lexical);
      all += known.idf();
      unknown += known.frequency() == 0 ? known.idf() : 0;
    }
    boolean any = all > 0;
    values.put("terms-missing", any ? 1 - most(ranked, Signal.TERMS, 1) : 0);
    values.put("terms-missing-3", any ? 1 - most(ranked, Signal.TERMS, 3) : 0);
    values.put("terms-unknown", unknown);
    values.put("terms-unknown-share", any ? unknown / all : 0);
  }

  private void names(
      List<Ranker.Ranked> ranked, QueryAnalyzer.Understood query, LexicalIndex lexical) {
    List<TermGroup> names = query.terms().names(IndexField.ENTRY_PAIRS);
    long unknown = names.stream().filter(name -> known(name, lexical).frequency() == 0).count();
    boolean any = !names.isEmpty();
    values.put("names-missing", any ? 1 - most(ranked, Signal.NAMES, 1) : 0);
    values.put("names-missing-3", any ? 1 - most(ranked, Signal.NAMES, 3) : 0);
    values.put("names-unknown", (double) Math.min(unknown, 2));
  }

  private static double most(List<Ranker.Ranked> ranked, Signal signal, int of) {
    return ranked.stream().limit(of).mapToDouble(r -> r.candidate().get(signal)).max().orElse(0);
  }

  private record Known(int frequency, double idf) {}

  /**
   * How many entries hold the best known alternative of a group: all its terms, the rarest of them
   * counts.
   */
  private static Known known(TermGroup group, LexicalIndex lexical) {
    Known best = new Known(-1, 0);
    for (List<String> alternative : group.alternatives()) {
      int frequency = Integer.MAX_VALUE;
      double idf = 0;
      for (String term : alternative) {
        frequency = Math.min(frequency, lexical.frequency(IndexField.ENTRY_PAIRS, term));
        idf = Math.max(idf, lexical.idf(IndexField.ENTRY_PAIRS, term));
      }
      if (frequency > best.frequency()) {
        best = new Known(frequency, idf);
      }
    }
    return best;
  }
}
