package dev.bagu.check;

import dev.bagu.index.EncoderPool;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.Line;
import dev.bagu.knowledge.Markup;
import dev.bagu.llm.ModelCall;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Passage;
import dev.bagu.retrieval.Retrieval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Checks a draft against the source: verdict by verdict, point by point, and what it comes to.
 *
 * <p>Example: the draft "LoRA 训练时原权重也更新" to the question "LoRA 的思路是什么?" comes back with one claim,
 * contradicted, beside the sentence "冻结原权重，只训练两个低秩矩阵" with its lines.
 *
 * <p>The same draft gives the same verdicts and points without a model. Safe for use by many
 * threads.
 */
public final class DraftChecker {
  /** Other entries that bear on the question, where the question is not a stored one. */
  private static final int BESIDE = 4;

  /** How sure a verdict from another entry must be. */
  private static final double SURE_ELSEWHERE = 0.75;

  /** How much nearer to the claim another entry must come. */
  private static final double CLEARER = 0.06;

  /** From this certainty on no other entry is asked, where the claim is also plainly said. */
  private static final double SETTLED = 0.9;

  /** A claim that the nearest words agree with this much is plainly said. */
  private static final double PLAINLY_SAID = 0.65;

  private final HybridRetriever retriever;
  private final EncoderPool encoders;
  private final CheckWeights weights;
  private final Optional<ModelJudge> model;

  /** A checker without a model. */
  public DraftChecker(HybridRetriever retriever, EncoderPool encoders) {
    this(retriever, encoders, CheckWeights.bundled());
  }

  /** A checker without a model, with weights of the caller's. */
  public DraftChecker(HybridRetriever retriever, EncoderPool encoders, CheckWeights weights) {
    this.retriever = retriever;
    this.encoders = encoders;
    this.weights = weights;
    this.model = Optional.empty();
  }

  /** A checker whose verdicts a model gives, one claim at a time, on top of the offline ones. */
  public DraftChecker(
      HybridRetriever retriever, EncoderPool encoders, ModelCall call, PromptLibrary prompts) {
    this.retriever = retriever;
    this.encoders = encoders;
    this.weights = CheckWeights.bundled();
    this.model = Optional.of(new ModelJudge(call, prompts));
  }

  /** Checks a draft. */
  public CheckReport check(CheckRequest request) {
    Entry entry = retriever.index().entry(request.entry());

    // 1. What the draft claims
    List<Claim> claims = ClaimSplitter.split(request.draft());

    // 2. What the source says, and each claim held against it
    Bench bench = new Bench(request.question(), request.entry(), texts(claims));
    List<CheckNotice> notices = new ArrayList<>();
    List<Judgement> judgements = bench.elsewhere(bench.judge(claims));
    String mode = OfflineJudge.NAME;
    if (model.isPresent() && !claims.isEmpty()) {
      ModelJudge.Outcome outcome =
          model.get().judge(request.question(), judgements, bench.evidence());
      judgements = outcome.judgements();
      notices.addAll(outcome.notices());
      mode = outcome.mode();
    }

    // 3. Which key points it makes
    List<PointCoverage> points = bench.points(judgements);

    // 4. What that comes to
    Score score = Scorer.score(points, judgements);
    if (claims.isEmpty()) {
      notices.add(new CheckNotice(CheckNotice.Kind.NOTHING_TO_CHECK, Map.of()));
    }
    if (Orders.given(request.draft())) {
      notices.add(new CheckNotice(CheckNotice.Kind.INSTRUCTIONS_IN_DRAFT, Map.of()));
    }
    return new CheckReport(
        request.question(), entry, request.draft(), mode, judgements, points, score, notices);
  }

  private static List<String> texts(List<Claim> claims) {
    return claims.stream().map(Claim::text).toList();
  }

