package dev.bagu.check;

import java.util.Locale;

/** What the source says of a claim. */
public enum Verdict {
  /** The source says the same. */
  SUPPORTED,
  /** The source says otherwise. */
  CONTRADICTED,
  /** The source says nothing of it, neither for nor against. */
  NOT_IN_SOURCE;

  /** The word in {@code --json}: "supported", "contradicted", "not_in_source". */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
