package dev.bagu.knowledge;

/**
 * A question that an interviewer asks next.
 *
 * @param question the question
 * @param entryId the entry that answers it; empty where none does
 * @param line where it stands, 1-based
 */
public record FollowUp(String question, String entryId, int line) {}