  /**
   * Judges claims as they are given, one by one, and says what of some points they leave out: for
   * measuring.
   *
   * @param question what the claims answer
   * @param entry ordinal of the entry
   * @param claims in any order
   * @param points further points to look for, each one sentence
   */
  public Observation observe(String question, int entry, List<String> claims, List<String> points) {
    Bench bench = new Bench(question, entry, claims);
    List<Judgement> judgements =
        bench.elsewhere(
            bench.judge(claims.stream().map(text -> new Claim(text, 0, text.length())).toList()));
    List<PointCoverage> covered = bench.points(judgements);
    List<PointCoverage> given = bench.given(judgements, points);
    return new Observation(
        judgements, bench.groups(), covered, given, bench.pointFeatures(judgements, points));
  }

  /**
   * The features of claims without a verdict: for fitting.
   *
   * @param textAlone whether they are held against the entry's text alone, as of a document that
   *     lists no key points and no mistakes; else against all of it but known statements that are
   *     the claims themselves
   */
  public List<Map<String, Double>> features(int entry, List<String> claims, boolean textAlone) {
    Bench bench = new Bench(entry, claims, textAlone);
    bench.judge(claims.stream().map(text -> new Claim(text, 0, text.length())).toList());
    return bench.reads.stream().map(ClaimFeatures.Read::values).toList();
  }

  /**
   * What was looked at for some claims.
   *
   * @param judgements one a claim, with its features
   * @param groups the group of weights of each claim
   * @param points the entry's key points
   * @param given the given points
   * @param pointFeatures the features of each given point
   */
  public record Observation(
      List<Judgement> judgements,
      List<String> groups,
      List<PointCoverage> points,
      List<PointCoverage> given,
      List<Map<String, Double>> pointFeatures) {

    /** Copies the lists. */
    public Observation {
      judgements = List.copyOf(judgements);
      groups = List.copyOf(groups);
      points = List.copyOf(points);
      given = List.copyOf(given);
      pointFeatures = List.copyOf(pointFeatures);
    }
  }

  /** Everything that one draft is held against, read once. */
  private final class Bench {
    private final StatementReader reader = new StatementReader(retriever, encoders);
    private final Neighbourhood neighbourhood = new Neighbourhood(retriever.index(), reader);
    private final ClaimFeatures features = new ClaimFeatures(reader.weights());
    private final OfflineJudge judge = new OfflineJudge(weights);
    private final PointJudge pointJudge = new PointJudge(weights, reader.weights());
    private final Set<Integer> entries = new LinkedHashSet<>();
    private final List<Statement> own = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<ClaimFeatures.Read> reads = new ArrayList<>();

    Bench(String question, int entry, List<String> claims) {
      entries.add(entry);
      own.addAll(reader.own(entry, claims));
      statements.addAll(own);
      if (!listed()) {
        Retrieval found = retriever.retrieve(question, BESIDE, Set.of());
        for (Passage passage : found.passages()) {
          if (entries.add(passage.ordinal())) {
            statements.addAll(reader.beside(passage.ordinal()));
          }
        }
      }
    }

    /** For fitting: an entry without some of its known statements, or its text alone. */
    Bench(int entry, List<String> claims, boolean textAlone) {
      entries.add(entry);
      own.addAll(textAlone ? reader.beside(entry) : reader.own(entry, List.of()));
      own.removeIf(each -> Origins.said(each) && claims.contains(each.source().quote()));
      statements.addAll(own);
    }

    List<Judgement> judge(List<Claim> claims) {
      readings.addAll(reader.read(claims.stream().map(claim -> plain(claim.text())).toList()));
      if (!listed()) {
        statements.addAll(neighbourhood.to(readings, entries));
      }
      reads.addAll(
          readings.parallelStream().map(claim -> features.read(claim, statements)).toList());
      return IntStream.range(0, claims.size())
          .mapToObj(i -> judge.judge(claims.get(i), readings.get(i), reads.get(i)))
          .toList();
    }

