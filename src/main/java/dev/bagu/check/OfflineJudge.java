package dev.bagu.check;

import dev.bagu.check.ClaimFeatures.Read;
import dev.bagu.check.Statement.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges a claim without a model: copies of the source character by character, all others by
 * weighted features.
 */
final class OfflineJudge {
  /** Name of this judge, and the mode of a check without a model. */
  static final String NAME = "offline";

  private static final List<Verdict> VERDICTS =
      List.of(Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.NOT_IN_SOURCE);

  private static final String[] OUTCOMES =
      VERDICTS.stream().map(Verdict::label).toArray(String[]::new);

  /** Statements that a copy is looked for in. */
  private static final int COPIES = 4;

  /** A second piece of evidence must come this near to the first. */
  private static final double SECOND = 0.92;

  /** What is alike in all words, by its weighted coverage. */
  private static final double SAME_WORDS = 0.9;

  /** Under this coverage the source does not speak of the subject. */
  private static final double OFF_TOPIC = 0.5;

  /** Certainty of a verdict by copy. */
  private static final double SURE = 0.97;

  private final CheckWeights weights;

  OfflineJudge(CheckWeights weights) {
    this.weights = weights;
  }

  /** The group of weights that applies. */
  static String group(Read read) {
    return read.hasBeliefs() ? "lists" : "plain";
  }

  Judgement judge(Claim claim, Reading reading, Read read) {
    List<Feature> features = new ArrayList<>();
    read.values().forEach((name, value) -> features.add(new Feature(name, value)));
    if (Orders.given(claim.text())) {
      return new Judgement(
          claim, Verdict.NOT_IN_SOURCE, Reason.INSTRUCTION, List.of(), SURE, NAME, features);
    }
    Optional<Judgement> copy = copy(claim, reading, read, features);
    return copy.orElseGet(() -> weighed(claim, read, features));
  }

  /** The verdict of a claim that is nearly a copy; empty for any other. */
  private static Optional<Judgement> copy(
      Claim claim, Reading reading, Read read, List<Feature> features) {
    Judgement best = null;
    double most = 0;
    for (Alignment each :
        read.held().stream().filter(a -> Origins.quotable(a.statement())).limit(COPIES).toList()) {
      NearCopy copy = NearCopy.of(reading, each.statement().reading());
      if (copy.isCopy() && copy.share() > most) {
        most = copy.share();
        boolean turned = copy.difference().isPresent();
        best =
            new Judgement(
                claim,
                turned ? Verdict.CONTRADICTED : Verdict.SUPPORTED,
                copy.difference().orElse(Reason.SAME_WORDS),
                List.of(each.statement().source()),
                SURE,
                NAME,
                features);
      }
    }
    return Optional.ofNullable(best);
  }

  private Judgement weighed(Claim claim, Read read, List<Feature> features) {
    double[] shares = weights.probabilities(group(read), OUTCOMES, read.values());
    int best = 0;
    for (int k = 1; k < shares.length; k++) {
      best = shares[k] > shares[best] ? k : best;
      features.add(new Feature("probability." + OUTCOMES[k], shares[k]));
    }
    Verdict verdict = VERDICTS.get(best);
    return switch (verdict) {
      case SUPPORTED ->
          new Judgement(
              claim, verdict, agreement(read), support(read), shares[best], NAME, features);
      case CONTRADICTED ->
          new Judgement(
              claim, verdict, difference(read), against(read), shares[best], NAME, features);
      case NOT_IN_SOURCE ->
          new Judgement(
              claim,
              verdict,
              read.value("covered") < OFF_TOPIC ? Reason.OFF_TOPIC : Reason.UNMENTIONED,
              List.of(),
              shares[best],
              NAME,
              features);
    };
  }

  private static Reason agreement(Read read) {
    Alignment best = read.held().get(0);
    if (best.covered() >= SAME_WORDS) {
      return Reason.SAME_WORDS;
    }
    return best.statement().origin() == Origin.KEY_POINT ? Reason.KEY_POINT : Reason.SAME_MEANING;
  }

  /** What differs most clearly. */
  private static Reason difference(Read read) {
    Map<String, Double> values = read.values();
    if (values.getOrDefault("numbers.clash", 0.0) > 0) {
      return Reason.NUMBER;
    }
    boolean known =
        !read.denied().isEmpty() && read.denied().get(0).statement().origin() == Origin.MISTAKE;
    if (known && values.getOrDefault("belief.lead", -1.0) > 0) {
      return Reason.KNOWN_MISTAKE;
    }
    if (values.getOrDefault("swapped", 0.0) > 0) {
      return Reason.ROLES;
    }
    if (values.getOrDefault("opposed", 0.0) > 0) {
      return Reason.DIRECTION;
    }
    if (values.getOrDefault("loose-negations", 0.0) > 0
        || values.getOrDefault("negation", 0.0) > 0) {
      return Reason.NEGATION;
    }
    return values.getOrDefault("rivalled", 0.0) > 0 ? Reason.NAME : Reason.ATTRIBUTE;
  }

  /** The one or two statements that say the same. */
  private static List<SourceQuote> support(Read read) {
    List<Alignment> all = new ArrayList<>(read.held());
    all.addAll(read.elsewhere());
    return quotes(all);
  }

  /** The right version of a known mistake where that is nearest, else what the source says here. */
  private static List<SourceQuote> against(Read read) {
    if (!read.denied().isEmpty() && read.value("belief.lead") > 0) {
      Statement wrong = read.denied().get(0).statement();
      Optional<SourceQuote> right =
          read.held().stream()
              .map(Alignment::statement)
              .filter(each -> Origins.pair(each, wrong) && Origins.quotable(each))
              .map(Statement::source)
              .findFirst();
      if (right.isPresent()) {
        return List.of(right.get());
      }
    }
    return quotes(read.held());
  }

  private static List<SourceQuote> quotes(List<Alignment> alignments) {
    List<Alignment> best =
        alignments.stream()
            .filter(each -> Origins.quotable(each.statement()))
            .sorted(java.util.Comparator.comparingDouble(Alignment::score).reversed())
            .limit(2)
            .toList();
    return best.stream()
        .filter(each -> each.score() >= SECOND * best.get(0).score())
        .map(each -> each.statement().source())
        .toList();
  }
}
