package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bagu.index.IndexListener;
import dev.bagu.index.IndexStore;
import dev.bagu.index.KnowledgeIndex;
import dev.bagu.knowledge.KnowledgeBase;
import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Other people's notes, where they are beside the repository: figures of the development half. */
class NotesRetrievalTest {
  @Test
  void finds_sections_of_other_peoples_notes_as_measured() {
    Path shared = Path.of(System.getProperty("bagu.shared", "../shared"));
    Path notes = shared.resolve("corpora").resolve("llm-notes");
    Path questions = shared.resolve("eval").resolve("retrieval-notes.dev.jsonl");
    assumeTrue(Files.isDirectory(notes) && Files.exists(questions), "no notes at " + shared);
    Path glossary = Path.of("knowledge", "glossary.md");
    try (IndexStore store = new IndexStore(Path.of("target", "vectors"), IndexListener.SILENT);
        KnowledgeIndex index = store.open(List.of(notes))) {
      HybridRetriever retriever =
          new HybridRetriever(
              index,
              store.encoders(),
              KnowledgeBase.load(List.of(glossary)).glossary(),
              Weights.bundled());
      List<Run> runs = new RetrievalEvaluation(retriever).run(QuestionFile.read(questions));
      Report.ranking("notes, dev half", runs, 1).forEach(System.out::println);
      Report.refusal(runs).forEach(System.out::println);
      System.out.println(Report.latency(runs));

      assertThat(index.skipped()).isEmpty();
      assertThat(Figures.hitAt(runs, 5, 1).value()).isGreaterThan(0.90);
      assertThat(Figures.mrr(runs, 1).value()).isGreaterThan(0.80);
      assertThat(Figures.auroc(runs).value()).isGreaterThan(0.95);
      assertThat(Figures.falseRefusal(runs).value()).isLessThanOrEqualTo(0.04);
    }
  }
}
