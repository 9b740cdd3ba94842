package dev.bagu.interview;

/**
 * Where a follow-up came from; told by {@code why}, once it has been answered.
 *
 * @param kind what it reacts to
 * @param basis the contradicted claim, the missed key point, or the neighbouring question
 * @param quote the candidate's words that it takes up; empty where there were none to take up
 * @param entry id of the entry that its answer is held against
 * @param source where the source speaks of it
 */
public record Origin(Kind kind, String basis, String quote, String entry, SourceLine source) {
  /** The same without the key point and without the source's words: what may be told early. */
  Origin veiled() {
    SourceLine place =
        new SourceLine(source.file(), source.heading(), source.startLine(), source.endLine(), "");
    return new Origin(kind, kind == Kind.MISSED ? "" : basis, quote, entry, place);
  }

  /** What a follow-up reacts to. */
  public enum Kind {
    /** A claim that the source contradicts. */
    CONTRADICTED,
    /** A key point that was not made. */
    MISSED,
    /** A question of the entry's own list that another entry answers. */
    NEIGHBOUR
  }
}
