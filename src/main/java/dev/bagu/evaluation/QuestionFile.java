package dev.bagu.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bagu.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads questions, one JSON object a line.
 *
 * <p>Example: {@code {"id":"n1","q":"RoPE
 * 是什么","lang":"zh","answerable":true,"relevant":[{"entry":"position-07","grade":2}]}}.
 */
public final class QuestionFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QuestionFile() {}

  /**
   * All questions of a file, in order.
   *
   * @throws BadInput if it cannot be read or a line is not a question; names the line
   */
  public static List<Question> read(Path file) {
    List<Question> questions = new ArrayList<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BadInput("cannot read the questions in " + file + ": give a JSONL file", e);
    }
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        questions.add(question(file, i + 1, lines.get(i)));
      }
    }
    return questions;
  }

  private static Question question(Path file, int line, String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (!node.path("id").isTextual() || !node.path("q").isTextual()) {
        throw new BadInput(file + ":" + line + ": a question needs \"id\" and \"q\"");
      }
      List<Question.Relevant> relevant = new ArrayList<>();
      for (JsonNode each : node.path("relevant")) {
        relevant.add(
            new Question.Relevant(
                each.path("entry").asText(""),
                each.path("file").asText(""),
                each.path("heading").asText(""),
                each.path("grade").asInt(2)));
      }
      return new Question(
          node.path("id").asText(),
          node.path("q").asText(),
          node.path("lang").asText("zh"),
          node.path("style").asText(""),
          node.path("answerable").asBoolean(!relevant.isEmpty()),
          relevant,
          node.path("split").asText("dev"));
    } catch (JsonProcessingException e) {
      throw new BadInput(file + ":" + line + ": is not a JSON object", e);
    }
  }
}
