package dev.bagu.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.testing.ScriptedModelServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of a model server, against plain and streamed calls: what the call gives, how often
 * the server was asked, that it ended in time, what is left open, and that no message or trace
 * holds the key.
 */
class ModelFaultTest {
  @ParameterizedTest
  @MethodSource({
    "dev.bagu.llm.EitherModeFaults#inEitherMode",
    "dev.bagu.llm.StreamFaults#streamed"
  })
  void streamed_call_ends_as_the_table_says(FaultRow row) {
    check(row, call -> call.stream(TestModels.QUESTION, piece -> {}));
  }

  @ParameterizedTest
  @MethodSource({"dev.bagu.llm.EitherModeFaults#inEitherMode", "dev.bagu.llm.PlainFaults#plain"})
  void plain_call_ends_as_the_table_says(FaultRow row) {
    check(row, call -> call.complete(TestModels.QUESTION));
  }

  @ParameterizedTest
  @MethodSource("dev.bagu.llm.EitherModeFaults#huge")
  void more_text_than_an_answer_can_have_is_dropped(FaultRow row) {
    check(row, call -> call.stream(TestModels.QUESTION, piece -> {}));
    check(row, call -> call.complete(TestModels.QUESTION));
  }

  private interface Ask {
    Reply ask(ModelCall call);
  }

  private static void check(FaultRow row, Ask ask) {
    try (ScriptedModelServer server = ScriptedModelServer.start();
        ChatModels models = TestModels.open(server, row.limits())) {
      row.script().forEach(server::reply);
      long start = System.nanoTime();

      String outcome;
      try {
        Reply reply = ask.ask(models.call());
        reply.fault().ifPresent(ModelFaultTest::assertFitToShow);
        outcome =
            reply.fault().map(fault -> "part " + fault.kind()).orElse("whole") + " " + reply.text();
      } catch (ModelFailure failure) {
        assertFitToShow(failure);
        outcome = "fails " + failure.kind();
      }

      long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
      assertThat(outcome.equals(row.outcome()))
          .as("%s gave %s", row.name(), outcome.substring(0, Math.min(80, outcome.length())))
          .isTrue();
      assertThat(server.requests()).hasSize(row.requests());
      assertThat(took).isLessThan(row.limits().overall().toMillis() + 1500);
      int left = row.kept() ? Math.min(1, server.openConnections()) : 0;
      assertThat(server.awaitOpenConnections(left, Duration.ofSeconds(2)))
          .as("open connections: %s, expected %s", server.openConnections(), left)
          .isTrue();
    }
  }

  private static void assertFitToShow(ModelFailure failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(failure.getMessage()).doesNotContain("\n", "?").doesNotContainPattern("\\{\\w+}");
    assertThat(trace.toString() + failure.arguments()).doesNotContain(TestModels.KEY);
  }
}
