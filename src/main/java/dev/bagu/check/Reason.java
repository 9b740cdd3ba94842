package dev.bagu.check;

import java.util.Locale;

/** What decided a verdict, in one word; the edge words it in the person's language. */
public enum Reason {
  /** The source says it in nearly the same words. */
  SAME_WORDS,
  /** The source says it in other words. */
  SAME_MEANING,
  /** It makes one of the entry's key points. */
  KEY_POINT,
  /** A number, unit or comparison differs. */
  NUMBER,
  /** One affirms what the other denies. */
  NEGATION,
  /** Two things have changed places. */
  ROLES,
  /** A direction or an opposite: more for less, encoder for decoder. */
  DIRECTION,
  /** Another cause or purpose. */
  CAUSE,
  /** Another name. */
  NAME,
  /** Another attribute of the same thing. */
  ATTRIBUTE,
  /** It is one of the entry's known mistakes. */
  KNOWN_MISTAKE,
  /** The source speaks of the subject, but not of this. */
  UNMENTIONED,
  /** The source does not speak of the subject. */
  OFF_TOPIC,
  /** It gives orders to its reader instead of stating something. */
  INSTRUCTION;

  /** The word in {@code --json} and in the message files: "known_mistake". */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
