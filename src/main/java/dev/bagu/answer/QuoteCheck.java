package dev.bagu.answer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words in quotation marks before a mark that do not stand in the evidence it points to.
 *
 * <p>Compared character for character after NFKC and without white space, so that a quote may be
 * set in other widths and lines. Quotes under eight characters are names or terms, not quotations.
 */
final class QuoteCheck {
  private static final Pattern QUOTE =
      Pattern.compile("[“\"「]([^“”\"「」\\n]{8,400})[”\"」][^。！？\\n\\[“\"]{0,40}\\[(\\d+)\\]");

  private QuoteCheck() {}

  /** The quotes of an answer that do not stand where they say, in order. */
  static List<String> unverified(String answer, List<Evidence> evidence) {
    List<String> wrong = new ArrayList<>();
    Matcher quotes = QUOTE.matcher(answer);
    while (quotes.find()) {
      int n = Integer.parseInt(quotes.group(2));
      boolean stands =
          n >= 1
              && n <= evidence.size()
              && folded(evidence.get(n - 1).text()).contains(folded(quotes.group(1)));
      if (!stands) {
        wrong.add(quotes.group(1));
      }
    }
    return wrong;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }
}
