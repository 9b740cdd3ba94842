package dev.bagu.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bagu.BadInput;
import dev.bagu.knowledge.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads questions, one JSON object a line.
 *
 * <p>Example: {@code {"id":"n1","q":"RoPE
 * 是什么","lang":"zh","answerable":true,"relevant":[{"entry":"position-07","grade":2}]}}.
 */
public final class QuestionFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

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
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        Question question = question(file, i + 1, lines.get(i));
        if (!ids.add(question.id())) {
          throw new BadInput(at(file, i + 1) + "the id " + question.id() + " is there already");
        }
        questions.add(question);
      }
    }
    return questions;
  }

  private static Question question(Path file, int line, String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (!node.path("id").isTextual() || !node.path("q").isTextual()) {
        throw new BadInput(at(file, line) + "a question needs \"id\" and \"q\"");
      }
      List<Question.Relevant> relevant = new ArrayList<>();
      for (JsonNode each : node.path("relevant")) {
        relevant.add(relevant(at(file, line), each));
      }
      return new Question(
          node.path("id").asText(),
          node.path("q").asText(),
          node.path("lang").asText(language(node.path("q").asText())),
          node.path("style").asText(""),
          node.path("answerable").asBoolean(!relevant.isEmpty()),
          relevant,
          node.path("split").asText("dev"));
    } catch (JsonProcessingException e) {
      throw new BadInput(at(file, line) + "is not one JSON object", e);
    }
  }

  private static Question.Relevant relevant(String at, JsonNode node) {
    boolean place = node.path("file").isTextual() && node.path("heading").isTextual();
    if (!node.path("entry").isTextual() && !place) {
      throw new BadInput(at + "what is relevant needs \"entry\", or \"file\" and \"heading\"");
    }
    int grade = node.path("grade").asInt(node.has("grade") ? 0 : 2);
    if (grade < 1 || grade > 2) {
      throw new BadInput(at + "illegal grade: " + node.path("grade") + ", must be 1 or 2");
    }
    return new Question.Relevant(
        node.path("entry").asText(""),
        node.path("file").asText(""),
        node.path("heading").asText(""),
        grade);
  }

  private static String at(Path file, int line) {
    return file + ":" + line + ": ";
  }

  private static String language(String text) {
    return Language.of(text).name().toLowerCase(Locale.ROOT);
  }
}
