package dev.bagu.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bagu.BadInput;
import dev.bagu.BaguException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;

class SessionStoreTest {
  private static final String SECRET = "只有我才会这样说的一句话";

  @TempDir Path folder = Path.of("unset");

  /** A session of two questions, one of them answered; gives its id. */
  private static String played(Room room, String text) {
    Session session = room.room.start(Room.settings("peft", 2));
    Said.Ask ask = (Said.Ask) session.said().get(0);
    session.answer(Room.point(ask.entry(), 0) + "。" + text);
    session.command(Command.SKIP);
    session.command(Command.SKIP);
    session.command(Command.END);
    room.clock.move(Duration.ofDays(1));
    return session.record().id();
  }

  private static String firstEntry(SessionStore store, String id) {
    return store.session(id).orElseThrow().questions().get(0);
  }

  @Test
  void what_was_saved_is_there_after_opening_again() {
    String id;
    try (Room room = new Room(folder)) {
      id = played(room, SECRET);
    }

    try (SessionStore store = SessionStore.open(folder)) {
      StoredSession session = store.session(id).orElseThrow();
      assertThat(session.record().ended()).isPresent();
      assertThat(session.record().prompts()).containsEntry("interview-zh", "2");
      assertThat(session.turns()).extracting(Turn::number).containsExactly(0, 1, 2, 3, 4);
      assertThat(session.turns().get(1).text()).contains(SECRET);
      assertThat(store.attempts(session.questions().get(0))).hasSize(1);
      assertThat(store.cards()).extracting(Card::entry).containsExactly(session.questions().get(0));
      assertThat(store.integrityCheck()).isEmpty();
    }
  }

  @Test
  void the_file_is_its_owners_alone() throws IOException {
    SessionStore.open(folder).close();

    assertThat(Files.getPosixFilePermissions(folder.resolve("bagu.db")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("bagu.db"));
  }

  @Test
  void a_newer_file_is_refused_and_left_as_it_is() throws IOException {
    SessionStore.open(folder).close();
    try (Database database = Database.open(folder.resolve("bagu.db"))) {
      database.update("PRAGMA user_version = 99");
    }
    byte[] before = Files.readAllBytes(folder.resolve("bagu.db"));

    assertThatThrownBy(() -> SessionStore.open(folder))
        .isInstanceOf(BaguException.class)
        .hasMessageContaining("bagu.db was written by a newer bagu")
        .hasMessageContaining("99");
    assertThat(folder.resolve("bagu.db")).hasBinaryContent(before);
  }

  @Test
  void a_damaged_file_is_named_and_left_as_it_is() throws IOException {
    byte[] rubbish =
        "this is no database, but somebody's letters ".repeat(200).getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("bagu.db"), rubbish);

    assertThatThrownBy(() -> SessionStore.open(folder))
        .isInstanceOf(BaguException.class)
        .hasMessageContaining(folder.resolve("bagu.db").toString())
        .hasMessageContaining("is damaged and was left as it is");
    assertThat(folder.resolve("bagu.db")).hasBinaryContent(rubbish);
  }

  @Test
  void a_file_from_before_the_first_version_is_brought_up() {
    try (Database database = Database.open(folder.resolve("bagu.db"))) {
      assertThat(database.first("PRAGMA user_version", row -> row.getInt(1))).contains(0);
    }

    SessionStore.open(folder).close();

    try (Database database = Database.open(folder.resolve("bagu.db"))) {
      assertThat(database.first("PRAGMA user_version", row -> row.getInt(1)))
          .contains(Schema.version());
      assertThat(database.first("PRAGMA synchronous", row -> row.getInt(1))).contains(3);
      assertThat(database.first("PRAGMA foreign_keys", row -> row.getInt(1))).contains(1);
    }
  }

  @Test
  void a_failed_transaction_leaves_nothing_behind() {
    try (Database database = Database.open(folder.resolve("bagu.db"))) {
      database.update("CREATE TABLE t (a INTEGER PRIMARY KEY)");

      assertThatThrownBy(
              () ->
                  database.transaction(
                      () -> {
                        database.update("INSERT INTO t VALUES (1)");
                        database.update("INSERT INTO t VALUES (1)");
                      }))
          .isInstanceOf(BaguException.class);
      assertThat(database.list("SELECT a FROM t", row -> row.getInt(1))).isEmpty();
    }
  }

  @Test
  void an_export_brings_everything_to_another_place_once() {
    String text;
    try (Room room = new Room(folder.resolve("a"))) {
      played(room, SECRET);
      played(room, "另一次");
      text = room.store.exportJson();
    }

    try (Room room = new Room(folder.resolve("b"))) {
      assertThat(room.store.importJson(text)).isEqualTo(2);
      assertThat(room.store.importJson(text)).isZero();
      assertThat(room.store.exportJson()).isEqualTo(text);
      assertThat(room.store.sessions()).hasSize(2);
    }
    try (Room a = new Room(folder.resolve("a"));
        Room b = new Room(folder.resolve("b"))) {
      assertThat(b.store.cards()).isEqualTo(a.store.cards());
      assertThat(b.store.importJson(a.store.exportJson())).isZero();
    }
  }

