package dev.bagu.interview;

import java.util.Locale;

/** The voice of the interviewer. */
public enum Tone {
  /** Encouraging. */
  FRIENDLY,
  /** Matter-of-fact. */
  NEUTRAL,
  /** Short and pressing, never rude. */
  DEMANDING;

  /** The word in options and in JSON: "friendly". */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
