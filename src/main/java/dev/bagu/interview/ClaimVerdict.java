package dev.bagu.interview;

import dev.bagu.check.Judgement;
import dev.bagu.check.Reason;
import dev.bagu.check.Verdict;
import java.util.List;

/**
 * What the check said of one claim of the candidate.
 *
 * @param text the candidate's own words
 * @param start offset of its first character in the assessed draft, in UTF-16 units
 * @param verdict supported, contradicted or not in the source
 * @param reason what decided
 * @param evidence the source's words, the strongest first; may be empty
 */
public record ClaimVerdict(
    String text, int start, Verdict verdict, Reason reason, List<SourceLine> evidence) {
  /** Copies the evidence. */
  public ClaimVerdict {
    evidence = List.copyOf(evidence);
  }

  static ClaimVerdict of(Judgement judgement) {
    return new ClaimVerdict(
        judgement.claim().text(),
        judgement.claim().start(),
        judgement.verdict(),
        judgement.reason(),
        judgement.evidence().stream().map(SourceLine::of).toList());
  }
}
