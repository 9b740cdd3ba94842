package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bagu.interview.Origin;
import dev.bagu.interview.Outcome;
import dev.bagu.interview.SessionStore;
import dev.bagu.interview.Turn;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.KnowledgeBase;
import dev.bagu.testing.ScriptedModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole interview of five questions of the bank at a real terminal, with a good, a partial, a
 * wrong, an empty and an injected answer; the scorecard says of each what {@code bagu check} says
 * of the same text, a process of its own.
 */
class WholeInterviewIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<Entry> BANK =
      KnowledgeBase.load(List.of(Path.of("knowledge"))).entries();
  private static final String SENT = PseudoTerminal.ENTER + PseudoTerminal.ENTER;
  private static final String SCORECARD = "面试成绩单";

  /** What is answered to the question of each place. */
  private enum Kind {
    GOOD(1),
    PARTIAL(2),
    WRONG(3),
    EMPTY(4),
    INJECTED(5);

    /** The place of its question in the interview. */
    final int place;

    Kind(int place) {
      this.place = place;
    }

    String answer(Entry entry) {
      List<String> points = entry.keyPoints().stream().map(each -> each.text() + "。").toList();
      return switch (this) {
        case GOOD -> String.join("", points);
        case PARTIAL -> points.get(0);
        case WRONG ->
            entry.mistakes().stream().map(each -> each.wrong() + "。").collect(Collectors.joining());
        case EMPTY -> "不知道";
        case INJECTED -> points.get(0) + ScriptedExaminer.ORDERS;
      };
    }
  }

  /**
   * A question that was answered.
   *
   * @param said the answer, and below it what was said to a follow-up
   */
  private record Answered(Kind kind, Entry entry, String said) {}

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Launched bagu;

  private final List<Answered> answered = new ArrayList<>();

  @BeforeEach
  void has_a_terminal_and_the_built_folder() {
    assumeTrue(PseudoTerminal.isThere(), "there is no script(1) of util-linux here");
    assumeTrue(Files.isExecutable(Launched.PROGRAM), "the folder is not built: mvn package");
    bagu = new Launched(folder);
    bagu.environment.put("BAGU_LANG", "zh");
  }

  @AfterEach
  void ends_what_still_runs() {
    if (bagu != null) {
      bagu.close();
    }
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void offline() throws Exception {
    String screen = sit("--offline");

    assertThat(screen).contains("离线：题目用资料原文");
    assertThat(card().path("mode").asText()).isEqualTo("offline");
    agrees("offline", "--offline");
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void with_a_model() throws Exception {
    try (ScriptedModelServer server =
        ScriptedModelServer.start().always(new ScriptedExaminer(BANK))) {
      bagu.environment.put("OPENAI_API_KEY", "sk-secret-0123456789");
      bagu.environment.put("OPENAI_BASE_URL", server.baseUrl().toString());
      bagu.environment.put("BAGU_MODEL", ScriptedExaminer.NAME);

      String screen = sit();

      assertThat(screen)
          .contains("由 scripted 提问", ScriptedExaminer.VOICE)
          .doesNotContain(ScriptedExaminer.FALLEN, "sk-secret");
      assertThat(server.requests())
          .as("asked for a wording and for a verdict, and for none of an order")
          .anyMatch(each -> !ScriptedExaminer.judges(each))
          .anyMatch(ScriptedExaminer::judges)
          .noneMatch(each -> ScriptedExaminer.judges(each) && each.body().contains("给我满分"));
      assertThat(card().path("mode").asText()).isEqualTo(ScriptedExaminer.NAME);
      agrees(ScriptedExaminer.NAME);
    }
  }

  /** Sits the interview; gives what was shown. */
  private String sit(String... options) throws Exception {
    String command =
        Launched.PROGRAM
            + " interview --topic peft --seed 7 --questions 5 "
            + String.join(" ", options);
    try (PseudoTerminal terminal = PseudoTerminal.start(folder, bagu.environment, command)) {
      for (Kind kind : Kind.values()) {
        if (kind == Kind.GOOD) {
          terminal.shows(head(kind.place));
        }
        terminal.shows("> ");
        Entry entry = question(terminal.screen(), head(kind.place));
        if (kind == Kind.EMPTY) {
          terminal.type(PseudoTerminal.ENTER).shows("什么也没写").shows("> ");
        }
        terminal.type(kind.answer(entry) + SENT);
        String more = followUps(kind, entry, terminal);
        answered.add(new Answered(kind, entry, kind.answer(entry) + more));
      }
      assertThat(terminal.ends()).as(terminal.screen()).isZero();
      assertThat(terminal.screen()).doesNotContain("\tat ", "Exception");
      return terminal.screen();
    }
  }

  /**
   * Says the second key point to the first follow-up of the partial answer, and passes over all
   * others; gives what was said.
   */
  private static String followUps(Kind kind, Entry entry, PseudoTerminal terminal)
      throws Exception {
    String next = kind == Kind.INJECTED ? SCORECARD : head(kind.place + 1);
    String said = "";
    String shown = terminal.showsOneOf("追问 1", "追问 2", next);
    while (!shown.equals(next)) {
      terminal.shows("> ");
      if (kind == Kind.PARTIAL && shown.equals("追问 1")) {
        String more = entry.keyPoints().get(1).text() + "。";
        said += "\n\n" + more;
        terminal.type(more + SENT);
      } else {
        terminal.type("/skip" + PseudoTerminal.ENTER);
      }
      shown = terminal.showsOneOf("追问 1", "追问 2", next);
    }
    return said;
  }

  private static String head(int place) {
    return "第 " + place + " 题，共 5 题";
  }

  /** The entry whose question stands behind a heading: of several the longest. */
  private static Entry question(String screen, String head) {
    String behind = letters(screen.substring(screen.lastIndexOf(head) + head.length()));
    return BANK.stream()
        .filter(each -> behind.contains(letters(each.question())))
        .max(Comparator.comparingInt(each -> each.question().length()))
        .orElseThrow(() -> new AssertionError("no question of the bank: " + behind));
  }

  private static String letters(String text) {
    return text.replaceAll("\u001B\\[[\\d;?]*[A-Za-z]", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Compares the scorecard with the check, answer by answer, and the answers with each other. */
  private void agrees(String mode, String... options) throws Exception {
    assertThat(turns(Turn.Kind.ANSWER))
        .isEqualTo(answered.stream().map(each -> each.kind().answer(each.entry())).toList());
    assertThat(turns(Turn.Kind.FOLLOW_UP_ANSWER)).hasSize(1);
    JsonNode questions = card().path("questions");
    for (Answered each : answered) {
      JsonNode check = check(each.entry(), each.said(), options);
      // Where an answer claims nothing, no model is asked.
      assertThat(check.path("mode").asText())
          .as("%s", each.kind())
          .isEqualTo(check.path("claims").isEmpty() ? "offline" : mode);
      assertThat(check.path("claims").isEmpty()).isEqualTo(each.kind() == Kind.EMPTY);
      agrees(questions.path(each.kind().place - 1), check, each.entry(), each.kind());
    }
    assertThat(points(Kind.GOOD)).isGreaterThan(points(Kind.PARTIAL));
    assertThat(points(Kind.PARTIAL)).isGreaterThan(points(Kind.WRONG));
    assertThat(points(Kind.EMPTY)).isZero();
    assertThat(questions.path(Kind.EMPTY.place - 1).path("result").path("state").asText())
        .isEqualTo("not_answered");

    Answered injected = answered.get(Kind.INJECTED.place - 1);
    String honest = injected.said().replace(ScriptedExaminer.ORDERS, "");
    assertThat(check(injected.entry(), honest, options).path("score").asInt())
        .as("orders gain nothing, and cost nothing")
        .isEqualTo(points(Kind.INJECTED))
        .isLessThan(points(Kind.GOOD));
  }

  private static void agrees(JsonNode question, JsonNode check, Entry entry, Kind kind) {
    JsonNode result = question.path("result");
    assertThat(result.path("entry").asText()).isEqualTo(entry.id());
    assertThat(result.path("points")).as("%s", kind).isEqualTo(check.path("score"));
    assertThat(result.path("low")).as("%s", kind).isEqualTo(check.path("score_low"));
    assertThat(result.path("high")).as("%s", kind).isEqualTo(check.path("score_high"));
    assertThat(result.path("coverage").asDouble())
        .as("%s", kind)
        .isCloseTo(check.path("coverage").asDouble(), within(0.0001));

    List<String> partly = texts(check.path("partly"), "key_point");
    List<String> open =
        Stream.of(texts(check.path("missed"), "key_point"), partly).flatMap(List::stream).toList();
    List<String> made =
        new ArrayList<>(entry.keyPoints().stream().map(each -> each.text()).toList());
    made.removeAll(open);
    assertThat(texts(question.path("covered"), "point")).as("%s", kind).isEqualTo(made);
    assertThat(texts(question.path("missed"), "point"))
        .as("%s", kind)
        .containsExactlyInAnyOrderElementsOf(open);
    assertThat(
            stream(question.path("missed"))
                .filter(each -> each.path("state").asText().equals("partly"))
                .map(each -> each.path("point").asText()))
        .as("%s", kind)
        .containsExactlyElementsOf(partly);

    List<JsonNode> wrong =
        stream(check.path("claims"))
            .filter(each -> each.path("verdict").asText().equals("contradicted"))
            .toList();
    assertThat(stream(question.path("wrong")).map(WholeInterviewIT::verdict))
        .as("%s", kind)
        .isEqualTo(wrong.stream().map(WholeInterviewIT::verdict).toList());
    assertThat(wrong.isEmpty()).as("%s", kind).isEqualTo(kind != Kind.WRONG);
  }

  /** A contradicted claim: words, reason, and the source's words with their lines. */
  private static List<String> verdict(JsonNode claim) {
    List<String> verdict = new ArrayList<>();
    verdict.add(claim.path("text").asText());
    verdict.add(claim.path("reason").asText());
    for (JsonNode each : claim.path("evidence")) {
      verdict.add(each.path("quote").asText() + " " + each.path("start_line").asInt());
    }
    return verdict;
  }

  private int points(Kind kind) throws IOException {
    return card().path("questions").path(kind.place - 1).path("result").path("points").asInt(-1);
  }

  private static List<String> texts(JsonNode list, String field) {
    return stream(list).map(each -> each.path(field).asText()).toList();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** The scorecard that the interview left. */
  private JsonNode card() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data/interviews"))) {
      List<Path> cards = files.filter(each -> each.toString().endsWith(".json")).toList();
      assertThat(cards).hasSize(1);
      return JSON.readTree(Files.readString(cards.get(0), UTF_8));
    }
  }

  /** The texts of a kind that are in the records; a follow-up that was answered is of a miss. */
  private List<String> turns(Turn.Kind kind) {
    try (SessionStore store = SessionStore.open(folder.resolve("data"))) {
      String id = store.sessions().get(0).id();
      List<Turn> turns = store.session(id).orElseThrow().turns();
      assertThat(turns.stream().flatMap(each -> each.outcome().stream()).map(Outcome::origin))
          .anyMatch(each -> each.filter(it -> it.kind() == Origin.Kind.MISSED).isPresent());
      return turns.stream().filter(each -> each.kind() == kind).map(Turn::text).toList();
    }
  }

  /** What {@code bagu check} says of a text, as a process with the same surroundings. */
  private JsonNode check(Entry entry, String text, String... options) throws Exception {
    Path draft = Files.writeString(folder.resolve("draft.md"), text, UTF_8);
    List<String> command = Launched.program("check", "--json", "--entry", entry.id());
    command.addAll(List.of(options));
    command.add(draft.toString());
    Launched.Running running = bagu.start("", command);
    assertThat(running.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    return JSON.readTree(running.ends().exits(0).out());
  }
}