    /**
     * What an entry with lists of its own does not mention, or says less clearly than another, may
     * be decided by the other one: there only a sure verdict counts.
     */
    List<Judgement> elsewhere(List<Judgement> judgements) {
      List<Reading> open = new ArrayList<>();
      for (int i = 0; i < judgements.size(); i++) {
        if (open(judgements.get(i), reads.get(i))) {
          open.add(readings.get(i));
        }
      }
      if (!listed() || open.isEmpty()) {
        return judgements;
      }
      List<Statement> near =
          neighbourhood.to(open, entries).stream()
              .map(each -> new Statement(each.source(), Statement.Origin.BODY, each.reading()))
              .toList();
      List<Judgement> all = new ArrayList<>(judgements);
      for (int i = 0; i < all.size() && !near.isEmpty(); i++) {
        if (open(all.get(i), reads.get(i))) {
          ClaimFeatures.Read read = features.read(readings.get(i), near);
          Judgement there = judge.judge(all.get(i).claim(), readings.get(i), read);
          all.set(i, better(all.get(i), reads.get(i), there, read));
        }
      }
      return all;
    }

    /** The surer and clearer verdict; of two that agree, the nearer words. */
    private static Judgement better(
        Judgement own, ClaimFeatures.Read said, Judgement there, ClaimFeatures.Read saidThere) {
      double nearest = saidThere.held().get(0).score();
      if (nearest > said.held().get(0).score() + CLEARER && there.certainty() >= SURE_ELSEWHERE) {
        return there;
      }
      boolean nearer = nearest > said.quotable();
      return there.verdict() == own.verdict() && nearer ? own.citing(there) : own;
    }

    private static boolean open(Judgement judgement, ClaimFeatures.Read read) {
      boolean settled =
          judgement.certainty() >= SETTLED && read.held().get(0).score() >= PLAINLY_SAID;
      return !settled && judgement.reason() != Reason.INSTRUCTION;
    }

    private boolean listed() {
      return own.stream().anyMatch(each -> each.origin() == Statement.Origin.KEY_POINT);
    }

    private static String plain(String text) {
      // As sentences of the source are read: "**反模式**：…" is compared without its label.
      String words = Markup.plain(Line.unlabelled(text)).replace('\n', ' ').strip();
      return words.isEmpty() ? text : words;
    }

    List<String> groups() {
      return reads.stream().map(OfflineJudge::group).toList();
    }

    /** For each claim the statements that a model may quote, best first. */
    List<List<SourceQuote>> evidence() {
      return reads.stream().map(ModelJudge::evidence).toList();
    }

    List<PointCoverage> points(List<Judgement> judgements) {
      return points(judgements, Points.of(own));
    }

    List<PointCoverage> given(List<Judgement> judgements, List<String> points) {
      return points(judgements, given(points));
    }

    private List<PointCoverage> points(List<Judgement> judgements, Collection<Statement> points) {
      List<PointJudge.Judged> judged = judged(judgements);
      return points.parallelStream().map(point -> pointJudge.judge(point, own, judged)).toList();
    }

    List<Map<String, Double>> pointFeatures(List<Judgement> judgements, List<String> given) {
      List<PointJudge.Judged> all = judged(judgements);
      List<PointJudge.Judged> counting = all.stream().filter(PointJudge.Judged::counts).toList();
      return given(given).stream().map(point -> pointJudge.features(point, counting, all)).toList();
    }

    private List<Statement> given(List<String> points) {
      List<Reading> read = reader.read(points);
      List<Statement> given = new ArrayList<>();
      for (int i = 0; i < points.size(); i++) {
        SourceQuote quote = new SourceQuote(own.get(0).source().span(), points.get(i));
        given.add(new Statement(quote, Statement.Origin.KEY_POINT, read.get(i)));
      }
      return given;
    }

    private List<PointJudge.Judged> judged(List<Judgement> judgements) {
      List<PointJudge.Judged> judged = new ArrayList<>();
      for (int i = 0; i < judgements.size(); i++) {
        judged.add(new PointJudge.Judged(judgements.get(i), readings.get(i)));
      }
      return judged;
    }
  }
}
