package dev.bagu.check;

import dev.bagu.knowledge.Entry;
import java.util.List;

/**
 * A draft, marked up against the source.
 *
 * @param question the question it answers: as asked, or the entry's own where the entry was found
 *     from the draft
 * @param entry the entry it is held against
 * @param draft the whole draft, as it was given
 * @param mode {@code offline}, or the name of the model that judged
 * @param judgements one a claim, in the order of the draft
 * @param points one a key point, in the order of the source
 * @param score what it comes to
 * @param notices what a person should know besides, such as a model that failed
 */
public record CheckReport(
    String question,
    Entry entry,
    String draft,
    String mode,
    List<Judgement> judgements,
    List<PointCoverage> points,
    Score score,
    List<CheckNotice> notices) {

  /** Copies the lists. */
  public CheckReport {
    judgements = List.copyOf(judgements);
    points = List.copyOf(points);
    notices = List.copyOf(notices);
  }

  /** The key points that are not made. */
  public List<PointCoverage> missed() {
    return points.stream().filter(each -> each.state() == PointCoverage.State.MISSED).toList();
  }
}
