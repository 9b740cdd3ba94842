package dev.bagu.cli;

import dev.bagu.answer.Answer;
import dev.bagu.answer.Outcome;
import dev.bagu.answer.Refusal;
import dev.bagu.retrieval.Passage;
import java.util.List;

/** What {@code ask --json} prints. */
final class AnswerJson {
  private AnswerJson() {}

  static String of(Outcome outcome) {
    Answer answer = outcome instanceof Answer given ? given : null;
    return Json.object(
        json -> {
          json.writeStringField("outcome", answer == null ? "refusal" : "answer");
          json.writeStringField("mode", outcome.mode());
          json.writeStringField("answer", answer == null ? "" : answer.text());
          if (answer != null && !answer.partial().isEmpty()) {
            json.writeStringField("partial", answer.partial());
          }
          json.writeNumberField("confidence", Json.rounded(outcome.confidence()));
          Json.objects(
              json,
              "citations",
              answer == null ? List.of() : answer.citations(),
              citation -> {
                json.writeNumberField("n", citation.n());
                Json.place(json, citation.span());
                Json.lines(json, citation.span());
                json.writeStringField("quote", citation.quote());
              });
          Json.objects(
              json,
              "nearest",
              nearest(outcome),
              near -> {
                json.writeStringField("entry", near.entry());
                json.writeStringField("question", near.question());
                json.writeNumberField("score", Json.rounded(near.score()));
              });
        });
  }

  /** The nearest entries, of an answer too: what else there is. */
  private static List<Refusal.Nearest> nearest(Outcome outcome) {
    if (outcome instanceof Refusal refusal) {
      return refusal.nearest();
    }
    return outcome.retrieval().passages().stream().map(AnswerJson::near).toList();
  }

  private static Refusal.Nearest near(Passage passage) {
    return new Refusal.Nearest(passage.entry().id(), passage.entry().question(), passage.score());
  }
}
