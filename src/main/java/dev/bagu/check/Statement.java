package dev.bagu.check;

/**
 * One sentence of the source, ready to be compared.
 *
 * @param source where it stands, verbatim
 * @param origin what part of its entry it is
 * @param reading its words, taken apart
 */
record Statement(SourceQuote source, Origin origin, Reading reading) {
  /** What part of its entry a statement is. */
  enum Origin {
    /** A key point. */
    KEY_POINT,
    /** A sentence of the answer or of a short form. */
    BODY,
    /** The right version beside a known mistake. */
    CORRECTION,
    /** A known mistake: not what the source holds, but what it denies. */
    MISTAKE,
    /** A right statement beside a wrong one, in the words of candidates: decides, is not quoted. */
    SAID_RIGHT,
    /** A wrong statement, in the words of candidates: decides, is not quoted. */
    SAID_WRONG,
    /** A sentence of another entry. */
    ELSEWHERE
  }
}
