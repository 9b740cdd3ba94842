package dev.bagu.check;

import dev.bagu.index.Encoding;
import dev.bagu.index.IndexField;
import dev.bagu.index.LexicalIndex;
import dev.bagu.knowledge.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A claim or a sentence of the source, taken apart for comparison.
 *
 * @param text its words without markup
 * @param encoded what was encoded: the text, or its Chinese rendering where it is English
 * @param encoding the token vectors of {@code encoded}
 * @param clauses its clauses as token ranges of the encoding
 * @param quantities its numbers
 * @param negations where it denies
 * @param contrasts its words that exclude others
 * @param terms the terms of {@code encoded} as the lexical index cuts them
 * @param names its Latin words and names with digits, in lower case
 */
record Reading(
    String text,
    String encoded,
    Encoding encoding,
    List<Clauses.Tokens> clauses,
    List<Quantity> quantities,
    List<Polarity.Span> negations,
    List<Contrasts.Mention> contrasts,
    Set<String> terms,
    Set<String> names) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[-.+][A-Za-z0-9]+)*");

  static Reading of(String text, String encoded, Encoding encoding) {
    return new Reading(
        text,
        encoded,
        encoding,
        Clauses.of(encoded, encoding),
        Quantities.of(text),
        Polarity.negations(text),
        Contrasts.in(text),
        new HashSet<>(LexicalIndex.terms(IndexField.CHUNK_PAIRS, encoded)),
        names(text));
  }

  int tokens() {
    return encoding.starts().length;
  }

  /** Whether positions in the text are positions in what was encoded. */
  boolean inPlace() {
    return text.equals(encoded);
  }

  /** The token that covers a character of what was encoded; -1 for an empty encoding. */
  int tokenAt(int character) {
    int[] starts = encoding.starts();
    int at = -1;
    for (int i = 0; i < starts.length && starts[i] <= character; i++) {
      at = i;
    }
    return at;
  }

  /** Offset after the last character of a token. */
  int endOf(int token) {
    int[] starts = encoding.starts();
    return token + 1 < starts.length ? starts[token + 1] : encoded.length();
  }

  private static Set<String> names(String text) {
    boolean english = Language.of(text) == Language.EN;
    Set<String> names = new HashSet<>();
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      String name = matcher.group();
      boolean written =
          name.chars().skip(1).anyMatch(Character::isUpperCase)
              || name.chars().anyMatch(Character::isDigit)
              || (matcher.start() > 0 && Character.isUpperCase(name.charAt(0)));
      if (!english || written) {
        names.add(name.toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
