package dev.bagu.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts text into index terms: Chinese into single characters or into pairs, Latin words to their
 * stems.
 *
 * <p>Example, in pairs: {@code "LoRA 微调方法"} gives {@code lora, 微调, 调方, 方法}. Pairs carry word order
 * and so precision; single characters survive a mistyped one.
 */
final class SearchAnalyzer extends Analyzer {
  private final boolean pairs;

  SearchAnalyzer(boolean pairs) {
    this.pairs = pairs;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer words = new StandardTokenizer();
    TokenStream terms = new KStemFilter(new LowerCaseFilter(new CJKWidthFilter(words)));
    return new TokenStreamComponents(
        words, pairs ? new CJKBigramFilter(terms, CJKBigramFilter.HAN, false) : terms);
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new LowerCaseFilter(in);
  }

  /** The terms of a text, in order, with repetitions. */
  List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: the reader is over a string
    }
    return terms;
  }
}
