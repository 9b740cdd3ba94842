package dev.bagu.retrieval;

/**
 * What the ranking looks at, one number a candidate; the names are those of {@code --explain} and
 * the weights file.
 */
enum Signal {
  /** BM25 of the whole entry, Chinese by single characters, as a share of the best candidate's. */
  ENTRY_WORDS("entry-words"),
  /** BM25 of the whole entry, Chinese by pairs, as a share of the best candidate's. */
  ENTRY_PAIRS("entry-pairs"),
  /** BM25 of the best chunk, Chinese by pairs, as a share of the best candidate's. */
  CHUNK_PAIRS("chunk-pairs"),
  /** BM25 of headings and wordings, Chinese by pairs, as a share of the best candidate's. */
  HEADING("heading"),
  /** Share of the query's terms, by IDF, that stand in one chunk, Chinese by single characters. */
  COVERAGE_WORDS("coverage-words"),
  /** Share of the query's terms, by IDF, that stand in one chunk, Chinese by pairs. */
  COVERAGE_PAIRS("coverage-pairs"),
  /** Share of the query's terms, by IDF, that stand in the whole entry, Chinese by pairs. */
  COVERAGE_ENTRY("coverage-entry"),
  /** Cosine of the best chunk's vector. */
  CHUNK_VECTOR("chunk-vector"),
  /** Cosine of the best wording's vector. */
  WORDING_VECTOR("wording-vector"),
  /** Late interaction with the best chunk. */
  LATE_CHUNK("late-chunk"),
  /** Late interaction with the whole entry: each query token may find its best anywhere in it. */
  LATE_ENTRY("late-entry"),
  /**
   * Late interaction with the whole entry, each query token by its IDF among the model's tokens.
   */
  LATE_RARE("late-rare"),
  /**
   * Late interaction with the whole entry of the quarter of the query's tokens that find the least
   * there.
   */
  LATE_WEAK("late-weak"),
  /**
   * Share of the query's dictionary words, Chinese and English, by IDF, that stand in the entry.
   */
  TERMS("terms"),
  /**
   * The same for the entry's headings and wordings alone: whether it is about the words, not only
   * mentions them.
   */
  TERMS_HEADING("terms-heading"),
  /**
   * BM25 of the query's dictionary words in the entry, as a share of the most that any text could
   * reach.
   */
  TERMS_STRENGTH("terms-strength"),
  /**
   * Share of the query's names (models, methods, abbreviations), by IDF, that stand in the entry.
   */
  NAMES("names"),
  /**
   * Late interaction with the best wording, both ways, averaged: whether the question is the same.
   */
  LATE_WORDING("late-wording"),
  /** Cosine of the best English chunk or wording; for queries with English words. */
  ENGLISH_VECTOR("english-vector"),
  /** Late interaction with the best English chunk or wording, both ways, averaged. */
  ENGLISH_LATE("english-late"),
  /** 1 where the query is one of the entry's wordings. */
  EXACT("exact");

  private final String label;

  Signal(String label) {
    this.label = label;
  }

  /** Its name outside the code. */
  String label() {
    return label;
  }
}
