package dev.bagu.evaluation;

import dev.bagu.check.Verdict;
import java.util.List;

/**
 * A draft whose claims somebody has labelled.
 *
 * @param id unique in its file
 * @param question what the draft answers
 * @param entry id of the entry that it is held against; empty to find it by the question
 * @param claims the claims, judged as they are given, one by one
 * @param missed what the draft leaves out, each one sentence
 * @param denied what it says wrongly, each one sentence; known for some drafts only
 * @param split {@code dev} or {@code test}
 */
public record DraftCase(
    String id,
    String question,
    String entry,
    List<LabelledClaim> claims,
    List<String> missed,
    List<String> denied,
    String split) {

  /** Copies the lists. */
  public DraftCase {
    claims = List.copyOf(claims);
    missed = List.copyOf(missed);
    denied = List.copyOf(denied);
  }

  /**
   * A claim with its label.
   *
   * @param text the claim
   * @param label the verdict that a person gave
   */
  public record LabelledClaim(String text, Verdict label) {}
}
