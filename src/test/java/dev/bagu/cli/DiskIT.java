package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bagu.interview.SessionStore;
import dev.bagu.interview.StoredSession;
import dev.bagu.interview.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built program on a disk that is full or must not be written, and before files that it may not
 * read: one clear line, and nothing lost.
 *
 * <p>Disks are mounted in a mount namespace of their own, where the system permits one; root, whom
 * no permission stops, gives up that power first.
 */
@DisabledOnOs(OS.WINDOWS)
class DiskIT {
  private static final String[] MOUNTS = {"unshare", "-rm"};
  private static final String[] POWERLESS = {
    "setpriv", "--bounding-set=-dac_override,-dac_read_search"
  };

  /** A disk of 128 KiB at the first word; then the script that follows. */
  private static final String SMALL = "mount -t tmpfs -o size=128k none \"$0\" && ";

  /** Takes what is left of the disk. */
  private static final String FILL = "{ cat /dev/zero >\"$0/fill\" 2>/dev/null; true; } && ";

  @TempDir private Path folder;
  private Path disk = Path.of("unset");
  private Path notes = Path.of("unset");
  private Launched bagu = new Launched(Path.of("unset"));

  @BeforeEach
  void writes_notes() throws IOException {
    bagu = new Launched(folder);
    disk = Files.createDirectory(folder.resolve("disk"));
    notes = Files.createDirectory(folder.resolve("notes"));
    Files.writeString(notes.resolve("own.md"), "# 笔记\n\n## 彩虹缓存是什么？\n\n彩虹缓存把七层键值放在一页里。\n", UTF_8);
  }

  @AfterEach
  void ends_what_it_started() {
    bagu.close();
  }

  @Test
  void a_full_disk_under_the_cache_costs_one_line_and_no_answer() throws Exception {
    bagu.environment.put("BAGU_CACHE", disk.resolve("cache").toString());

    Launched.Result answer = mounted("", SMALL + FILL + "\"$@\"", ask()).exits(0);

    answer.complains("BAGU_CACHE", "cache");
    assertThat(answer.out()).contains("七层键值");
  }

  @Test
  void a_disk_that_fills_up_while_the_index_is_written_costs_one_line_and_no_answer()
      throws Exception {
    bagu.environment.put("BAGU_CACHE", disk.resolve("cache").toString());
    for (int i = 0; i < 12; i++) {
      String text = "# %d\n\n".formatted(i) + "第 %d 句说的是另外的事情。".formatted(i).repeat(60) + "\n";
      Files.writeString(notes.resolve("more-" + i + ".md"), text, UTF_8);
    }

    Launched.Result answer = mounted("", SMALL + "\"$@\"", ask()).exits(0);

    answer.complains("BAGU_CACHE", "No space left");
    assertThat(answer.out()).contains("七层键值");
  }

  @Test
  void with_no_space_anywhere_it_says_so_and_fails() throws Exception {
    bagu.environment.put("BAGU_CACHE", disk.resolve("cache").toString());
    bagu.environment.put("BAGU_JAVA_OPTS", "-Djava.io.tmpdir=" + disk);

    Launched.Result answer = mounted("", SMALL + FILL + "\"$@\"", ask()).exits(1);

    assertThat(answer.err().strip().lines()).as(answer.err()).hasSizeBetween(1, 2);
    assertThat(answer.err())
        .contains("cannot write an index", "temporary")
        .doesNotContain("\tat ", "unexpected");
  }

  @Test
  void a_cache_that_must_not_be_written_costs_one_line_and_no_answer() throws Exception {
    bagu.environment.put("BAGU_CACHE", disk.resolve("cache").toString());

    Launched.Result answer =
        mounted("", "mount -t tmpfs -o ro none \"$0\" && \"$@\"", ask()).exits(0);

    answer.complains("BAGU_CACHE");
    assertThat(answer.out()).contains("七层键值");
  }

