package dev.bagu.answer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds words in quotation marks that do not stand in the evidence which their statement cites.
 *
 * <p>Compared character for character after NFKC, without white space, brackets, backslashes and
 * the Markdown marks {@code *} and {@code `}, so that a quote may be set in other widths, lines and
 * emphasis. It has to stand in the evidence of one of the statement's marks. Quotes under {@value
 * #SHORTEST} characters are names or terms, not quotations.
 */
final class QuoteCheck {
  private static final int SHORTEST = 8;
  private static final String OPENING = "“「『\"";
  private static final String CLOSING = "”」』\"";

  private QuoteCheck() {}

  /** The quotes of an answer that do not stand where they say, in order. */
  static List<String> unverified(String answer, List<Evidence> evidence) {
    List<String> wrong = new ArrayList<>();
    for (Statement statement : Statement.of(answer)) {
      for (String quote : quotes(statement.text())) {
        if (!statement.marks().isEmpty() && !stands(quote, statement.marks(), evidence)) {
          wrong.add(quote);
        }
      }
    }
    return wrong;
  }

  private static boolean stands(String quote, Set<Integer> marks, List<Evidence> evidence) {
    return evidence.stream()
        .filter(each -> marks.contains(each.n()))
        .anyMatch(each -> folded(each.text()).contains(folded(quote)));
  }

  /** What stands between quotation marks, which pair from left to right. */
  private static List<String> quotes(String statement) {
    List<String> quotes = new ArrayList<>();
    for (int i = 0; i < statement.length(); i++) {
      int kind = OPENING.indexOf(statement.charAt(i));
      int end = kind < 0 ? -1 : statement.indexOf(CLOSING.charAt(kind), i + 1);
      if (end > i) {
        String quote = statement.substring(i + 1, end);
        if (quote.length() >= SHORTEST) {
          quotes.add(quote);
        }
        i = end;
      }
    }
    return quotes;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s*`\\\\\\[\\]【】‹›⟦⟧]+", "");
  }
}
