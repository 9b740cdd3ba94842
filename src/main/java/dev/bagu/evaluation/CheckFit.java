package dev.bagu.evaluation;

import dev.bagu.check.DraftChecker;
import dev.bagu.check.Feature;
import dev.bagu.check.Judgement;
import dev.bagu.check.PointCoverage;
import dev.bagu.check.Verdict;
import dev.bagu.retrieval.HybridRetriever;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits the offline judge: on the development drafts of some sets, and on single labelled claims,
 * which are many and harder.
 */
public final class CheckFit {
  /** How often each verdict comes in drafts: single claims are weighed to come as often. */
  private static final double[] OFTEN = {0.53, 0.26, 0.21};

  /** A claim of a draft against a single one, where known mistakes help; by cross-validation. */
  private static final double LISTS = 10;

  /** The same where they do not. */
  private static final double PLAIN = 3;

  /**
   * What is added to the bias of contradicted where no mistakes are listed: an error that goes
   * unseen costs a candidate more than a right claim that is looked at twice. Chosen on the notes'
   * drafts.
   */
  private static final double LEAN = 0.25;

  /**
   * The same for points, towards missed: what is wrongly called made is never learnt. Chosen on the
   * bank's development drafts.
   */
  private static final double LEAN_MISSED = 0.15;

  private static final double L2_LISTS = 0.014;
  private static final double L2_PLAIN = 0.036;
  private static final double L2_POINT = 0.01;

  private static final List<String> VERDICTS =
      List.of(
          Verdict.SUPPORTED.label(), Verdict.CONTRADICTED.label(), Verdict.NOT_IN_SOURCE.label());

  private final List<SoftmaxFit.Example> lists = new ArrayList<>();
  private final List<SoftmaxFit.Example> plain = new ArrayList<>();
  private final List<SoftmaxFit.Example> points = new ArrayList<>();

  /** Adds labelled drafts. */
  public void add(HybridRetriever retriever, DraftChecker checker, List<DraftCase> drafts) {
    CheckEvaluation evaluation = new CheckEvaluation(retriever, checker);
    List<SoftmaxFit.Example> inLists = new ArrayList<>();
    List<SoftmaxFit.Example> inPlain = new ArrayList<>();
    for (DraftCase draft : drafts) {
      DraftChecker.Observation seen = evaluation.observe(draft);
      for (int i = 0; i < draft.claims().size(); i++) {
        boolean listed = seen.groups().get(i).equals("lists");
        (listed ? inLists : inPlain)
            .add(
                new SoftmaxFit.Example(
                    values(seen.judgements().get(i)),
                    VERDICTS.indexOf(draft.claims().get(i).label().label()),
                    1));
      }
      if (!draft.entry().isEmpty()) {
        addPoints(draft, evaluation, checker, seen);
      }
    }
    lists.addAll(weighed(inLists, LISTS));
    plain.addAll(weighed(inPlain, PLAIN));
  }

  /** The entry's key points: those that are not among the missed ones are made. */
  private void addPoints(
      DraftCase draft,
      CheckEvaluation evaluation,
      DraftChecker checker,
      DraftChecker.Observation seen) {
    List<String> all = seen.points().stream().map(PointCoverage::point).toList();
    List<String> texts = draft.claims().stream().map(DraftCase.LabelledClaim::text).toList();
    DraftChecker.Observation of =
        checker.observe(draft.question(), evaluation.entry(draft), texts, all);
    for (int i = 0; i < all.size(); i++) {
      int made = draft.missed().contains(all.get(i)) || draft.denied().contains(all.get(i)) ? 0 : 1;
      points.add(new SoftmaxFit.Example(of.pointFeatures().get(i), made, 1));
    }
  }

  /**
   * Adds single claims of one entry, as of an entry with known statements and as of one without.
   *
   * @param labels one a claim
   */
  public void add(DraftChecker checker, int entry, List<String> claims, List<Verdict> labels) {
    List<Map<String, Double>> own = checker.features(entry, claims, false);
    List<Map<String, Double>> alone = checker.features(entry, claims, true);
    List<SoftmaxFit.Example> inLists = new ArrayList<>();
    List<SoftmaxFit.Example> inPlain = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      inLists.add(new SoftmaxFit.Example(own.get(i), VERDICTS.indexOf(labels.get(i).label()), 1));
      inPlain.add(new SoftmaxFit.Example(alone.get(i), VERDICTS.indexOf(labels.get(i).label()), 1));
    }
    lists.addAll(inLists);
    plain.addAll(inPlain);
  }

  /** The fitted weights, by key. */
  public Map<String, Double> fit() {
    Map<String, Double> values = new TreeMap<>();
    values.putAll(SoftmaxFit.fit("lists", VERDICTS, weighed(lists, 0), L2_LISTS));
    values.putAll(SoftmaxFit.fit("plain", VERDICTS, weighed(plain, 0), L2_PLAIN));
    values.merge("plain.bias.contradicted", LEAN, Double::sum);
    values.putAll(SoftmaxFit.fit("point", List.of("missed", "made"), points, L2_POINT));
    values.merge("point.bias.missed", LEAN_MISSED, Double::sum);
    return values;
  }

  /**
   * The examples with their outcomes weighed to come as often as in drafts.
   *
   * @param factor what each counts besides; 0 weighs only those of weight 1, the single claims
   */
  private static List<SoftmaxFit.Example> weighed(
      List<SoftmaxFit.Example> examples, double factor) {
    double[] count = new double[VERDICTS.size()];
    double all = 0;
    for (SoftmaxFit.Example each : examples) {
      if (factor > 0 || each.weight() == 1) {
        count[each.outcome()]++;
        all++;
      }
    }
    List<SoftmaxFit.Example> weighed = new ArrayList<>();
    for (SoftmaxFit.Example each : examples) {
      double often = OFTEN[each.outcome()] * all / Math.max(1, count[each.outcome()]);
      weighed.add(
          factor == 0 && each.weight() != 1
              ? each
              : new SoftmaxFit.Example(
                  each.features(), each.outcome(), often * (factor == 0 ? 1 : factor)));
    }
    return weighed;
  }

  private static Map<String, Double> values(Judgement judgement) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Feature feature : judgement.features()) {
      if (!feature.name().startsWith("probability.")) {
        values.put(feature.name(), feature.value());
      }
    }
    return values;
  }
}
