package dev.bagu.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bagu.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the cache promises: nothing is embedded twice, and nothing broken is trusted. */
class IndexStoreTest {
  @TempDir private Path home;
  private Path notes;
  private Path cache;

  @BeforeEach
  void writes_two_documents() throws IOException {
    notes = Files.createDirectory(home.resolve("notes"));
    cache = home.resolve("cache");
    Files.writeString(notes.resolve("lora.md"), "# LoRA\n\n冻结原权重，只训练两个低秩矩阵。\n");
    Files.writeString(
        notes.resolve("rope.md"), "# RoPE\n\nRotary embeddings rotate pairs of dimensions.\n");
  }

  @Test
  void an_unchanged_folder_embeds_nothing() {
    assertThat(opened().embedded).isPositive();

    assertThat(opened().embedded).isZero();
  }

  @Test
  void one_changed_file_embeds_only_its_own_texts() throws IOException {
    opened();
    Files.writeString(notes.resolve("lora.md"), "# LoRA\n\n推理前可以把低秩矩阵合并进原权重。\n");

    Listening second = opened();

    assertThat(second.embedded).isEqualTo(1);
    assertThat(second.texts).anyMatch(text -> text.contains("合并进原权重"));
  }

  @Test
  void a_touched_file_with_the_same_content_embeds_nothing() throws IOException {
    opened();
    Files.setLastModifiedTime(
        notes.resolve("lora.md"), java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));

    assertThat(opened().embedded).isZero();
  }

  @Test
  void a_removed_file_is_gone_and_embeds_nothing() throws IOException {
    opened();
    Files.delete(notes.resolve("rope.md"));

    Listening second = opened();

    assertThat(second.embedded).isZero();
    assertThat(second.texts).noneMatch(text -> text.contains("Rotary"));
  }

  @Test
  void the_same_texts_in_another_folder_embed_nothing() throws IOException {
    opened();
    Path copy = Files.createDirectory(home.resolve("copy"));
    Files.copy(notes.resolve("lora.md"), copy.resolve("lora.md"));

    assertThat(opened(copy).embedded).isZero();
  }

  @Test
  void every_damaged_file_is_noticed_and_built_again_at_the_next_start_at_the_latest()
      throws IOException {
    damages(bytes -> new byte[] {1, 2, 3}, file -> !file.toString().endsWith("lock"));
  }

  @Test
  void so_is_every_record_damaged_within() throws IOException {
    damages(
        bytes -> {
          bytes[bytes.length / 3] ^= 1;
          return bytes;
        },
        file -> file.toString().endsWith(".rec"));
  }

  private void damages(UnaryOperator<byte[]> damage, Predicate<Path> which) throws IOException {
    opened();
    int damaged = 0;
    for (Path name : files(cache.resolve("index")).stream().map(Path::getFileName).toList()) {
      Path file = newest(name);
      if (!which.test(file) || Files.size(file) == 0) {
        continue;
      }
      damaged++;
      Files.write(file, damage.apply(Files.readAllBytes(file)));
      try {
        assertThat(opened().rebuilding).as(file.toString()).isNotEmpty();
      } catch (BrokenCache e) {
        assertThat(e).as(file.toString()).hasMessageContaining("the next start builds it again");
      }

      assertThat(opened().texts).as(file.toString()).anyMatch(text -> text.contains("低秩矩阵"));
    }
    assertThat(damaged).isGreaterThan(5);
  }

  private Path newest(Path name) throws IOException {
    return files(cache.resolve("index")).stream()
        .filter(file -> file.getFileName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void two_processes_worth_of_threads_share_one_build() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Callable<Listening>> openings = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      openings.add(this::opened);
    }
    for (Future<Listening> opening : threads.invokeAll(openings)) {
      assertThat(opening.get().texts).anyMatch(text -> text.contains("低秩矩阵"));
    }
    threads.shutdown();

    assertThat(opened().embedded).isZero();
  }

  @Test
  void a_missing_folder_is_named() {
    assertThatThrownBy(() -> opened(home.resolve("nowhere")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void an_empty_folder_is_an_empty_index() throws IOException {
    assertThat(opened(Files.createDirectory(home.resolve("empty"))).texts).isEmpty();
  }

  private Listening opened() {
    return opened(notes);
  }

  private Listening opened(Path folder) {
    Listening listening = new Listening();
    try (IndexStore store = new IndexStore(cache, listening);
        KnowledgeIndex index = store.open(List.of(folder))) {
      for (int chunk = 0; chunk < index.chunkCount(); chunk++) {
        listening.texts.add(index.chunk(chunk).text());
        index.codes(chunk);
        index.store(index.modelOf(chunk));
      }
      for (int entry = 0; entry < index.entryCount(); entry++) {
        index.entry(entry);
        index.claimPairs(entry);
      }
      index
          .lexical()
          .bm25(IndexField.CHUNK_PAIRS, LexicalIndex.groups(IndexField.CHUNK_PAIRS, "低秩"), 3);
    }
    return listening;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static final class Listening implements IndexListener {
    private int embedded;
    private final List<String> texts = new ArrayList<>();
    private final List<String> rebuilding = new ArrayList<>();

    @Override
    public void embedding(int done, int total) {
      embedded += done == total ? total : 0;
    }

    @Override
    public void rebuilding(String why) {
      rebuilding.add(why);
    }
  }
}
