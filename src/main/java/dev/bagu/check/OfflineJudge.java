package dev.bagu.check;

import dev.bagu.check.ClaimFeatures.Read;
import dev.bagu.check.Statement.Origin;
import dev.bagu.knowledge.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  /** Words of the claim's own language are shown before a translation that says the same. */
  private static final double FOREIGN = 0.9;

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
    for (int k = 0; k < shares.length; k++) {
      best = shares[k] > shares[best] ? k : best;
      features.add(new Feature("probability." + OUTCOMES[k], shares[k]));
    }
    Verdict verdict = VERDICTS.get(best);
    return switch (verdict) {
      case SUPPORTED ->
          new Judgement(
              claim, verdict, agreement(read), support(claim, read), shares[best], NAME, features);
      case CONTRADICTED ->
          new Judgement(
              claim, verdict, difference(read), against(claim, read), shares[best], NAME, features);
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
  private static List<SourceQuote> support(Claim claim, Read read) {
    List<Alignment> all = new ArrayList<>(read.held());
    all.addAll(read.elsewhere());
    return quotes(claim, all, known(read.held()));
  }

  /** The right version of a known mistake where that is nearest, else what the source says here. */
  private static List<SourceQuote> against(Claim claim, Read read) {
    if (read.denied().isEmpty() || read.value("belief.lead") <= 0) {
      return quotes(claim, read.held(), known(read.held()));
    }
    Statement wrong = read.denied().get(0).statement();
    Optional<Statement> right =
        read.held().stream()
            .map(Alignment::statement)
            .filter(each -> Origins.pair(each, wrong))
            .findFirst();
    return right
        .filter(Origins::quotable)
        .map(each -> List.of(each.source()))
        .orElseGet(() -> quotes(claim, read.held(), right));
  }

  /** The known statement that comes nearest to the claim, where nothing of the source is nearer. */
  private static Optional<Statement> known(List<Alignment> held) {
    return Optional.of(held.get(0).statement()).filter(Origins::said);
  }

  /**
   * The nearest statements that may be shown.
   *
   * @param known what decided without being a source itself: the sentence to show is the one that
   *     says the same as it, in whatever words the claim has it
   */
  private static List<SourceQuote> quotes(
      Claim claim, List<Alignment> alignments, Optional<Statement> known) {
    boolean english = Language.of(claim.text()) == Language.EN;
    Map<SourceQuote, Double> scores = new LinkedHashMap<>();
    for (Alignment each : alignments) {
      if (Origins.quotable(each.statement())) {
        double score =
            known
                .map(said -> Alignment.of(said.reading(), each.statement(), token -> 1).score())
                .map(told -> (each.score() + told) / 2)
                .orElse(each.score());
        boolean foreign =
            (Language.of(each.statement().reading().text()) == Language.EN) != english;
        scores.merge(each.statement().source(), foreign ? FOREIGN * score : score, Math::max);
      }
    }
    double best = scores.values().stream().mapToDouble(score -> score).max().orElse(0);
    return scores.entrySet().stream()
        .sorted(Map.Entry.<SourceQuote, Double>comparingByValue().reversed())
        .limit(2)
        .filter(each -> each.getValue() >= SECOND * best)
        .map(Map.Entry::getKey)
        .toList();
  }
}
