package dev.bagu.index;

/** A field of the lexical index: what its hits are, and how its Chinese text was cut. */
public enum IndexField {
  /** Chunks with their headings, Chinese in pairs of characters. */
  CHUNK_PAIRS("cp", true, true),
  /** Chunks with their headings, Chinese in single characters. */
  CHUNK_SINGLES("cs", true, false),
  /** Whole entries with their wordings, Chinese in pairs. */
  ENTRY_PAIRS("ep", false, true),
  /** Whole entries with their wordings, Chinese in single characters. */
  ENTRY_SINGLES("es", false, false),
  /** Wordings and heading path of entries alone, Chinese in pairs. */
  HEADING_PAIRS("hp", false, true);

  private final String code;
  private final boolean findsChunks;
  private final boolean pairs;

  IndexField(String code, boolean findsChunks, boolean pairs) {
    this.code = code;
    this.findsChunks = findsChunks;
    this.pairs = pairs;
  }

  /** Its name in the Lucene index. */
  String code() {
    return code;
  }

  /** Whether its hits are chunks; else they are entries. */
  public boolean findsChunks() {
    return findsChunks;
  }

  /** Whether Chinese text is cut into pairs of characters; else into single ones. */
  public boolean pairs() {
    return pairs;
  }
}