  @Test
  void a_text_that_is_no_export_adds_nothing() {
    try (SessionStore store = SessionStore.open(folder)) {
      for (String text :
          List.of("", "[]", "{\"format\":\"x\",\"version\":1,\"sessions\":[]}", "{}")) {
        assertThatThrownBy(() -> store.importJson(text)).isInstanceOf(BadInput.class);
      }
      assertThat(store.sessions()).isEmpty();
    }
  }

  @Test
  void a_session_that_is_twice_in_an_export_is_added_once() {
    String text;
    try (Room room = new Room(folder.resolve("a"))) {
      played(room, "");
      text = room.store.exportJson();
    }
    int from = text.indexOf("[") + 1;
    String one = text.substring(from, text.lastIndexOf("]"));
    String twice =
        text.substring(0, from) + one + "," + one + text.substring(text.lastIndexOf("]"));

    try (SessionStore store = SessionStore.open(folder.resolve("b"))) {
      assertThat(store.importJson(twice)).isEqualTo(1);
      assertThat(store.exportJson()).isEqualTo(text);
    }
  }

  @Test
  void an_export_whose_turns_are_out_of_place_adds_nothing() {
    String text;
    try (Room room = new Room(folder.resolve("a"))) {
      played(room, "");
      text = room.store.exportJson();
    }

    try (SessionStore store = SessionStore.open(folder.resolve("b"))) {
      String broken = text.replace("\"number\" : 3", "\"number\" : 7");
      assertThatThrownBy(() -> store.importJson(broken))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("out of place");
      assertThat(store.sessions()).isEmpty();
    }
  }

  @Test
  void damage_within_the_file_is_found() throws IOException {
    try (Room room = new Room(folder)) {
      for (int i = 0; i < 5; i++) {
        played(room, SECRET);
      }
    }
    byte[] bytes = Files.readAllBytes(folder.resolve("bagu.db"));
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 6_000, (byte) 0x5a);
    Files.write(folder.resolve("bagu.db"), bytes);

    try (SessionStore store = SessionStore.open(folder)) {
      assertThat(store.integrityCheck()).isNotEmpty();
    }
  }

  @Test
  void a_folder_may_have_any_letters() {
    try (Room room = new Room(folder.resolve("我的 记录 100%"))) {
      played(room, SECRET);
    }
    try (Room room = new Room(folder.resolve("我的 记录 100%"))) {
      assertThat(room.store.sessions()).hasSize(1);
    }
  }

  @Test
  void forgetting_leaves_no_trace_in_the_file() throws IOException {
    try (Room room = new Room(folder)) {
      played(room, SECRET);
      room.store.forgetAll();

      assertThat(room.store.sessions()).isEmpty();
      assertThat(room.store.cards()).isEmpty();
    }
    assertThat(Files.readString(folder.resolve("bagu.db"), StandardCharsets.ISO_8859_1))
        .doesNotContain(
            new String(SECRET.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  @Test
  void forgetting_a_session_makes_the_cards_what_they_would_be_without_it() {
    try (Room room = new Room(folder)) {
      String first = played(room, "");
      List<Card> before = room.store.cards();
      String second = played(room, SECRET);
      assertThat(room.store.cards()).isNotEqualTo(before);

      room.store.forgetSession(second);

      assertThat(room.store.cards()).isEqualTo(before);
      assertThat(room.store.sessions()).extracting(SessionRecord::id).containsExactly(first);
      assertThatThrownBy(() -> room.store.forgetSession(second)).isInstanceOf(BaguException.class);
    }
  }

  @Test
  void forgetting_an_entry_keeps_the_rest_of_its_session() throws IOException {
    try (Room room = new Room(folder)) {
      String id = played(room, SECRET);
      String entry = firstEntry(room.store, id);

      room.store.forgetEntry(entry);

      assertThat(room.store.attempts(entry)).isEmpty();
      assertThat(room.store.reviews(entry)).isEmpty();
      assertThat(room.store.cards()).isEmpty();
      assertThat(room.room.resume(id).scorecard().questions()).isEmpty();
      assertThat(room.store.exportJson()).doesNotContain(SECRET);
      assertThat(room.store.integrityCheck()).isEmpty();
    }
  }

  @Test
  void forgetting_an_entry_takes_the_answers_to_follow_ups_that_led_to_it() {
    try (Room room = new Room(folder)) {
      Session session = room.room.start(Room.settings("peft", 1));
      session.answer(Room.whole(((Said.Ask) session.said().get(0)).entry()));
      Origin origin =
          room.store
              .session(session.record().id())
              .orElseThrow()
              .turns()
              .get(1)
              .outcome()
              .orElseThrow()
              .origin()
              .orElseThrow();
      session.answer(SECRET);

      room.store.forgetEntry(origin.entry());

      assertThat(room.store.exportJson()).doesNotContain(SECRET).contains(origin.entry());
    }
  }

  @Test
  void the_native_library_comes_out_of_the_jar() throws Exception {
    SessionStore.open(folder).close();

    assertThat(SQLiteJDBCLoader.isNativeMode()).isTrue();
    assertThat(System.getProperty("org.sqlite.lib.path")).isNull();
    assertThat(
            SQLiteJDBCLoader.class.getResource("/org/sqlite/native/Linux/x86_64/libsqlitejdbc.so"))
        .isNotNull();
  }
}
