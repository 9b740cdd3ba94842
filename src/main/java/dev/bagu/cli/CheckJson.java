package dev.bagu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bagu.check.CheckNotice;
import dev.bagu.check.CheckReport;
import dev.bagu.check.Judgement;
import dev.bagu.check.PointCoverage;
import dev.bagu.check.SourceQuote;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What {@code check --json} prints: the fields of the contract first, then what explains them. */
final class CheckJson {
  private CheckJson() {}

  static String of(CheckReport report) {
    return Json.object(
        json -> {
          json.writeStringField("question", report.question());
          json.writeStringField("entry", report.entry().id());
          json.writeStringField("mode", report.mode());
          json.writeNumberField("score", report.score().points());
          json.writeNumberField("coverage", Json.rounded(report.score().coverage()));
          Json.objects(json, "claims", report.judgements(), judged -> claim(json, judged));
          Json.objects(json, "missed", report.missed(), point -> point(json, point));
          json.writeNumberField("score_low", report.score().low());
          json.writeNumberField("score_high", report.score().high());
          Json.objects(
              json,
              "score_terms",
              report.score().terms(),
              term -> {
                json.writeStringField("name", term.name());
                json.writeNumberField("points", Json.rounded(term.points()));
              });
          Json.objects(json, "partly", partly(report), point -> partly(json, report, point));
          Json.objects(json, "notices", report.notices(), notice -> notice(json, notice));
        });
  }

  private static List<PointCoverage> partly(CheckReport report) {
    return report.points().stream()
        .filter(point -> point.state() == PointCoverage.State.PARTLY)
        .toList();
  }

  private static void claim(JsonGenerator json, Judgement judged) throws IOException {
    json.writeStringField("text", judged.claim().text());
    json.writeNumberField("start", judged.claim().start());
    json.writeNumberField("end", judged.claim().end());
    json.writeStringField("verdict", judged.verdict().label());
    json.writeStringField("reason", judged.reason().label());
    Json.objects(json, "evidence", judged.evidence(), quote -> quote(json, quote));
    json.writeNumberField("certainty", Json.rounded(judged.certainty()));
    json.writeStringField("judge", judged.judge());
  }

  private static void point(JsonGenerator json, PointCoverage point) throws IOException {
    json.writeStringField("key_point", point.point());
    json.writeObjectFieldStart("evidence");
    quote(json, point.source());
    json.writeEndObject();
  }

  /** As a missed point, then how much is made and the number of the claim that makes it, from 1. */
  private static void partly(JsonGenerator json, CheckReport report, PointCoverage point)
      throws IOException {
    point(json, point);
    json.writeNumberField("share", Json.rounded(point.share()));
    json.writeNumberField("claim", CheckWords.number(report, point.made()));
  }

  private static void quote(JsonGenerator json, SourceQuote quote) throws IOException {
    Json.place(json, quote.span());
    Json.lines(json, quote.span());
    json.writeStringField("quote", quote.quote());
  }

  private static void notice(JsonGenerator json, CheckNotice notice) throws IOException {
    json.writeStringField("kind", notice.kind().name().toLowerCase(Locale.ROOT));
    json.writeObjectFieldStart("arguments");
    // Sorted: a map's own order differs from run to run.
    for (var argument : new TreeMap<>(notice.arguments()).entrySet()) {
      json.writeStringField(argument.getKey(), argument.getValue());
    }
    json.writeEndObject();
  }
}
