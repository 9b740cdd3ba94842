package dev.bagu.check;

import java.util.List;

/**
 * The verdict of one claim, with its reason and proof.
 *
 * @param claim the claim
 * @param verdict what the source says of it
 * @param reason what decided
 * @param evidence the source's own words, the strongest first; empty where the source says nothing
 * @param certainty that the verdict is right, [0, 1], calibrated on development drafts
 * @param judge {@code offline}, or the name of the model whose verdict this is
 * @param features what was looked at, in a fixed order, for {@code --explain}
 */
public record Judgement(
    Claim claim,
    Verdict verdict,
    Reason reason,
    List<SourceQuote> evidence,
    double certainty,
    String judge,
    List<Feature> features) {

  /** Copies the lists. */
  public Judgement {
    evidence = List.copyOf(evidence);
    features = List.copyOf(features);
    if (!(certainty >= 0 && certainty <= 1)) {
      throw new IllegalArgumentException("illegal certainty: " + certainty + ", must be 0 to 1");
    }
  }

  /** The same verdict beside the words of another that agrees; as it is where those are none. */
  Judgement citing(Judgement other) {
    return other.evidence().isEmpty()
        ? this
        : new Judgement(
            claim, verdict, other.reason(), other.evidence(), certainty, judge, features);
  }
}
