package dev.bagu.answer;

import dev.bagu.index.IndexField;
import dev.bagu.index.LexicalIndex;
import dev.bagu.knowledge.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds for each mark of an answer the words of its evidence that the statement before it leans on.
 */
final class Quotes {
  private static final Pattern MARK = Pattern.compile("\\[(\\d+)\\]");

  private Quotes() {}

  /**
   * One citation for each mark that stands in the text, by number; the quote is a sentence of the
   * evidence, verbatim.
   */
  static List<Citation> cite(String text, List<Evidence> evidence) {
    Map<Integer, StringBuilder> statements = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      for (String sentence : Sentences.split(line)) {
        Matcher marks = MARK.matcher(sentence);
        while (marks.find()) {
          statements
              .computeIfAbsent(Integer.parseInt(marks.group(1)), any -> new StringBuilder())
              .append(MARK.matcher(sentence).replaceAll(" "))
              .append(' ');
        }
      }
    }
    List<Citation> citations = new ArrayList<>();
    for (Evidence each : evidence) {
      StringBuilder statement = statements.get(each.n());
      if (statement != null) {
        citations.add(cite(each, statement.toString()));
      }
    }
    return citations;
  }

  private static Citation cite(Evidence evidence, String statement) {
    Set<String> wanted = terms(statement);
    Sentences.Range best = new Sentences.Range(0, evidence.text().length());
    double most = -1;
    for (Sentences.Range range : Sentences.ranges(evidence.text())) {
      Set<String> terms = terms(evidence.text().substring(range.start(), range.end()));
      double size = Math.sqrt(terms.size() + 1.0);
      terms.retainAll(wanted);
      double score = terms.size() / size;
      if (score > most) {
        most = score;
        best = range;
      }
    }
    return citation(evidence, best);
  }

  /**
   * The citation of a stretch of evidence, with the lines that it stands on where they can be told.
   */
  static Citation citation(Evidence evidence, Sentences.Range range) {
    String quote = evidence.text().substring(range.start(), range.end());
    return new Citation(evidence.n(), evidence.span(), quote);
  }

  private static Set<String> terms(String text) {
    return new HashSet<>(LexicalIndex.terms(IndexField.CHUNK_PAIRS, text));
  }
}
