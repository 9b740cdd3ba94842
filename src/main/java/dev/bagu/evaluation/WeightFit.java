package dev.bagu.evaluation;

import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Observation;
import dev.bagu.retrieval.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fits the ranking's weights and the confidence on the {@code dev} questions of some sets; {@code
 * test} questions are never looked at.
 *
 * <p>Flow: {@code observations -> ranking weights -> observations under them -> confidence ->
 * floor}. The floor comes from confidences of five-fold cross-validation, so that no question is
 * judged by weights that it helped to fit.
 */
public final class WeightFit {
  /** A set of few questions counts this much of the largest one. */
  private static final double SMALL_SET = 0.7;

  /**
   * Mass of a partly right candidate beside 1 for a right one, where each question has its own
   * entry.
   */
  private static final double NEIGHBOUR = 0.15;

  /** The same where a neighbouring section helps as well. */
  private static final double HELPFUL = 0.5;

  /** False refusals that the floor may cost. */
  private static final double FALSE_REFUSALS = 0.03;

  private static final int FOLDS = 5;
  private static final int ROUNDS = 3;
  private static final long SEED = 20_240_601L;

  private final List<QuestionSet> sets;
  private List<Seen> signals = List.of();

  /** A fit on the development questions of these sets. */
  public WeightFit(List<QuestionSet> sets) {
    this.sets = List.copyOf(sets);
  }

  private record Seen(QuestionSet set, Places places, Question question, Observation observation) {
    int grade(Observation.Candidate candidate) {
      return places.grade(question, set.index().entry(candidate.entry()));
    }
  }

  /** All weights by key, as {@code weights.properties} has them. */
  public Map<String, Double> fit() {
    return fit(signals());
  }

  /** Signals of candidates are the same under all weights; clues are not. */
  private Map<String, Double> fit(List<Seen> signals) {
    Map<String, Double> weights = new LinkedHashMap<>(ranking(signals));
    weights.putAll(confidence(observe(Weights.of(weights))));
    return weights;
  }

  /** What all fits begin with, read once. */
  private List<Seen> signals() {
    if (signals.isEmpty()) {
      signals = observe(Weights.bundled());
    }
    return signals;
  }

  /** The confidence and the floor alone, for a person's own folder; the ranking stays as it is. */
  public Map<String, Double> calibrate() {
    return confidence(observe(Weights.bundled()));
  }

  /**
   * Runs of every development question under weights, confidence and floor that were fitted without
   * it: five folds by question, one list of runs a set, in the order of the sets.
   */
  public List<List<Run>> crossValidated() {
    List<List<Run>> runs = new ArrayList<>();
    sets.forEach(any -> runs.add(new ArrayList<>()));
    for (int fold = 0; fold < FOLDS; fold++) {
      List<QuestionSet> rest = new ArrayList<>();
      for (QuestionSet set : sets) {
        List<Question> dev = set.split("dev");
        List<Question> out = fold(set, fold);
        rest.add(set.with(dev.stream().filter(q -> !out.contains(q)).toList()));
      }
      List<Seen> known =
          signals().stream()
              .filter(
                  seen -> rest.stream().anyMatch(set -> set.questions().contains(seen.question())))
              .toList();
      Weights weights = Weights.of(new WeightFit(rest).fit(known));
      for (int s = 0; s < sets.size(); s++) {
        QuestionSet set = sets.get(s);
        runs.get(s)
            .addAll(new RetrievalEvaluation(set.retriever().apply(weights)).run(fold(set, fold)));
      }
    }
    return runs;
  }

  private static List<Question> fold(QuestionSet set, int fold) {
    List<Question> shuffled = new ArrayList<>(set.split("dev"));
    Collections.shuffle(shuffled, new Random(SEED));
    List<Question> members = new ArrayList<>();
    for (int i = fold; i < shuffled.size(); i += FOLDS) {
      members.add(shuffled.get(i));
    }
    return members;
  }

  private List<Seen> observe(Weights weights) {
    List<Seen> seen = new ArrayList<>();
    for (QuestionSet set : sets) {
      HybridRetriever retriever = set.retriever().apply(weights);
      Places places = Places.of(set.index());
      for (Question question : set.split("dev")) {
        Observation observation = retriever.observe(question.text());
        if (!observation.candidates().isEmpty()) {
          seen.add(new Seen(set, places, question, observation));
        }
      }
    }
    return seen;
  }

