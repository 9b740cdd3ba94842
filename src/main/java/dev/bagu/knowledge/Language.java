package dev.bagu.knowledge;

/**
 * The language of a text, by its script alone.
 *
 * <p>Example: {@code "LoRA 为什么能省显存?"} is {@link #ZH}, {@code "static batching 为什么让 GPU idle"} is
 * {@link #MIXED}, {@code "What is LoRA?"} is {@link #EN}.
 */
public enum Language {
  /** Mostly Chinese characters; single Latin terms such as model names do not count against it. */
  ZH,
  /** No Chinese characters worth the name. */
  EN,
  /** Chinese characters with as many Latin words as would carry meaning of their own. */
  MIXED;

  /**
   * The language of a text: {@link #EN} without Chinese characters (or with under one in ten of all
   * units), {@link #MIXED} where Latin words are more than a quarter of all units and at least
   * three, else {@link #ZH}. A unit is a Chinese character or a run of Latin letters. A text with
   * no letters at all is {@link #ZH}, the first language of the product.
   */
  public static Language of(String text) {
    int han = 0;
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
      if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
        han++;
      } else if (latin && !inWord) {
        words++;
      }
      inWord = latin || (inWord && (Character.isDigit(c) || c == '-' || c == '\''));
    }
    if (words > 0 && han * 10 < han + words) {
      return EN;
    }
    return words >= 3 && words * 4 > han + words ? MIXED : ZH;
  }
}
