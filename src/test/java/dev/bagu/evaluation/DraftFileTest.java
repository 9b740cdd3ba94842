package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bagu.BadInput;
import dev.bagu.BaguException;
import dev.bagu.check.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labelled drafts and claims on disk. */
class DraftFileTest {
  private static final String GOOD =
      """
      {"id":"d1","question":"LoRA 的思路?","entry":"peft-01","claims":[{"text":"原权重不动","label":"supported"},{"text":"It is slow","label":"unsupported"}],"missed":["可以合并"],"denied":["没有延迟"],"split":"test"}
      """;

  @TempDir private Path folder;

  @Test
  void a_draft_is_read_with_all_that_is_known_of_it() {
    DraftCase draft = DraftFile.read(file(GOOD + "\n \n")).get(0);

    assertThat(draft)
        .isEqualTo(
            new DraftCase(
                "d1",
                "LoRA 的思路?",
                "peft-01",
                List.of(
                    new DraftCase.LabelledClaim("原权重不动", Verdict.SUPPORTED),
                    new DraftCase.LabelledClaim("It is slow", Verdict.NOT_IN_SOURCE)),
                List.of("可以合并"),
                List.of("没有延迟"),
                "test"));
  }

  @Test
  void what_is_left_out_has_its_default() {
    DraftCase draft =
        DraftFile.read(file("{\"id\":\"d1\",\"question\":\"q\",\"claims\":[]}")).get(0);

    assertThat(draft)
        .isEqualTo(new DraftCase("d1", "q", "", List.of(), List.of(), List.of(), "dev"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          no JSON         ~ 不是 JSON                                        ~ is not one JSON object
          cut JSON        ~ {"id":"d1","question":                         ~ is not one JSON object
          no id           ~ {"question":"q","claims":[]}                   ~ needs "id", "question" and "claims"
          no question     ~ {"id":"d1","claims":[]}                        ~ needs "id", "question" and "claims"
          claims no list  ~ {"id":"d1","question":"q","claims":"a"}        ~ needs "id", "question" and "claims"
          another label   ~ {"id":"d1","question":"q","claims":[{"text":"a","label":"对"}]} ~ illegal label: 对
          no label        ~ {"id":"d1","question":"q","claims":[{"text":"a"}]} ~ illegal label
          """)
  void a_bad_line_is_named(String what, String line, String complaint) {
    Path file = file(GOOD + line + "\n");

    assertThatThrownBy(() -> DraftFile.read(file))
        .as(what)
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(file + ":2: ")
        .hasMessageContaining(complaint);
  }

  @Test
  void a_file_that_cannot_be_read_is_named() {
    assertThatThrownBy(() -> DraftFile.read(folder.resolve("none.jsonl")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("none.jsonl");
    assertThatThrownBy(() -> ClaimFile.read(folder.resolve("none.tsv")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("none.tsv");
  }

  @Test
  void a_run_is_written_one_object_a_line() throws IOException {
    DraftCase draft = DraftFile.read(file(GOOD)).get(0);
    CheckRun run =
        new CheckRun(
            draft,
            List.of(Verdict.SUPPORTED, Verdict.CONTRADICTED),
            List.of("可以合并"),
            List.of(true),
            5);
    Path out = folder.resolve("run.jsonl");

    DraftFile.write(out, List.of(run, run));

    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(2);
    JsonNode node = new ObjectMapper().readTree(lines.get(0));
    assertThat(node.path("id").asText()).isEqualTo("d1");
    assertThat(node.path("claims").path(1).path("text").asText()).isEqualTo("It is slow");
    assertThat(node.path("claims").path(1).path("verdict").asText()).isEqualTo("contradicted");
    assertThat(node.path("missed").path(0).asText()).isEqualTo("可以合并");
    assertThatThrownBy(() -> DraftFile.write(folder.resolve("no/such/run.jsonl"), List.of(run)))
        .isInstanceOf(BaguException.class)
        .hasMessageContaining("run.jsonl");
  }

  @Test
  void single_claims_are_read_by_their_entry_in_order() {
    Map<String, List<DraftCase.LabelledClaim>> claims =
        ClaimFile.read(file("b-1\tsupported\t甲\na-1\tcontradicted\t乙\nb-1\tnot_in_source\tC\n"));

    assertThat(claims.keySet()).containsExactly("b-1", "a-1");
    assertThat(claims.get("b-1"))
        .containsExactly(
            new DraftCase.LabelledClaim("甲", Verdict.SUPPORTED),
            new DraftCase.LabelledClaim("C", Verdict.NOT_IN_SOURCE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          a-1 supported 甲        ~ with tabs between
          a-1<TAB>supported       ~ with tabs between
          a-1<TAB>对<TAB>甲       ~ illegal label: 对
          """)
  void a_bad_claim_line_is_named(String line, String complaint) {
    Path file = file("a-1\tsupported\t甲\n" + line.replace("<TAB>", "\t") + "\n");

    assertThatThrownBy(() -> ClaimFile.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(file + ":2: ")
        .hasMessageContaining(complaint);
  }

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("in.txt"), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
