package dev.bagu.interview;

import dev.bagu.check.CheckReport;
import dev.bagu.check.Reason;
import dev.bagu.check.Verdict;
import java.util.List;

/**
 * The check of what a candidate has said to a question so far, as a session keeps it. It is never
 * shown before the question is closed.
 *
 * @param entry id of the entry it was held against
 * @param draft what was checked: the answer and the answers to its follow-ups, one below the other,
 *     without the claims that were taken back
 * @param mode {@code offline}, or the model that judged
 * @param claims in the order of the draft
 * @param points in the order of the source
 * @param score 0 to 100, before hints
 * @param low lowest score that uncertain verdicts allow
 * @param high highest score that uncertain verdicts allow
 * @param coverage share of the key points made, [0, 1]
 * @param corrected contradicted claims that the candidate has put right since
 */
public record Assessment(
    String entry,
    String draft,
    String mode,
    List<ClaimVerdict> claims,
    List<PointState> points,
    int score,
    int low,
    int high,
    double coverage,
    List<ClaimVerdict> corrected) {
  /** Copies the lists. */
  public Assessment {
    claims = List.copyOf(claims);
    points = List.copyOf(points);
    corrected = List.copyOf(corrected);
  }

  static Assessment of(CheckReport report, List<ClaimVerdict> corrected) {
    return new Assessment(
        report.entry().id(),
        report.draft(),
        report.mode(),
        report.judgements().stream().map(ClaimVerdict::of).toList(),
        report.points().stream().map(PointState::of).toList(),
        report.score().points(),
        report.score().low(),
        report.score().high(),
        report.score().coverage(),
        corrected);
  }

  /** The claims with a verdict. */
  public List<ClaimVerdict> claims(Verdict verdict) {
    return claims.stream().filter(each -> each.verdict() == verdict).toList();
  }

  /** Whether anything is said from an offset on; orders to the reader are nothing said. */
  boolean saysSomething(int from) {
    return claims.stream()
        .anyMatch(each -> each.start() >= from && each.reason() != Reason.INSTRUCTION);
  }

  /** Whether what is said from an offset on is supported somewhere and contradicted nowhere. */
  boolean putsRight(int from) {
    List<ClaimVerdict> later = claims.stream().filter(each -> each.start() >= from).toList();
    return later.stream().anyMatch(each -> each.verdict() == Verdict.SUPPORTED)
        && later.stream().noneMatch(each -> each.verdict() == Verdict.CONTRADICTED);
  }
}