  @Test
  void a_disk_that_is_full_under_the_records_loses_no_answer_that_was_taken() throws Exception {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    bagu.environment.put("BAGU_HOME", disk.resolve("home").toString());
    String begin =
        "printf 'LoRA 冻结原权重。\\n\\n' | \"$@\" interview --offline --topic peft >/dev/null";
    String on =
        "for n in 1 2 3 4 5 6 7 8 9; do printf 'LoRA 的第 %0999d 句。\\n\\n' $n; done"
            + " | \"$@\" interview --resume --offline";

    Launched.Result result =
        mounted(
            "",
            SMALL
                + begin
                + " && "
                + FILL
                + on
                + "; code=$?; rm \"$0/fill\"; cp \"$0\"/home/bagu.db* "
                + kept
                + " && exit $code",
            List.of(Launched.PROGRAM.toString()));

    result.exits(1);
    assertThat(result.err().strip().lines()).as(result.err()).hasSize(2);
    assertThat(result.err()).contains("bagu.db", "disk is full").doesNotContain("\tat ");
    List<Turn> turns = turns(kept);
    assertThat(turns).extracting(Turn::text).contains("LoRA 冻结原权重。");
    boolean open = turns.get(turns.size() - 1).outcome().isEmpty();
    assertThat(result.err().contains("the answer is kept")).isEqualTo(open);
    try (SessionStore store = SessionStore.open(kept)) {
      assertThat(store.integrityCheck()).isEmpty();
      assertThat(store.unfinished()).isPresent();
    }
  }

  @Test
  void files_that_must_not_be_read_are_named_and_the_rest_loads() throws Exception {
    Path secret = Files.writeString(notes.resolve("secret.md"), "# 秘密\n\n一句话。\n", UTF_8);
    Path closed = Files.createDirectory(notes.resolve("closed"));
    forbid(secret, "---------");
    forbid(closed, "---------");

    Launched.Result sources = powerless("sources", "--knowledge", notes.toString()).exits(0);

    assertThat(sources.out())
        .contains("own.md", "secret.md cannot be read: permission denied")
        .contains("closed cannot be read: permission denied");
    forbid(closed, "rwx------");
  }

  @Test
  void a_cache_without_permission_costs_one_line_and_no_answer() throws Exception {
    forbid(Files.createDirectory(folder.resolve("cache")), "r-xr-xr-x");

    Launched.Result answer =
        powerless("ask", "--offline", "--knowledge", notes.toString(), "彩虹缓存是什么？").exits(0);

    answer.complains("BAGU_CACHE");
    assertThat(answer.out()).contains("七层键值");
  }

  @Test
  void a_home_without_permission_is_named_and_left_as_it_is() throws Exception {
    bagu.bagu("add", notes.toString()).exits(0);
    Path list = folder.resolve("data/sources");
    String before = Files.readString(list, UTF_8);
    forbid(folder.resolve("data"), "r-xr-xr-x");

    powerless("remove", notes.toString()).exits(1).complains("sources", "BAGU_HOME");
    powerless("interview", "--offline").exits(1).complains("data", "BAGU_HOME");

    assertThat(list).hasContent(before);
    forbid(folder.resolve("data"), "rwx------");
  }

  private List<String> ask() {
    return Launched.program("ask", "--offline", "--knowledge", notes.toString(), "彩虹缓存是什么？");
  }

  /** Runs a script with the disk's place as {@code $0} and the command as {@code $@}. */
  private Launched.Result mounted(String input, String script, List<String> command)
      throws IOException, InterruptedException {
    assumeThat(Launched.may(MOUNTS)).as("a mount namespace is permitted").isTrue();
    List<String> words = new ArrayList<>(List.of(MOUNTS));
    words.addAll(List.of("sh", "-c", script, disk.toString()));
    words.addAll(command);
    return bagu.start(input, words).ends();
  }

  /** Runs the program as somebody whom permissions stop. */
  private Launched.Result powerless(String... words) throws IOException, InterruptedException {
    Path closed = Files.writeString(folder.resolve("closed"), "");
    forbid(closed, "---------");
    List<String> command = new ArrayList<>();
    if (Files.isReadable(closed)) {
      assumeThat(Launched.may(POWERLESS)).as("root may give up its power").isTrue();
      command.addAll(List.of(POWERLESS));
    }
    Files.delete(closed);
    command.addAll(Launched.program(words));
    return bagu.start("", command).ends();
  }

  private static void forbid(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static List<Turn> turns(Path data) {
    try (SessionStore store = SessionStore.open(data)) {
      return store.sessions().stream()
          .flatMap(each -> store.session(each.id()).stream())
          .map(StoredSession::turns)
          .flatMap(List::stream)
          .toList();
    }
  }
}
