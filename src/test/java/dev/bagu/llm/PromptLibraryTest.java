package dev.bagu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bagu.BadInput;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptLibraryTest {
  private static final String HEAD =
      "---\nversion: 3\n---\n# system\nBe brief, {{name}}.\n# user\n";

  @TempDir Path folder = Path.of("unset");

  @Test
  void fills_both_parts_and_knows_its_version() {
    PromptFile prompt = PromptFile.parse("p.md", HEAD + "{{ question }}\n\nNow, {{name}}?\n");

    assertThat(prompt.version()).isEqualTo("3");
    assertThat(prompt.fill(Map.of("name", "Ann", "question", "LoRA 是什么?")))
        .containsExactly(
            SystemMessage.from("Be brief, Ann."), UserMessage.from("LoRA 是什么?\n\nNow, Ann?"));
  }

  @Test
  void values_are_data_and_never_expanded() {
    PromptFile prompt = PromptFile.parse("p.md", HEAD + "{{question}}");
    String attack = "{{name}} {{ question }} $1 \\1 {{current_date}} {{it}}";

    assertThat(prompt.fill(Map.of("name", attack, "question", attack)).get(1))
        .isEqualTo(UserMessage.from(attack));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name,question,mood | {{question}}            | p.md: lacks {{mood}}; put it back
          name               | {{question}} {{mood}}   | p.md: nothing fills {{mood}}, {{question}}
          name               | {{current_date}}        | p.md: nothing fills {{current_date}}; take
          """)
  void placeholders_and_values_must_match(String names, String user, String message) {
    PromptFile prompt = PromptFile.parse("p.md", HEAD + user);
    Map<String, String> values = new HashMap<>();
    for (String name : names.split(",", -1)) {
      values.put(name, "x");
    }

    assertThatThrownBy(() -> prompt.fill(values))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing                                            | p.md: must have '---'
          ---~version: 1~---~# system~a                      | p.md: must have '---'
          ---~---~# system~a~# user~b                        | p.md: the front matter has no
          ---~version: 1~---~# system~ ~# user~b             | p.md: version, # system and # user
          ---~version: 1~---~# system~a~# user~{{a b}}       | p.md: {{a b}} is no placeholder
          ---~version: 1~---~# system~a~# user~{{}}          | p.md: {{}} is no placeholder
          """)
  void a_file_in_another_notation_is_named(String text, String message) {
    assertThatThrownBy(() -> PromptFile.parse("p.md", text.replace('~', '\n')))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void an_edit_shows_on_the_next_question() throws IOException {
    PromptLibrary library = new PromptLibrary(folder);
    Path file = folder.resolve("hello.txt");

    Files.writeString(file, HEAD + "one", UTF_8);
    assertThat(library.prompt("hello").user()).isEqualTo("one");
    Files.writeString(file, "\uFEFF" + (HEAD + "two").replace("\n", "\r\n"), UTF_8);
    assertThat(library.prompt("hello").user()).isEqualTo("two");
  }

  @Test
  void a_missing_or_undecodable_file_is_named() throws IOException {
    PromptLibrary library = new PromptLibrary(folder);
    Files.write(folder.resolve("bad.md"), new byte[] {-1, -2});

    assertThatThrownBy(() -> library.prompt("none"))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith(folder.resolve("none.md") + " cannot be read");
    assertThatThrownBy(() -> library.prompt("bad"))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith(folder.resolve("bad.md") + " cannot be read");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          bagu.prompts, bagu.dist, folder
          /a,           /d,        /a
          '',           /d,        /d/prompts
          '',           '',        prompts
          """,
      useHeadersInDisplayName = true)
  void the_folder_is_property_then_installation_then_working_folder(
      String prompts, String dist, String expected) {
    Properties system = new Properties();
    system.setProperty("bagu.prompts", prompts);
    system.setProperty("bagu.dist", dist);

    assertThat(PromptLibrary.locate(system).folder()).isEqualTo(Path.of(expected));
  }

  @Test
  void the_answer_prompt_carries_evidence_question_and_sentinel() {
    PromptFile prompt = new PromptLibrary(Path.of("prompts")).prompt("answer");

    assertThat(prompt.placeholders())
        .containsExactly("conversation", "evidence", "not_covered", "question");
    assertThat(
            prompt
                .fill(
                    Map.of(
                        "evidence",
                        Fence.around("evidence", "[1] LoRA"),
                        "conversation",
                        "",
                        "question",
                        Fence.around("question", "LoRA?"),
                        "not_covered",
                        PromptLibrary.NOT_COVERED))
                .toString())
        .contains("[1] LoRA", "write exactly NOT_COVERED and nothing else")
        .doesNotContain("{{");
  }
}