  private Map<String, Double> ranking(List<Seen> seen) {
    List<String> signals =
        List.copyOf(seen.get(0).observation().candidates().get(0).standardised().keySet());
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String group : List.of("zh", "en")) {
      List<Seen> members =
          seen.stream()
              .filter(s -> Weights.group(s.observation().analysis().language()).equals(group))
              .filter(s -> s.question().answerable() && reaches(s))
              .toList();
      List<RankingFit.Example> examples =
          members.stream().map(s -> example(s, signals, weightOf(s.set(), members))).toList();
      if (!examples.isEmpty()) {
        double[] fitted = RankingFit.fit(examples, signals.size());
        for (int i = 0; i < fitted.length; i++) {
          weights.put("rank." + group + "." + signals.get(i), fitted[i]);
        }
      }
    }
    return weights;
  }

  private static boolean reaches(Seen seen) {
    return seen.observation().candidates().stream().anyMatch(c -> seen.grade(c) > 0);
  }

  private static double weightOf(QuestionSet set, List<Seen> members) {
    long own = members.stream().filter(s -> s.set().equals(set)).count();
    long most =
        members.stream()
            .map(Seen::set)
            .distinct()
            .mapToLong(other -> members.stream().filter(s -> s.set().equals(other)).count())
            .max()
            .orElse(1);
    return own == most ? 1 : SMALL_SET * most / own;
  }

  private static RankingFit.Example example(Seen seen, List<String> signals, double weight) {
    List<Observation.Candidate> candidates = seen.observation().candidates();
    double[][] values = new double[candidates.size()][signals.size()];
    double[] mass = new double[candidates.size()];
    double partly = seen.set().grade() == 2 ? NEIGHBOUR : HELPFUL;
    for (int c = 0; c < mass.length; c++) {
      for (int s = 0; s < signals.size(); s++) {
        values[c][s] = candidates.get(c).standardised().getOrDefault(signals.get(s), 0.0);
      }
      int grade = seen.grade(candidates.get(c));
      mass[c] = grade >= 2 ? 1 : grade == 1 ? partly : 0;
    }
    return new RankingFit.Example(values, mass, weight);
  }

  private Map<String, Double> confidence(List<Seen> seen) {
    List<String> clues = List.copyOf(seen.get(0).observation().clues().keySet());
    int[] signs = clues.stream().mapToInt(WeightFit::sign).toArray();
    List<ConfidenceFit.Example> examples = new ArrayList<>();
    for (Seen each : seen) {
      // In every set, answerable and unanswerable questions weigh the same, and so do the sets.
      long alike =
          seen.stream()
              .filter(s -> s.set().equals(each.set()))
              .filter(s -> s.question().answerable() == each.question().answerable())
              .count();
      double[] values =
          clues.stream()
              .mapToDouble(c -> each.observation().clues().getOrDefault(c, 0.0))
              .toArray();
      examples.add(new ConfidenceFit.Example(values, each.question().answerable(), 1.0 / alike));
    }
    ConfidenceFit.Model model = ConfidenceFit.fit(examples, signs);
    Map<String, Double> weights = new LinkedHashMap<>();
    for (int i = 0; i < clues.size(); i++) {
      String key = "clue." + clues.get(i);
      weights.put(key + ".mean", model.mean()[i]);
      weights.put(key + ".scale", model.scale()[i]);
      weights.put(key + ".weight", model.weights()[i]);
    }
    weights.put("clue.bias", model.bias());
    weights.put("floor", floor(examples, signs));
    return weights;
  }

  /** Which way a clue may count: what is missing or unknown only against an answer. */
  static int sign(String clue) {
    if (clue.contains("missing") || clue.contains("unknown")) {
      return -1;
    }
    boolean likeness = clue.startsWith("first.") || clue.startsWith("best.");
    return likeness || clue.startsWith("gap-") || clue.equals("sum") || clue.equals("length")
        ? 1
        : 0;
  }

  /**
   * The highest floor that refuses at most {@link #FALSE_REFUSALS} of the answerable questions, out
   * of fold.
   */
  private static double floor(List<ConfidenceFit.Example> examples, int[] signs) {
    double[] confidence = new double[examples.size()];
    for (int round = 0; round < ROUNDS; round++) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, new Random(SEED + round));
      for (int fold = 0; fold < FOLDS; fold++) {
        List<ConfidenceFit.Example> train = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
          if (i % FOLDS != fold) {
            train.add(examples.get(order.get(i)));
          }
        }
        ConfidenceFit.Model model = ConfidenceFit.fit(train, signs);
        for (int i = fold; i < order.size(); i += FOLDS) {
          confidence[order.get(i)] += model.of(examples.get(order.get(i)).clues()) / ROUNDS;
        }
      }
    }
    List<Double> good = new ArrayList<>();
    for (int i = 0; i < confidence.length; i++) {
      if (examples.get(i).answerable()) {
        good.add(confidence[i]);
      }
    }
    Collections.sort(good);
    return good.isEmpty() ? 0 : good.get((int) (FALSE_REFUSALS * good.size()));
  }
}
