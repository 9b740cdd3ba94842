package dev.bagu.interview;

/**
 * What a follow-up on a missed key point asks about.
 *
 * @param rank 0 for the best way to ask
 * @param phrase the end of the phrase's key: {@code what}, {@code open.number}
 * @param subject what is named; empty where nothing is
 */
record Aspect(int rank, String phrase, String subject) {
  /** Asks for one more thing, whichever. */
  static final Aspect ANY = new Aspect(3, "open", "");

  /** Asks about what the point speaks of. */
  static Aspect subject(String subject, PointText point) {
    return new Aspect(0, point.kind(), subject);
  }

  /** Asks about a thing that the point names. */
  static Aspect name(String name) {
    return new Aspect(1, "what", name);
  }

  /** Asks for the kind of thing that the point says. */
  static Aspect side(PointSide side) {
    return new Aspect(2, "open." + side.label(), "");
  }
}
