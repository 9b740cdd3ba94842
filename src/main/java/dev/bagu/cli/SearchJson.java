package dev.bagu.cli;

import dev.bagu.knowledge.SourceSpan;
import dev.bagu.retrieval.Retrieval;
import java.util.Locale;

/** What {@code search --json} prints. */
final class SearchJson {
  private SearchJson() {}

  static String of(Retrieval retrieval) {
    return Json.object(
        json -> {
          json.writeStringField("query", retrieval.analysis().query());
          json.writeStringField(
              "language", retrieval.analysis().language().name().toLowerCase(Locale.ROOT));
          json.writeNumberField("confidence", Json.rounded(retrieval.confidence()));
          json.writeBooleanField("refused", retrieval.refused());
          Json.objects(
              json,
              "hits",
              retrieval.passages(),
              passage -> {
                SourceSpan span = passage.chunk().span();
                json.writeNumberField("rank", passage.rank());
                json.writeNumberField("score", Json.rounded(passage.score()));
                json.writeStringField("entry", passage.entry().id());
                Json.place(json, span);
                json.writeStringField("section", passage.entry().section().id());
                Json.lines(json, span);
                json.writeStringField("text", passage.chunk().text());
              });
        });
  }
}
