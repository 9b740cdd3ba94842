package dev.bagu.interview;

import dev.bagu.BadInput;
import dev.bagu.knowledge.Language;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a session is asked to be.
 *
 * @param sections ids of the sections to choose from; empty for all
 * @param levels levels to choose from, 0 to 3 (0: no level given); empty for all
 * @param count how many questions, 1 to 100
 * @param weakFirst whether due, weak and untouched questions come first, in this order
 * @param seed of the order; the same seed gives the same questions over the same records
 * @param tone the interviewer's voice
 * @param language Chinese or English
 * @param followUps most follow-ups a question, 0 to 2
 */
public record SessionSettings(
    SortedSet<String> sections,
    SortedSet<Integer> levels,
    int count,
    boolean weakFirst,
    long seed,
    Tone tone,
    Language language,
    int followUps) {
  /** Most follow-ups that a question may have. */
  public static final int MOST_FOLLOW_UPS = 2;

  /** Checks the ranges and copies the sets. */
  public SessionSettings {
    sections = new TreeSet<>(sections);
    levels = new TreeSet<>(levels);
    if (count < 1 || count > 100) {
      throw new BadInput("the number of questions is " + count + "; it must be 1 to 100");
    }
    if (followUps < 0 || followUps > MOST_FOLLOW_UPS) {
      throw new BadInput(
          "the number of follow-ups is " + followUps + "; it must be 0 to " + MOST_FOLLOW_UPS);
    }
    if (language == Language.MIXED) {
      throw new BadInput("the language of a session is Chinese or English");
    }
  }

  /** Five questions of all sections, weak ones first, neutral, two follow-ups. */
  public static SessionSettings standard(Language language, long seed) {
    return new SessionSettings(
        new TreeSet<>(), new TreeSet<>(), 5, true, seed, Tone.NEUTRAL, language, MOST_FOLLOW_UPS);
  }

  /** The sections, in order; a copy. */
  @Override
  public SortedSet<String> sections() {
    return new TreeSet<>(sections);
  }

  /** The levels, in order; a copy. */
  @Override
  public SortedSet<Integer> levels() {
    return new TreeSet<>(levels);
  }

  boolean chinese() {
    return language == Language.ZH;
  }
}
