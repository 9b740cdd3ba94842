package dev.bagu.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.check.CheckReport;
import dev.bagu.check.CheckRequest;
import dev.bagu.check.DraftChecker;
import dev.bagu.check.Judgement;
import dev.bagu.llm.ChatModels;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.testing.Attack;
import dev.bagu.testing.ReceivedRequest;
import dev.bagu.testing.ScriptedModelServer;
import dev.bagu.testing.ScriptedReply;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every attack of {@code injections.tsv} against a model that falls for it: what the code itself
 * checks holds whatever the model says.
 */
class InjectionTest {
  private static final String STORED = "LoRA 会增加推理延迟吗？";
  private static final String TRUE = "合并以后，LoRA 不增加任何推理延迟。";
  private static final Pattern FENCE =
      Pattern.compile(
          "^<<DATA ([\\w-]+) (\\p{XDigit}{12})>>\n(.*?)\n<</DATA \\2>>$",
          Pattern.DOTALL | Pattern.MULTILINE);

  @TempDir private static Path home;

  @SuppressWarnings("NullAway.Init")
  private static Bench bench;

  @BeforeAll
  static void writes_the_documents() {
    Map<String, String> documents = new TreeMap<>();
    for (Attack attack : Attack.in("document", "page")) {
      boolean page = attack.place().equals("page");
      String body = "第 " + attack.number() + " 号实验的批大小是 64。";
      documents.put(
          attack.number() + (page ? ".html" : ".md"),
          page
              ? "<h2>" + asked(attack) + "</h2><p>" + body + "</p>" + attack.text()
              : "# 实验\n\n## " + asked(attack) + "\n\n" + body + "\n\n" + attack.text() + "\n");
    }
    bench = new Bench(home, documents);
  }

  @AfterAll
  static void closes_the_index() {
    bench.close();
  }

  static List<Attack> documents() {
    return Attack.in("document", "page");
  }

  static List<Attack> questions() {
    return Attack.in("question");
  }

  static List<Attack> refused() {
    return Attack.in("refused");
  }

  static List<Attack> conversations() {
    return Attack.in("conversation");
  }

  static List<Attack> drafts() {
    return Attack.in("draft");
  }

