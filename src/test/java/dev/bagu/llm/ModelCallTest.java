package dev.bagu.llm;

import static dev.bagu.testing.ScriptedReply.error;
import static dev.bagu.testing.ScriptedReply.hang;
import static dev.bagu.testing.ScriptedReply.status;
import static dev.bagu.testing.ScriptedReply.text;
import static dev.bagu.testing.ScriptedReply.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bagu.llm.ModelFailure.Kind;
import dev.bagu.testing.ScriptedModelServer;
import dev.bagu.testing.ScriptedReply;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.output.FinishReason;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelCallTest {
  private final ScriptedModelServer server = ScriptedModelServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void streams_words_in_order_and_returns_the_whole() {
    server.reply(text("LoRA 冻结 原权重 [1]"));
    List<String> pieces = new ArrayList<>();

    try (ChatModels models = TestModels.open(server)) {
      Reply reply = models.call().stream(TestModels.QUESTION, pieces::add);

      assertThat(pieces).containsExactly("LoRA ", "冻结 ", "原权重 ", "[1]");
      assertThat(reply.text()).isEqualTo("LoRA 冻结 原权重 [1]");
      assertThat(reply.finishReason()).isEqualTo(FinishReason.STOP);
      assertThat(reply.complete()).isTrue();
    }
  }

  @Test
  void sends_question_model_and_key_to_the_configured_address() {
    server.always(request -> text("You said: " + request.message("user")));

    try (ChatModels models = TestModels.open(server)) {
      assertThat(models.call().complete(TestModels.QUESTION).text())
          .isEqualTo("You said: LoRA 为什么省显存?");
    }

    assertThat(server.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.line()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
              assertThat(request.header("authorization")).contains("Bearer " + TestModels.KEY);
              assertThat(request.json().path("model").asText()).isEqualTo("scripted");
              assertThat(request.header("upgrade")).isEmpty();
            });
  }

  @Test
  void sends_the_schema_of_a_json_answer() {
    server.reply(text("{\"made\":true}"));
    JsonSchema schema =
        JsonSchema.builder()
            .name("point")
            .rootElement(JsonObjectSchema.builder().addBooleanProperty("made").build())
            .build();

    try (ChatModels models = TestModels.open(server)) {
      assertThat(models.call().complete(TestModels.QUESTION, schema).text())
          .isEqualTo("{\"made\":true}");
    }

    assertThat(server.requests().get(0).json().at("/response_format/json_schema/name").asText())
        .isEqualTo("point");
  }

  @Test
  void reuses_one_connection_for_calls_in_a_row() {
    server.always(request -> text("ok"));

    try (ChatModels models = TestModels.open(server)) {
      for (int i = 0; i < 100; i++) {
        models.call().stream(TestModels.QUESTION, piece -> {});
        models.call().complete(TestModels.QUESTION);
      }
      assertThat(server.acceptedConnections()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void a_refused_connection_is_tried_again_and_then_named() {
    URI nobody = ScriptedModelServer.refusing();

    try (ChatModels models = ChatModels.open(TestModels.settings(nobody, TestModels.QUICK))) {
      assertThatThrownBy(() -> models.call().stream(TestModels.QUESTION, piece -> {}))
          .hasMessage(
              "cannot reach "
                  + nobody
                  + " (connection refused); check the address and the network, or use --offline");
      assertThatThrownBy(() -> models.call().complete(TestModels.QUESTION))
          .asInstanceOf(InstanceOfAssertFactories.type(ModelFailure.class))
          .returns(Kind.UNREACHABLE, ModelFailure::kind)
          .returns(true, ModelFailure::retryable);
    }
  }

  @Test
  void an_unknown_host_is_named() {
    URI unknown = URI.create("http://no-such-host.invalid/v1");

    try (ChatModels models = ChatModels.open(TestModels.settings(unknown, TestModels.PATIENT))) {
      assertThatThrownBy(() -> models.call().stream(TestModels.QUESTION, piece -> {}))
          .hasMessageContaining("cannot reach http://no-such-host.invalid/v1 (no such host)");
      assertThatThrownBy(() -> models.call().complete(TestModels.QUESTION))
          .hasMessageContaining("(no such host)");
    }
  }

  @Test
  void retry_after_is_waited_for() {
    server.reply(error(429, "slow down", "Retry-After: 1"), text("ok"));

    try (ChatModels models = TestModels.open(server)) {
      long start = System.nanoTime();
      models.call().complete(TestModels.QUESTION);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
    }
  }

  @Test
  void a_redirect_takes_the_key_nowhere() {
    try (ScriptedModelServer elsewhere = ScriptedModelServer.start();
        ChatModels models = TestModels.open(server)) {
      server.always(r -> status(307, "", "Location: " + elsewhere.baseUrl() + "/chat/completions"));

      assertThatThrownBy(() -> models.call().stream(TestModels.QUESTION, piece -> {}))
          .hasMessageContaining("redirects to " + elsewhere.baseUrl());
      assertThatThrownBy(() -> models.call().complete(TestModels.QUESTION))
          .hasMessageContaining("which is not followed");
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void a_key_that_the_server_quotes_back_is_masked() {
    server.always(
        r -> error(401, "Incorrect API key: " + TestModels.KEY + " or sk-pro*****\u001b[31mcdef"));

    try (ChatModels models = TestModels.open(server)) {
      assertThatThrownBy(() -> models.call().complete(TestModels.QUESTION))
          .hasMessage(
              server.baseUrl()
                  + " does not accept the API key (HTTP 401: Incorrect API key: *** or ***"
                  + " [31mcdef); check OPENAI_API_KEY");
    }
  }

  @Test
  void cancelling_from_another_thread_keeps_the_text_and_closes_the_connection() throws Exception {
    server.reply(words("LoRA ").thenHang());
    CountDownLatch begun = new CountDownLatch(1);

    try (ChatModels models = TestModels.open(server, TestModels.PATIENT)) {
      CompletableFuture<Reply> reply =
          CompletableFuture.supplyAsync(
              () -> models.call().stream(TestModels.QUESTION, piece -> begun.countDown()));
      begun.await();
      models.cancelAll();

      assertThat(reply.get(2, TimeUnit.SECONDS).fault())
          .hasValueSatisfying(fault -> assertThat(fault.kind()).isEqualTo(Kind.CANCELLED));
      assertThat(reply.get().text()).isEqualTo("LoRA ");
      assertThat(server.awaitOpenConnections(0, Duration.ofSeconds(2))).isTrue();
    }
  }

  @Test
  void cancelling_works_before_the_first_word_within_a_pause_and_for_plain_calls() {
    List<ScriptedReply> scripts =
        List.of(hang(), words().thenHang(), error(429, "slow down", "Retry-After: 15"));
    try (ChatModels models = TestModels.open(server, TestModels.PATIENT)) {
      for (ScriptedReply script : scripts) {
        for (boolean stream : new boolean[] {true, false}) {
          server.reply(script);
          int asked = server.requests().size();
          CompletableFuture<Reply> reply =
              CompletableFuture.supplyAsync(
                  () ->
                      stream
                          ? models.call().stream(TestModels.QUESTION, piece -> {})
                          : models.call().complete(TestModels.QUESTION));
          awaitRequest(asked + 1);
          models.cancelAll();

          assertThatThrownBy(() -> reply.get(2, TimeUnit.SECONDS))
              .isInstanceOf(ExecutionException.class)
              .cause()
              .hasMessage("the answer of model scripted was stopped");
        }
      }
      server.reply(text("ok"));
      assertThat(models.call().complete(TestModels.QUESTION).text()).isEqualTo("ok");
    }
  }

  @Test
  void a_closed_model_answers_no_more() {
    ChatModels models = TestModels.open(server);
    models.close();

    assertThatThrownBy(() -> models.call().complete(TestModels.QUESTION))
        .hasMessage("the answer of model scripted was stopped");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void interrupting_the_thread_cancels_and_leaves_it_interrupted() throws Exception {
    server.reply(words("LoRA ").thenHang());
    CompletableFuture<String> seen = new CompletableFuture<>();

    try (ChatModels models = TestModels.open(server, TestModels.PATIENT)) {
      CountDownLatch begun = new CountDownLatch(1);
      Thread asking =
          new Thread(
              () -> {
                Reply reply = models.call().stream(TestModels.QUESTION, piece -> begun.countDown());
                seen.complete(reply.text() + Thread.currentThread().isInterrupted());
              });
      asking.start();
      begun.await();
      asking.interrupt();

      assertThat(seen.get(2, TimeUnit.SECONDS)).isEqualTo("LoRA true");
      assertThat(server.awaitOpenConnections(0, Duration.ofSeconds(2))).isTrue();
    }
  }

  @Test
  void what_the_consumer_throws_cancels_and_comes_through() {
    server.reply(words("LoRA ", "冻结").thenHang());
    RuntimeException gone = new IllegalStateException("the browser went away");

    try (ChatModels models = TestModels.open(server, TestModels.PATIENT)) {
      assertThatThrownBy(
              () ->
                  models.call().stream(
                      TestModels.QUESTION,
                      piece -> {
                        throw gone;
                      }))
          .isSameAs(gone);
      assertThat(server.awaitOpenConnections(0, Duration.ofSeconds(2))).isTrue();
    }
  }

  @Test
  void leaves_no_thread_and_no_connection_behind() throws Exception {
    server.always(request -> text("ok"));
    server.reply(hang(), words("LoRA").thenHang());
    ask(server);

    for (int i = 0; i < 100 && (modelThreads() > 0 || server.openConnections() > 0); i++) {
      System.gc(); // JDK 17's client ends its selector thread when nobody holds it any more
      Thread.sleep(50);
    }

    assertThat(modelThreads()).isZero();
    assertThat(server.openConnections()).isZero();
  }

  private static void ask(ScriptedModelServer server) {
    try (ChatModels models = TestModels.open(server)) {
      assertThatThrownBy(() -> models.call().stream(TestModels.QUESTION, piece -> {}))
          .isInstanceOf(ModelFailure.class);
      assertThat(models.call().stream(TestModels.QUESTION, piece -> {}).complete()).isFalse();
      assertThat(models.call().complete(TestModels.QUESTION).complete()).isTrue();
      assertThat(modelThreads()).isPositive();
    }
  }

  private static long modelThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("HttpClient-") || t.getName().equals("bagu-model"))
        .peek(t -> assertThat(t.isDaemon()).isTrue())
        .count();
  }

  private void awaitRequest(int count) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    while (server.requests().size() < count && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
