package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.interview.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many processes at once, and processes that are killed while they index: the cache is whole or
 * built again, and what a person wrote stays as it is, byte for byte.
 */
@DisabledOnOs(OS.WINDOWS)
class ConcurrencyIT {
  private static final int KILLS = Integer.getInteger("bagu.kills", 20);

  @TempDir private Path folder;
  private Launched bagu = new Launched(Path.of("unset"));
  private Path notes = Path.of("unset");

  @BeforeEach
  void writes_notes() throws IOException {
    bagu = new Launched(folder);
    notes = Files.createDirectory(folder.resolve("notes"));
    for (int i = 1; i <= 4; i++) {
      note(i);
    }
  }

  @AfterEach
  void ends_what_it_started() {
    bagu.close();
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void ten_processes_at_once_on_an_empty_cache_give_one_answer_and_one_index() throws Exception {
    bagu.bagu("add", notes.toString()).exits(0);
    delete(folder.resolve("cache"));

    List<Launched.Running> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(bagu.start("", Launched.program("ask", "--offline", "梯度检查点 3 省什么？")));
    }
    List<String> answers = new ArrayList<>();
    for (Launched.Running each : all) {
      Launched.Result result = each.ends().exits(0);
      assertThat(result.err()).doesNotContain("Exception", "damaged", "missing");
      answers.add(result.out());
    }

    assertThat(answers.get(0)).contains("激活显存，代价是第 3 次前向", "note-3.md");
    assertThat(answers).containsOnly(answers.get(0));
    assertThat(generations()).hasSize(1);
    assertThat(bagu.bagu("ask", "--offline", "梯度检查点 3 省什么？").exits(0).err()).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void killed_at_any_moment_of_indexing_the_next_start_works_and_nothing_of_the_persons_changes()
      throws Exception {
    bagu.bagu("add", notes.toString()).exits(0);
    bagu.piped("LoRA 冻结原权重。\n\n/end\n", "interview", "--offline", "--topic", "peft").exits(0);
    Map<Path, List<Byte>> before = persons();
    assertThat(before).hasSizeGreaterThan(2);
    long seed = Long.getLong("bagu.seed", System.nanoTime());
    Random random = new Random(seed);
    long whole = indexed(4);

    int cut = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      String moment = "seed " + seed + ", kill " + kill;
      if (kill % 4 == 0) {
        delete(folder.resolve("cache"));
      }
      note(4 + kill);
      Launched.Running running = bagu.start("", search(4 + kill));
      // Of the time that a whole run took, for a busy machine and a quiet one.
      running.process().waitFor((long) (random.nextDouble() * whole), TimeUnit.NANOSECONDS);
      cut += running.process().isAlive() ? 1 : 0;
      running.process().destroyForcibly().waitFor();

      Launched.Result next = bagu.start("", search(4 + kill)).ends();

      assertThat(next.code()).as("%s: %s", moment, next.err()).isZero();
      assertThat(next.err()).as(moment).isEmpty();
      assertThat(next.out()).as(moment).contains("note-" + (4 + kill) + ".md");
      assertThat(persons()).as(moment).isEqualTo(before);
    }

    // What a killed build leaves, the next one takes away.
    note(5 + KILLS);
    bagu.start("", search(5 + KILLS)).ends().exits(0);
    assertThat(left()).isEmpty();
    assertThat(cut).as("killed before their end, seed " + seed).isGreaterThan(KILLS / 2);
    try (SessionStore store = SessionStore.open(folder.resolve("data"))) {
      assertThat(store.integrityCheck()).isEmpty();
    }
  }

  /** How long a run takes that indexes the notes, in nanoseconds. */
  private long indexed(int note) throws Exception {
    long start = System.nanoTime();
    bagu.start("", search(note)).ends().exits(0);
    return System.nanoTime() - start;
  }

  private List<String> search(int note) {
    return Launched.program("search", "--knowledge", notes.toString(), "第 " + note + " 次前向");
  }

  private void note(int number) throws IOException {
    String text = "# 第 %1$d 篇\n\n## 梯度检查点 %1$d 省什么？\n\n它省下激活显存，代价是第 %1$d 次前向。\n";
    Files.writeString(notes.resolve("note-" + number + ".md"), text.formatted(number), UTF_8);
  }

  /** Folders of the cache that a build left unfinished. */
  private List<Path> left() throws IOException {
    return walk(folder.resolve("cache"))
        .filter(path -> String.valueOf(path.getFileName()).startsWith("building-"))
        .toList();
  }

  private List<Path> generations() throws IOException {
    return walk(folder.resolve("cache"))
        .filter(path -> String.valueOf(path.getFileName()).startsWith("generation-"))
        .toList();
  }

  /** All that is the person's: the list of sources, the records, the scorecards, the notes. */
  private Map<Path, List<Byte>> persons() throws IOException {
    Map<Path, List<Byte>> files = new TreeMap<>();
    for (Path path : walk(folder.resolve("data")).filter(Files::isRegularFile).toList()) {
      List<Byte> bytes = new ArrayList<>();
      for (byte each : Files.readAllBytes(path)) {
        bytes.add(each);
      }
      files.put(path, bytes);
    }
    return files;
  }

  private static Stream<Path> walk(Path place) throws IOException {
    if (Files.notExists(place)) {
      return Stream.of();
    }
    try (Stream<Path> all = Files.walk(place)) {
      return all.toList().stream();
    }
  }

  private static void delete(Path place) throws IOException {
    List<Path> all = new ArrayList<>(walk(place).toList());
    java.util.Collections.reverse(all);
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
