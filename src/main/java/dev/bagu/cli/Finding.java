package dev.bagu.cli;

/**
 * What a check found.
 *
 * @param state whether it is as it should be
 * @param text what is there, or what is wrong and what to do
 */
record Finding(State state, String text) {

  /** The state of what was checked. */
  enum State {
    /** In place. */
    GOOD,
    /** Something has to be done. */
    BAD,
    /** Not there, and need not be. */
    NEITHER
  }

  static Finding good(String text) {
    return new Finding(State.GOOD, text);
  }

  static Finding bad(String text) {
    return new Finding(State.BAD, text);
  }

  static Finding neither(String text) {
    return new Finding(State.NEITHER, text);
  }
}
