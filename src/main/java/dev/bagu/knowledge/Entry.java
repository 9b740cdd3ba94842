package dev.bagu.knowledge;

import java.util.List;

/**
 * One question with its answer, cut out of a document; or one headed section, where a document has
 * no questions.
 *
 * <p>Example: {@code peft-07}, "LoRA 的思路是什么？", lines 120 to 171 of {@code 04-peft.md}.
 *
 * @param id unique in a knowledge base and stable while the heading stays: the bank's id, or {@code
 *     file#heading}
 * @param kind how the entry was found
 * @param question the question as it stands, or the heading path joined with " › " for a section
 * @param questionEn the English question; empty where there is none
 * @param wordings other ways to ask the same (the bank's {@code aka}); empty where there are none
 * @param level difficulty 1 to 3; 0 where unknown
 * @param section the part of the bank, or the file, it belongs to
 * @param span the whole entry with its heading line
 * @param text everything below the heading line, raw, as it stands in the file
 * @param shortZh the answer in one Chinese sentence; empty where there is none
 * @param shortEn the answer in one English sentence; empty where there is none
 * @param answer the full answer alone, raw, without the short forms and lists that stand in fields
 *     of their own
 * @param answerSpan where {@code answer} stands
 * @param keyPoints what a full answer must say, in order; empty where the document lists none
 * @param mistakes known wrong beliefs, in order; empty where the document lists none
 * @param followUps what is asked next; empty where the document lists none
 * @param references papers and pages, one line; empty where there are none
 */
public record Entry(
    String id,
    Kind kind,
    String question,
    String questionEn,
    List<String> wordings,
    int level,
    Section section,
    SourceSpan span,
    String text,
    String shortZh,
    String shortEn,
    String answer,
    SourceSpan answerSpan,
    List<KeyPoint> keyPoints,
    List<Mistake> mistakes,
    List<FollowUp> followUps,
    String references) {

  /** How an entry was found in its document. */
  public enum Kind {
    /** The bank's own notation: id, short forms, key points and the rest. */
    BANK,
    /**
     * A question with its answer: a numbered list, a {@code Q:}/{@code A:} pair, or a heading that
     * asks.
     */
    QUESTION,
    /** A headed section that asks nothing. */
    SECTION
  }

  /** Checks the id and level and copies the lists. */
  public Entry {
    wordings = List.copyOf(wordings);
    keyPoints = List.copyOf(keyPoints);
    mistakes = List.copyOf(mistakes);
    followUps = List.copyOf(followUps);
    if (id.isBlank()) {
      throw new IllegalArgumentException("illegal id: blank, must name the entry");
    }
    if (level < 0 || level > 3) {
      throw new IllegalArgumentException("illegal level: " + level + ", must be 0 to 3");
    }
  }

  /** Whether the entry answers a question that somebody wrote down. */
  public boolean isQuestion() {
    return kind != Kind.SECTION;
  }

  /** The same entry under another id. */
  Entry withId(String other) {
    return new Entry(
        other,
        kind,
        question,
        questionEn,
        wordings,
        level,
        section,
        span,
        text,
        shortZh,
        shortEn,
        answer,
        answerSpan,
        keyPoints,
        mistakes,
        followUps,
        references);
  }
}
