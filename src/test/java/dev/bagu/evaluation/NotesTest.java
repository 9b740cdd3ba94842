package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.knowledge.Glossary;
import dev.bagu.knowledge.GlossaryRow;
import dev.bagu.knowledge.KnowledgeBase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Other people's notes under questions by hand, at {@code -Dbagu.shared}; skipped where absent. */
@Isolated
class NotesTest {
  @SuppressWarnings("NullAway.Init")
  private static Measured notes;

  private static List<Run> runs = List.of();

  @BeforeAll
  static void asks_every_question() {
    Path shared = Path.of(System.getProperty("bagu.shared", "../shared"));
    Path questions = Measured.present(shared.resolve("eval/retrieval-notes.dev.jsonl"));
    Path folder = Measured.present(shared.resolve("corpora/llm-notes"));
    Path glossary = Path.of("knowledge").resolve(Glossary.FILE);
    List<GlossaryRow> names =
        Files.exists(glossary) ? KnowledgeBase.load(List.of(glossary)).glossary() : List.of();
    notes = new Measured(folder, names);
    runs = notes.run("notes, development half", QuestionFile.read(questions), 1);
  }

  @AfterAll
  static void closes() {
    if (notes != null) {
      notes.close();
    }
  }

  @Test
  void a_question_finds_its_section() {
    assertThat(Figures.hitAt(runs, 5, 1).value()).isGreaterThanOrEqualTo(0.92);
    assertThat(Figures.mrr(runs, 1).value()).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void an_english_question_finds_its_chinese_section() {
    List<Run> english =
        runs.stream().filter(run -> run.question().language().equals("en")).toList();

    assertThat(Figures.hitAt(english, 5, 1).value()).isGreaterThanOrEqualTo(0.80);
  }

  @Test
  void confidence_tells_what_the_notes_answer() {
    assertThat(Figures.auroc(runs).value()).isGreaterThanOrEqualTo(0.95);
    assertThat(Figures.falseRefusal(runs).value()).isLessThanOrEqualTo(0.06);
  }
}
