package dev.bagu.evaluation;

import dev.bagu.check.Verdict;
import java.util.List;

/**
 * What the checker said of one draft.
 *
 * @param draft the draft
 * @param verdicts one a claim, in their order
 * @param missed the entry's key points that the claims leave out, as they stand in the source
 * @param found for each point that somebody says is missed, whether the checker says so too
 * @param millis wall time of all verdicts, in ms
 */
public record CheckRun(
    DraftCase draft,
    List<Verdict> verdicts,
    List<String> missed,
    List<Boolean> found,
    double millis) {

  /** Copies the lists. */
  public CheckRun {
    verdicts = List.copyOf(verdicts);
    missed = List.copyOf(missed);
    found = List.copyOf(found);
  }
}
