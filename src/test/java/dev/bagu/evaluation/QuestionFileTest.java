package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bagu.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionFileTest {
  private static final String GOOD = "{\"id\":\"a\",\"q\":\"RoPE 是什么\",\"answerable\":true}";

  @TempDir private Path folder;

  @Test
  void reads_every_field_and_skips_blank_lines() throws IOException {
    Path file =
        write(
            """
            {"id":"n1","q":"RoPE 是什么","lang":"mixed","style":"formal","answerable":true,"split":"test",
             "relevant":[{"entry":"position-07","grade":2},{"file":"a/b.md","heading":"二、RoPE","grade":1}]}
            """
                    .replace("\n ", " ")
                + "\n\n"
                + "{\"id\":\"n2\",\"q\":\"今天天气\",\"lang\":\"zh\",\"answerable\":false,\"relevant\":[]}\n");

    List<Question> questions = QuestionFile.read(file);

    assertThat(questions)
        .containsExactly(
            new Question(
                "n1",
                "RoPE 是什么",
                "mixed",
                "formal",
                true,
                List.of(
                    new Question.Relevant("position-07", "", "", 2),
                    new Question.Relevant("", "a/b.md", "二、RoPE", 1)),
                "test"),
            new Question("n2", "今天天气", "zh", "", false, List.of(), "dev"));
  }

  @Test
  void what_a_person_leaves_out_is_filled_in() throws IOException {
    Path file =
        write("{\"id\":\"a\",\"q\":\"What is LoRA?\",\"relevant\":[{\"entry\":\"peft-07\"}]}\n");

    Question question = QuestionFile.read(file).get(0);

    assertThat(question.language()).isEqualTo("en");
    assertThat(question.answerable()).isTrue();
    assertThat(question.relevant().get(0).grade()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no JSON | hello | is not one JSON object",
        "cut off | {\"id\":\"b\" | is not one JSON object",
        "two objects | {\"id\":\"b\",\"q\":\"x\"} {} | is not one JSON object",
        "a list | [1] | a question needs \"id\" and \"q\"",
        "no text | {\"id\":\"b\"} | a question needs \"id\" and \"q\"",
        "number as id | {\"id\":1,\"q\":\"x\"} | a question needs \"id\" and \"q\"",
        "same id | {\"id\":\"a\",\"q\":\"y\"} | the id a is there already",
        "no heading | {\"id\":\"b\",\"q\":\"x\",\"relevant\":[{\"file\":\"a.md\"}]} | needs \"entry\", or \"file\" and \"heading\"",
        "grade 0 | {\"id\":\"b\",\"q\":\"x\",\"relevant\":[{\"entry\":\"e\",\"grade\":0}]} | illegal grade: 0, must be 1 or 2",
        "grade as word | {\"id\":\"b\",\"q\":\"x\",\"relevant\":[{\"entry\":\"e\",\"grade\":\"hi\"}]} | illegal grade",
      })
  void a_bad_line_is_named(String name, String line, String message) throws IOException {
    Path file = write(GOOD + "\n\n" + line + "\n");

    assertThatThrownBy(() -> QuestionFile.read(file))
        .as(name)
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(file + ":3: ")
        .hasMessageContaining(message);
  }

  @Test
  void a_missing_file_is_named() {
    Path file = folder.resolve("none.jsonl");

    assertThatThrownBy(() -> QuestionFile.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(file.toString());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("q.jsonl"), text, StandardCharsets.UTF_8);
  }
}