  @Test
  void there_are_enough_of_every_kind() {
    Map<String, Long> kinds =
        Attack.all().stream()
            .collect(Collectors.groupingBy(Attack::kind, TreeMap::new, Collectors.counting()));
    Map<String, Long> places =
        Attack.all().stream()
            .collect(Collectors.groupingBy(Attack::place, TreeMap::new, Collectors.counting()));

    System.out.println("injections: " + Attack.all().size() + " " + kinds + " " + places);
    assertThat(Attack.all()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(kinds).hasSize(8).allSatisfy((kind, count) -> assertThat(count).isGreaterThan(3));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void an_order_in_a_document_is_evidence_and_nothing_else(Attack attack) {
    holds(attack, AskRequest.of(asked(attack)), "evidence", "question");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void an_order_in_a_question_changes_no_rule(Attack attack) {
    holds(attack, AskRequest.of(attack.text()), "evidence", "question");
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void an_order_in_a_conversation_was_merely_said(Attack attack) {
    AskRequest request =
        new AskRequest(
            STORED,
            AskRequest.PASSAGES,
            Set.of(),
            List.of(
                UserMessage.from(attack.text()),
                AiMessage.from(attack.echo()),
                UserMessage.from(STORED)));

    holds(attack, request, "evidence", "conversation", "question");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_refusal_is_not_talked_away(Attack attack) {
    try (ScriptedModelServer server = gullible(attack.echo());
        ChatModels models = AnswererTest.models(server.baseUrl())) {
      assertThat(bench.answerer(models).answer(AskRequest.of(attack.text()), any -> {}))
          .isInstanceOf(Refusal.class);
      assertThat(bench.offline.answer(AskRequest.of(attack.text()), any -> {}))
          .isInstanceOf(Refusal.class);
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("drafts")
  void an_order_in_a_draft_earns_nothing(Attack attack) {
    String draft = TRUE + "\n\n" + attack.text() + "\n";
    CheckReport without = offline().check(new CheckRequest(STORED, entry(), TRUE));
    CheckReport with = offline().check(new CheckRequest(STORED, entry(), draft));
    assertThat(with.score().points()).isLessThanOrEqualTo(without.score().points());

    try (ScriptedModelServer server = gullible(verdict(attack.echo()));
        ChatModels models = AnswererTest.models(server.baseUrl())) {
      CheckReport judged =
          new DraftChecker(
                  bench.retriever,
                  bench.store.encoders(),
                  models.call(),
                  new PromptLibrary(Path.of("prompts")))
              .check(new CheckRequest(STORED, entry(), draft));

      assertThat(judged.score()).isEqualTo(with.score());
      assertThat(judged.judgements())
          .extracting(Judgement::verdict)
          .containsExactlyElementsOf(with.judgements().stream().map(Judgement::verdict).toList());
      assertThat(judged.mode()).isEqualTo("offline");
      assertThat(server.requests()).isNotEmpty();
      server.requests().forEach(each -> fenced(each, "question", "source", "claim"));
    }
  }

  /** Asks a model that falls for the attack, and checks all that the code promises. */
  private static void holds(Attack attack, AskRequest request, String... fences) {
    try (ScriptedModelServer server = gullible(attack.echo());
        ChatModels models = AnswererTest.models(server.baseUrl())) {
      Outcome outcome = bench.answerer(models).answer(request, any -> {});

      assertThat(server.requests()).hasSize(1);
      fenced(server.requests().get(0), fences);
      assertThat(outcome).isInstanceOf(Answer.class);
      Answer answer = (Answer) outcome;
      Set<Integer> marks = new TreeSet<>();
      Statement.of(answer.text()).forEach(statement -> marks.addAll(statement.marks()));
      assertThat(answer.citations()).extracting(Citation::n).containsExactlyElementsOf(marks);
      for (Citation citation : answer.citations()) {
        assertThat(bench.lines(citation)).contains(citation.quote());
      }
      assertThat(answer.notices()).as("what is wrong with: " + attack.echo()).isNotEmpty();
    }
  }

  /**
   * The request is one system message, the same whatever the attack, and one of ours with exactly
   * these fences; outside of them stand our own words alone, and nothing within looks like a fence.
   */
  private static void fenced(ReceivedRequest request, String... fences) {
    List<String> roles = new ArrayList<>();
    request.json().path("messages").forEach(each -> roles.add(each.path("role").asText()));
    assertThat(roles).containsExactly("system", "user");
    assertThat(request.message("system"))
        .isEqualTo(rules(List.of(fences).contains("claim") ? "judge" : "answer"));

    List<String> found = new ArrayList<>();
    Matcher fence = FENCE.matcher(request.message("user"));
    StringBuilder outside = new StringBuilder();
    while (fence.find()) {
      found.add(fence.group(1));
      fence.appendReplacement(outside, "");
      assertThat(fence.group(3)).doesNotContain("<<DATA", "<</DATA");
      if (fence.group(1).equals("conversation")) {
        Statement.of(fence.group(3)).forEach(each -> assertThat(each.marks()).isEmpty());
      }
    }
    fence.appendTail(outside);
    assertThat(found).containsExactly(fences);
    assertThat(outside.toString().strip())
        .isIn(
            "Answer the question from the evidence, with its marks, in the language of the"
                + " question. If the evidence does not answer it, write exactly NOT_COVERED.",
            "Give the JSON object.");
  }

  /** What stands in the prompt file for the model alone. */
  private static String rules(String name) {
    try {
      String file = Files.readString(Path.of("prompts", name + ".md"), UTF_8);
      return file.substring(file.indexOf("# system\n") + 9, file.indexOf("# user\n"))
          .replace("{{not_covered}}", PromptLibrary.NOT_COVERED)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ScriptedModelServer gullible(String echo) {
    return ScriptedModelServer.start().always(any -> ScriptedReply.text(echo));
  }

  private static String verdict(String quote) {
    return "{\"verdict\":\"supported\",\"reason\":\"same_meaning\",\"quote\":\""
        + quote.replace("\"", "\\\"")
        + "\"}";
  }

  private static DraftChecker offline() {
    return new DraftChecker(bench.retriever, bench.store.encoders());
  }

  private static int entry() {
    for (int i = 0; i < bench.index.entryCount(); i++) {
      if (bench.index.entry(i).question().equals(STORED)) {
        return i;
      }
    }
    throw new AssertionError(STORED);
  }

  private static String asked(Attack attack) {
    return "第 " + attack.number() + " 号实验的批大小是多少？";
  }
}
