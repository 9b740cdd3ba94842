package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotesCorpusTest {
  private static KnowledgeBase load() {
    return KnowledgeBase.load(List.of(Reading.shared("corpora/llm-notes")));
  }

  @Test
  void every_file_yields_entries() {
    KnowledgeBase base = load();

    assertThat(base.skipped()).isEmpty();
    assertThat(base.files()).hasSize(74);
    assertThat(base.entries()).hasSizeBetween(900, 1200);
  }

  @Test
  void ids_are_unique_and_lines_lie_in_their_files() throws IOException {
    Path root = Reading.shared("corpora/llm-notes");
    KnowledgeBase base = load();
    Set<String> ids = new HashSet<>();
    Map<String, List<String>> files = new HashMap<>();
    for (Entry entry : base.entries()) {
      assertThat(ids.add(entry.id())).as(entry.id()).isTrue();
      List<String> lines =
          files.computeIfAbsent(
              entry.span().file(),
              file -> {
                try {
                  return Files.readAllLines(root.resolve(file));
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      Coverage.check(entry.span().file(), lines, entry, base.chunksOf(entry.id()));
    }
    assertThat(base.chunks().stream().map(Chunk::id).distinct().count())
        .isEqualTo(base.chunks().size());
  }

  @Test
  void the_same_files_give_the_same_knowledge_base() {
    assertThat(load().chunks()).isEqualTo(load().chunks());
    assertThat(load().entries()).isEqualTo(load().entries());
  }

  @Test
  void every_heading_that_the_questions_name_is_in_the_path_of_an_entry() throws IOException {
    KnowledgeBase base = load();
    Set<String> known = new HashSet<>();
    for (Entry entry : base.entries()) {
      entry.span().headingPath().forEach(h -> known.add(entry.span().file() + "|" + spaced(h)));
    }
    for (String line : Files.readAllLines(Reading.shared("eval/retrieval-notes.dev.jsonl"))) {
      for (JsonNode relevant : new ObjectMapper().readTree(line).path("relevant")) {
        assertThat(known)
            .contains(
                relevant.path("file").asText() + "|" + spaced(relevant.path("heading").asText()));
      }
    }
  }

  private static String spaced(String heading) {
    return heading.replaceAll("[\\s\u00A0]+", " ");
  }

  @Test
  void loads_in_well_under_a_second_once_warm() {
    load();
    load();
    load();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();

    load();

    long spent = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
    assertThat(spent)
        .as("milliseconds of this thread, whatever else the machine does")
        .isLessThan(1000);
  }
}
