package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.check.CheckNotice;
import dev.bagu.check.CheckReport;
import dev.bagu.check.Claim;
import dev.bagu.check.Feature;
import dev.bagu.check.Judgement;
import dev.bagu.check.PointCoverage;
import dev.bagu.check.Reason;
import dev.bagu.check.Score;
import dev.bagu.check.SourceQuote;
import dev.bagu.check.Verdict;
import dev.bagu.knowledge.DocumentReader;
import dev.bagu.knowledge.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports made by hand. */
final class Reports {
  static final String QUESTION = "LoRA 会增加推理延迟吗？";

  /** What a page must neither obey nor pass on. */
  static final String HOSTILE =
      "<script>alert(1)</script> \"q\" 'a' &amp; \u001b[31mred\u001b[0m \u202egnp.exe {{style}} @you"
          + " | ~~x~~ [l](javascript:x) ![i](http://e/i.png) `c` $m$ https://e.example www.e.example";

  private static final Entry ENTRY =
      DocumentReader.read("01-peft.md", Home.BANK.getBytes(UTF_8)).entries().get(0);

  private final StringBuilder draft = new StringBuilder();
  private final List<Judgement> judgements = new ArrayList<>();
  private final List<PointCoverage> points = new ArrayList<>();
  private List<CheckNotice> notices = List.of();
  private Score score = new Score(60, 55, 70, 0.6, List.of(new Score.Term("coverage", 60)));

  /** Three claims, one of each verdict, and three key points, one of each state. */
  static CheckReport usual() {
    return new Reports()
        .claim("合并后 LoRA 没有延迟", Verdict.SUPPORTED, Reason.SAME_MEANING, quote("不增加任何推理延迟。"))
        .text("。\n\n")
        .claim("LoRA 一定拖慢推理", Verdict.CONTRADICTED, Reason.KNOWN_MISTAKE, quote("合并后没有额外延迟"))
        .text("，")
        .claim("学习率要设为 3e-4", Verdict.NOT_IN_SOURCE, Reason.UNMENTIONED)
        .point("增量可以合并", PointCoverage.State.MADE)
        .point("合并后的模型结构与原模型相同", PointCoverage.State.MISSED)
        .point("两个低秩矩阵", PointCoverage.State.PARTLY)
        .report();
  }

  /** Hostile text wherever a draft or a document can put some. */
  static CheckReport hostile() {
    return new Reports()
        .text(HOSTILE + "\n# h\n    code\n```\n")
        .claim(HOSTILE, Verdict.CONTRADICTED, Reason.NUMBER, quote(HOSTILE + "\n| a |\n\n<b>x</b>"))
        .point(HOSTILE, PointCoverage.State.MISSED)
        .point(HOSTILE, PointCoverage.State.PARTLY)
        .report();
  }

  /** A draft without a word. */
  static CheckReport empty() {
    Reports reports = new Reports().point("合并后的模型结构与原模型相同", PointCoverage.State.MISSED);
    reports.score = new Score(0, 0, 0, 0, List.of());
    reports.notices = List.of(new CheckNotice(CheckNotice.Kind.NOTHING_TO_CHECK, Map.of()));
    return reports.report();
  }

  static SourceQuote quote(String words) {
    return new SourceQuote(ENTRY.span().lines(11, 12), words);
  }

  Reports text(String text) {
    draft.append(text);
    return this;
  }

  Reports claim(String text, Verdict verdict, Reason reason, SourceQuote... evidence) {
    Claim claim = new Claim(text, draft.length(), draft.length() + text.length());
    draft.append(text);
    judgements.add(
        new Judgement(
            claim,
            verdict,
            reason,
            List.of(evidence),
            0.8,
            "offline",
            List.of(new Feature("late-claim", 0.5))));
    return this;
  }

  Reports point(String text, PointCoverage.State state) {
    double share =
        switch (state) {
          case MADE -> 1;
          case PARTLY -> 0.5;
          case MISSED -> 0;
        };
    Optional<Claim> made =
        state == PointCoverage.State.MISSED || judgements.isEmpty()
            ? Optional.empty()
            : Optional.of(judgements.get(0).claim());
    points.add(new PointCoverage(text, state, share, made, quote(text)));
    return this;
  }

  CheckReport report() {
    return new CheckReport(
        QUESTION, ENTRY, draft.toString(), "offline", judgements, points, score, notices);
  }
}
