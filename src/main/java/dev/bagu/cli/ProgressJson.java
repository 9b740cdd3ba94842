package dev.bagu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bagu.interview.Progress.EntryProgress;
import dev.bagu.interview.Progress.SectionProgress;
import dev.bagu.interview.Progress.State;
import java.io.IOException;
import java.util.Locale;

/**
 * Progress as one JSON object:
 *
 * <pre>
 * {"at","entries","passed","due","asked","untouched",
 *  "sections":[{"section","title","title_en","entries","passed","due","asked","untouched",
 *    "questions":[{"entry","question","question_en","state":"untouched"|"due"|"passed"|"asked","points"}]}],
 *  "due_days":[n,...]}
 * </pre>
 *
 * <p>{@code asked} counts what was asked and not passed the last time; the four states add up.
 */
final class ProgressJson {
  private ProgressJson() {}

  static String of(ProgressReport report) {
    return Json.object(
        json -> {
          json.writeStringField("at", report.now().toString());
          json.writeNumberField("entries", report.entries());
          for (State state : ProgressPage.STATES) {
            json.writeNumberField(label(state), report.count(state));
          }
          Json.objects(json, "sections", report.progress().sections(), each -> section(json, each));
          json.writeArrayFieldStart("due_days");
          for (int each : report.due()) {
            json.writeNumber(each);
          }
          json.writeEndArray();
        });
  }

  private static void section(JsonGenerator json, SectionProgress section) throws IOException {
    json.writeStringField("section", section.section().id());
    json.writeStringField("title", section.section().title());
    json.writeStringField("title_en", section.section().titleEn());
    json.writeNumberField("entries", section.entries().size());
    for (State state : ProgressPage.STATES) {
      json.writeNumberField(label(state), section.count(state));
    }
    Json.objects(json, "questions", section.entries(), each -> entry(json, each));
  }

  private static void entry(JsonGenerator json, EntryProgress entry) throws IOException {
    json.writeStringField("entry", entry.entry().id());
    json.writeStringField("question", entry.entry().question());
    json.writeStringField("question_en", entry.entry().questionEn());
    json.writeStringField("state", label(entry.state()));
    json.writeNumberField("points", entry.points());
  }

  static String label(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
