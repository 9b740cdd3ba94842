package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bagu.BaguException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  @TempDir private Path folder;

  @Test
  void a_line_has_the_fields_that_other_programs_read() throws IOException {
    Path file = folder.resolve("run.jsonl");
    Run.Hit hit = new Run.Hit("peft-07", "05-peft.md", "LoRA 的“思路”", 0.5, 2);
    Run first = new Run(Sample.question("q1", true, 2), 0.75, false, List.of(hit), 12);
    Run second = new Run(Sample.question("q2", false), 0.1, true, List.of(), 12);

    RunFile.write(file, List.of(first, second));

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"id":"q1","confidence":0.75,"refused":false,"hits":[{"entry":"peft-07","file":"05-peft.md","heading":"LoRA 的“思路”","score":0.5}]}
            {"id":"q2","confidence":0.1,"refused":true,"hits":[]}
            """);
  }

  @Test
  void figures_are_one_object_with_intervals() throws IOException {
    List<Run> runs = List.of(Sample.answered(0.9), Sample.unanswerable(0.1));

    JsonNode node = new ObjectMapper().readTree(RunFile.figures(runs, 2));

    assertThat(node.path("questions").asInt()).isEqualTo(2);
    assertThat(node.path("answerable").asInt()).isEqualTo(1);
    for (String name :
        List.of("mrr@10", "hit@1", "hit@3", "hit@5", "hit@10", "ndcg@10", "auroc", "refusal")) {
      assertThat(node.path(name).path("value").asDouble()).as(name).isEqualTo(1);
      assertThat(node.path(name).has("low") && node.path(name).has("high")).as(name).isTrue();
    }
    assertThat(node.path("false_refusal").path("value").asDouble()).isZero();
  }

  @Test
  void a_place_that_cannot_be_written_is_named() {
    Path file = folder.resolve("none").resolve("run.jsonl");

    assertThatThrownBy(() -> RunFile.write(file, List.of()))
        .isInstanceOf(BaguException.class)
        .hasMessageContaining(file.toString());
  }
}
