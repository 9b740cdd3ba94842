package dev.bagu.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bagu.knowledge.SourceSpan;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes the objects of {@code --json}; names and order of fields are a contract. */
final class Json {
  private Json() {}

  /** Writes the fields of an object. */
  @FunctionalInterface
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  /** An object on one line. */
  static String object(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** An array of objects in a field. */
  static <T> void objects(JsonGenerator json, String name, Iterable<T> values, Each<T> each)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      json.writeStartObject();
      each.write(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the fields of one value. */
  @FunctionalInterface
  interface Each<T> {
    void write(T value) throws IOException;
  }

  /** Where a text stands: file and heading. */
  static void place(JsonGenerator json, SourceSpan span) throws IOException {
    json.writeStringField("file", span.file());
    json.writeStringField("heading", heading(span));
  }

  /** Where a text stands: first and last line. */
  static void lines(JsonGenerator json, SourceSpan span) throws IOException {
    json.writeNumberField("start_line", span.startLine());
    json.writeNumberField("end_line", span.endLine());
  }

  /** A heading as it stands, without the marks of emphasis. */
  static String heading(SourceSpan span) {
    return span.heading().replace("**", "").strip();
  }

  /** A score to four places: the fifth is noise of another machine's arithmetic. */
  static double rounded(double score) {
    return Math.round(score * 10_000) / 10_000.0;
  }
}
