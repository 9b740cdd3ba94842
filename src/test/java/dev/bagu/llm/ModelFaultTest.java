package dev.bagu.llm;

import static dev.bagu.testing.ScriptedReply.body;
import static dev.bagu.testing.ScriptedReply.completion;
import static dev.bagu.testing.ScriptedReply.delta;
import static dev.bagu.testing.ScriptedReply.error;
import static dev.bagu.testing.ScriptedReply.events;
import static dev.bagu.testing.ScriptedReply.finish;
import static dev.bagu.testing.ScriptedReply.hang;
import static dev.bagu.testing.ScriptedReply.reset;
import static dev.bagu.testing.ScriptedReply.status;
import static dev.bagu.testing.ScriptedReply.steps;
import static dev.bagu.testing.ScriptedReply.text;
import static dev.bagu.testing.ScriptedReply.words;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.testing.ScriptedModelServer;
import dev.bagu.testing.ScriptedReply;
import dev.bagu.testing.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of a model server, against plain and streamed calls. The tables say what the call
 * gives: {@code whole TEXT}, {@code part KIND TEXT} or {@code fails KIND}; how many requests the
 * server saw; and whether the connection must be gone afterwards or may be kept for the next call.
 */
class ModelFaultTest {
  private static final String HTML = "<!DOCTYPE html><html><body>Sign in</body></html>";
  private static final String STREAM = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
  private static final Step.Hang HANG = new Step.Hang();
  private static final Step.Reset RESET = new Step.Reset();
  private static final Step.Close CLOSE = new Step.Close();

  /** One row; a kept connection is one that the client may reuse. */
  private record Row(
      String name, List<ScriptedReply> script, String outcome, int requests, boolean kept) {
    @Override
    public String toString() {
      return name + " -> " + outcome;
    }
  }

  private static Row kept(String name, String outcome, int requests, ScriptedReply... script) {
    return new Row(name, List.of(script), outcome, requests, true);
  }

  private static Row gone(String name, String outcome, int requests, ScriptedReply... script) {
    return new Row(name, List.of(script), outcome, requests, false);
  }

  static Stream<Row> inEitherMode() {
    ScriptedReply fine = text("LoRA [1]");
    return Stream.of(
        kept("no fault", "whole LoRA [1]", 1, fine),
        kept("reset before the reply, then fine", "whole LoRA [1]", 2, reset(), fine),
        gone("reset before every reply", "fails UNREACHABLE", 3, reset(), reset(), reset()),
        kept("closed before the reply, then fine", "whole LoRA [1]", 2, steps(CLOSE), fine),
        gone(
            "reset within the head, every time",
            "fails UNREACHABLE",
            3,
            sent("HTTP/1.1 200 OK\r\nConte", RESET),
            sent("HTTP/1.1 200 OK\r\nConte", RESET),
            sent("HTTP/1.1 200 OK\r\nConte", RESET)),
        gone("no HTTP at all", "fails UNREACHABLE", 3, noHttp(), noHttp(), noHttp()),
        kept("400", "fails BAD_REQUEST", 1, error(400, "bad")),
        kept("401", "fails UNAUTHORIZED", 1, error(401, "Incorrect API key: " + TestModels.KEY)),
        kept("402", "fails OUT_OF_QUOTA", 1, error(402, "Insufficient Balance")),
        kept("403", "fails FORBIDDEN", 1, error(403, "no")),
        kept("404", "fails NOT_FOUND", 1, error(404, "no such model")),
        kept("404 as a web page", "fails NOT_FOUND", 1, status(404, HTML)),
        kept("413", "fails BAD_REQUEST", 1, error(413, "too large")),
        kept("422", "fails BAD_REQUEST", 1, error(422, "unprocessable")),
        kept("408 once", "whole LoRA [1]", 2, error(408, "slow"), fine),
        kept("409 once", "whole LoRA [1]", 2, error(409, "conflict"), fine),
        kept("429 once", "whole LoRA [1]", 2, error(429, "slow down"), fine),
        kept(
            "429 always",
            "fails RATE_LIMITED",
            3,
            error(429, "a"),
            error(429, "b"),
            error(429, "")),
        kept(
            "429 with Retry-After: 0",
            "whole LoRA [1]",
            2,
            error(429, "slow down", "Retry-After: 0"),
            fine),
        kept(
            "429 with Retry-After: 1 waits that second",
            "whole LoRA [1]",
            2,
            error(429, "slow down", "Retry-After: 1"),
            fine),
        kept(
            "429 with Retry-After as a past date",
            "whole LoRA [1]",
            2,
            error(429, "slow down", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"),
            fine),
        kept(
            "429 with Retry-After as a date beyond the deadline",
            "fails RATE_LIMITED",
            1,
            error(429, "slow down", "Retry-After: " + inAnHour())),
        kept(
            "429 with Retry-After beyond the deadline",
            "fails RATE_LIMITED",
            1,
            error(429, "slow down", "Retry-After: 3600")),
        kept(
            "429 with nonsense for Retry-After",
            "whole LoRA [1]",
            2,
            error(429, "slow down", "Retry-After: soon"),
            fine),
        kept(
            "429 for an empty account",
            "fails OUT_OF_QUOTA",
            1,
            status(429, "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"no\"}}")),
        kept("500 once", "whole LoRA [1]", 2, error(500, "oops"), fine),
        kept("500 twice", "whole LoRA [1]", 3, error(500, "oops"), error(500, "oops"), fine),
        kept("500 always", "fails SERVER_ERROR", 3, error(500, ""), error(500, ""), error(500, "")),
        kept("501", "fails SERVER_ERROR", 1, error(501, "not implemented")),
        kept("502 once, as a web page", "whole LoRA [1]", 2, status(502, HTML), fine),
        kept("503 once", "whole LoRA [1]", 2, error(503, "busy", "Retry-After: 0"), fine),
        kept("504 once", "whole LoRA [1]", 2, error(504, "gateway"), fine),
        kept("529 once", "whole LoRA [1]", 2, error(529, "overloaded"), fine),
        gone(
            "500 whose body never ends",
            "fails SERVER_ERROR",
            3,
            sent("HTTP/1.1 500 No\r\nContent-Length: 99\r\n\r\n{", HANG),
            sent("HTTP/1.1 500 No\r\nContent-Length: 99\r\n\r\n{", HANG),
            sent("HTTP/1.1 500 No\r\nContent-Length: 99\r\n\r\n{", HANG)),
        kept("301", "fails REDIRECTED", 1, status(301, "", "Location: http://other.example/v1")),
        kept("302", "fails REDIRECTED", 1, status(302, "", "Location: https://login.example/")),
        kept("307", "fails REDIRECTED", 1, status(307, "", "Location: http://other.example/v1")),
        kept("308 without a target", "fails REDIRECTED", 1, status(308, "")),
        kept("304", "fails REDIRECTED", 1, sent("HTTP/1.1 304 No\r\n\r\n")));
  }

  static Stream<Row> streamed() {
    String stop = finish("stop");
    return Stream.of(
        gone("hang before the head", "fails NO_FIRST_TOKEN", 1, hang()),
        gone("hang after the head", "fails NO_FIRST_TOKEN", 1, words().thenHang()),
        gone("hang after two words", "part STALLED LoRA 冻结", 1, words("LoRA ", "冻结").thenHang()),
        gone(
            "drips a byte now and then",
            "fails NO_FIRST_TOKEN",
            1,
            sent(STREAM, drip("data: " + delta("LoRA"), 40))),
        gone(
            "comments instead of words",
            "fails NO_FIRST_TOKEN",
            1,
            sent(STREAM, drip(": keep-alive\n\n".repeat(9), 40))),
        gone(
            "drips words beyond the deadline",
            "part DEADLINE " + "w".repeat(9),
            1,
            words("w".repeat(40).split("")).each(Duration.ofMillis(150)).finished("stop")),
        kept(
            "slow words within the limits",
            "whole abc",
            1,
            words("a", "b", "c").each(Duration.ofMillis(120)).finished("stop")),
        gone("reset after two words", "part CUT LoRA 冻结", 1, words("LoRA ", "冻结").then(RESET)),
        gone("closed after a word", "part CUT LoRA", 1, words("LoRA").then(CLOSE)),
        kept(
            "reset after the head, then fine",
            "whole LoRA [1]",
            2,
            words().then(RESET),
            text("LoRA [1]")),
        kept("ends in order but without an end mark", "part CUT LoRA", 1, events(delta("LoRA"))),
        kept("ends in order after a finish reason", "whole LoRA", 1, events(delta("LoRA"), stop)),
        kept("end mark without a finish reason", "whole LoRA", 1, events(delta("LoRA"), "[DONE]")),
        gone(
            "silence between finish reason and end mark",
            "whole LoRA",
            1,
            words("LoRA").thenBytes(("data: " + stop + "\n\n").getBytes(UTF_8)).andThen(HANG)),
        gone(
            "connection held open after the end mark",
            "whole LoRA",
            1,
            words("LoRA")
                .thenBytes(("data: " + stop + "\n\ndata: [DONE]\n\n").getBytes(UTF_8))
                .andThen(HANG)),
        kept(
            "truncated event at the end",
            "part CUT LoRA",
            1,
            body(("data: " + delta("LoRA") + "\n\ndata: {\"choi").getBytes(UTF_8))),
        kept(
            "character cut at the end",
            "part CUT LoRA",
            1,
            body(cut("data: " + delta("LoRA") + "\n\ndata: 显", 1))),
        kept(
            "end mark without its empty line",
            "whole LoRA",
            1,
            body(("data: " + delta("LoRA") + "\n\ndata: [DONE]").getBytes(UTF_8))),
        kept(
            "CRLF, comments, ids and unknown events",
            "whole LoRA",
            1,
            body(
                (": hi\r\nid: 1\r\nretry: 5\r\nevent: x\r\ndata: "
                        + delta("LoRA")
                        + "\r\n\r\ndata:[DONE]\r\n\r\n")
                    .getBytes(UTF_8))),
        gone("malformed JSON first", "fails MALFORMED", 1, endless("data: {oops\n\n")),
        gone(
            "malformed JSON after a word",
            "part MALFORMED LoRA",
            1,
            endless("data: " + delta("LoRA") + "\n\ndata: {oops}\n\n")),
        gone(
            "invalid UTF-8",
            "part MALFORMED LoRA",
            1,
            endless("data: " + delta("LoRA") + "\n\ndata: \u00ff\u00fe\n\n")),
        gone("an array for an event", "fails MALFORMED", 1, endless("data: []\n\n")),
        gone("a number for content", "fails MALFORMED", 1, endless(oneChoice("{\"content\":7}"))),
        kept(
            "duplicate events are kept as they are",
            "whole LoRA LoRA ",
            1,
            events(delta("LoRA "), delta("LoRA "), stop, "[DONE]")),
        kept(
            "the finish reason before the words",
            "whole LoRA",
            1,
            events(stop, delta("LoRA"), "[DONE]")),
        kept(
            "words after the end mark are dropped",
            "whole LoRA",
            1,
            events(delta("LoRA"), stop, "[DONE]", delta(" evil"))),
        kept(
            "the role after the words",
            "whole LoRA",
            1,
            events(
                delta("LoRA"),
                "{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}",
                stop,
                "[DONE]")),
        kept("empty choices only", "fails EMPTY", 1, events("{\"choices\":[]}", "[DONE]")),
        kept(
            "empty choices between words",
            "whole LoRA",
            1,
            events("{\"choices\":[]}", delta("LoRA"), stop, "{\"choices\":[]}", "[DONE]")),
        kept(
            "null content", "fails EMPTY", 1, events(choice("{\"content\":null}"), stop, "[DONE]")),
        kept("white space only", "fails EMPTY", 1, events(delta(" \n"), stop, "[DONE]")),
        kept(
            "a null delta", "fails EMPTY", 1, events("{\"choices\":[{\"delta\":null}]}", "[DONE]")),
        kept("no event at all, every time", "fails CUT", 3, events(), events(), events()),
        kept("length after words", "part OUTPUT_LIMIT LoRA", 1, words("LoRA").finished("length")),
        kept("length without words", "fails OUTPUT_LIMIT", 1, words().finished("length")),
        kept("filter after words", "part FILTERED Lo", 1, words("Lo").finished("content_filter")),
        kept("filter without words", "fails FILTERED", 1, words().finished("content_filter")),
        kept("an unknown finish reason", "whole LoRA", 1, words("LoRA").finished("eos_token")),
        kept("a tool call", "fails UNREQUESTED_TOOL", 1, events(toolDelta(), finish("tool_calls"))),
        kept(
            "a tool call after words",
            "part UNREQUESTED_TOOL LoRA",
            1,
            events(delta("LoRA"), toolDelta(), finish("tool_calls"), "[DONE]")),
        gone("a refusal", "fails FILTERED", 1, endless(oneChoice("{\"refusal\":\"I can't\"}"))),
        gone(
            "an error event after a word",
            "part SERVER_ERROR LoRA",
            1,
            endless("data: " + delta("LoRA") + "\n\ndata: {\"error\":{\"message\":\"OOM\"}}\n\n")),
        gone(
            "an event of type error",
            "fails SERVER_ERROR",
            1,
            endless("event: error\ndata: {\"message\":\"overloaded\"}\n\n")),
        gone("a web page that says so", "fails NOT_AN_API", 1, page("text/html; charset=utf-8")),
        gone("a web page that does not", "fails NOT_AN_API", 1, page("text/event-stream")),
        kept(
            "plain JSON instead",
            "fails MALFORMED",
            1,
            body(completion("x", "stop").getBytes(UTF_8))));
  }

  static Stream<Row> plain() {
    byte[] fine = completion("LoRA [1]", "stop").getBytes(UTF_8);
    return Stream.of(
        gone("hang before the head", "fails DEADLINE", 1, hang()),
        gone("hang within the body", "fails STALLED", 1, words("LoRA").thenHang()),
        gone(
            "drips a byte now and then",
            "fails DEADLINE",
            1,
            sent(head(200), drip(completion("LoRA", "stop"), 40))),
        kept(
            "late but within the deadline",
            "whole LoRA [1]",
            1,
            text("LoRA [1]").after(Duration.ofMillis(700))),
        kept(
            "reset within the body, then fine",
            "whole LoRA [1]",
            2,
            words("LoRA").then(RESET),
            text("LoRA [1]")),
        gone(
            "closed within the body, every time",
            "fails CUT",
            3,
            words("LoRA").then(CLOSE),
            words("LoRA").then(CLOSE),
            words("LoRA").then(CLOSE)),
        kept("malformed JSON", "fails MALFORMED", 1, body("{\"choices\":[".getBytes(UTF_8))),
        kept("invalid UTF-8", "fails MALFORMED", 1, body(latin1(fine))),
        kept("no JSON", "fails MALFORMED", 1, body("hello".getBytes(UTF_8))),
        kept("an array", "fails MALFORMED", 1, body("[]".getBytes(UTF_8))),
        kept("an object without choices", "fails MALFORMED", 1, body("{}".getBytes(UTF_8))),
        kept("no body", "fails EMPTY", 1, body(new byte[0])),
        kept("204", "fails EMPTY", 1, sent("HTTP/1.1 204 No Content\r\n\r\n")),
        kept("empty choices", "fails EMPTY", 1, body("{\"choices\":[]}".getBytes(UTF_8))),
        kept(
            "a choice without a message",
            "fails MALFORMED",
            1,
            body("{\"choices\":[{}]}".getBytes(UTF_8))),
        kept("two choices", "fails MALFORMED", 1, body("{\"choices\":[{},{}]}".getBytes(UTF_8))),
        kept("null content", "fails EMPTY", 1, message("{\"content\":null}", "stop")),
        kept("white space only", "fails EMPTY", 1, words(" \n").finished("stop")),
        kept("a number for content", "fails MALFORMED", 1, message("{\"content\":7}", "stop")),
        kept("length after words", "part OUTPUT_LIMIT LoRA", 1, words("LoRA").finished("length")),
        kept("filter after words", "part FILTERED Lo", 1, words("Lo").finished("content_filter")),
        kept("an unknown finish reason", "whole LoRA", 1, words("LoRA").finished("eos_token")),
        kept("a tool call", "fails UNREQUESTED_TOOL", 1, message(tool("null"), "tool_calls")),
        kept(
            "a tool call after words",
            "part UNREQUESTED_TOOL LoRA",
            1,
            message(tool("\"LoRA\""), "stop")),
        kept("a refusal", "fails FILTERED", 1, message("{\"refusal\":\"I can't\"}", "stop")),
        kept(
            "an error with status 200",
            "fails SERVER_ERROR",
            1,
            body("{\"error\":{\"message\":\"OOM\"}}".getBytes(UTF_8))),
        gone("a web page that says so", "fails NOT_AN_API", 1, page("text/html")),
        kept("a web page that does not", "fails NOT_AN_API", 1, body(HTML.getBytes(UTF_8))));
  }

  static Stream<Row> huge() {
    String kept = "part TOO_LONG " + "x".repeat(Reply.MAX_TEXT);
    ScriptedReply longAnswer = words("x".repeat(5_000_000)).finished("stop");
    return Stream.of(
        kept("an answer of 5 MB in many events", kept, 1, words(manyWords()).finished("stop")),
        kept("an answer of 5 MB in one piece", kept, 1, longAnswer),
        gone("a line without end", "fails TOO_LONG", 1, endless("data: " + "x".repeat(17 << 20))));
  }

  @ParameterizedTest
  @MethodSource({"inEitherMode", "streamed"})
  void streamed_call_ends_as_the_table_says(Row row) {
    check(row, TestModels.QUICK, call -> call.stream(TestModels.QUESTION, piece -> {}));
  }

  @ParameterizedTest
  @MethodSource({"inEitherMode", "plain"})
  void plain_call_ends_as_the_table_says(Row row) {
    check(row, TestModels.QUICK, call -> call.complete(TestModels.QUESTION));
  }

  @ParameterizedTest
  @MethodSource("huge")
  void more_text_than_an_answer_can_have_is_dropped(Row row) {
    check(row, TestModels.PATIENT, call -> call.stream(TestModels.QUESTION, piece -> {}));
    check(row, TestModels.PATIENT, call -> call.complete(TestModels.QUESTION));
  }

  private interface Ask {
    Reply ask(ModelCall call);
  }

  private static void check(Row row, Limits limits, Ask ask) {
    try (ScriptedModelServer server = ScriptedModelServer.start();
        ChatModels models = TestModels.open(server, limits)) {
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
      assertThat(took).isLessThan(limits.overall().toMillis() + 1500);
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

  private static String inAnHour() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC));
  }

  private static ScriptedReply sent(String text, Step... then) {
    Stream<Step> first = Stream.of(new Step.Send(text.getBytes(UTF_8)));
    return steps(Stream.concat(first, Arrays.stream(then)).toArray(Step[]::new));
  }

  private static ScriptedReply noHttp() {
    return sent("SSH-2.0-OpenSSH_9.6\r\n", CLOSE);
  }

  private static String head(int status) {
    return "HTTP/1.1 " + status + " OK\r\nContent-Length: 9999\r\n\r\n";
  }

  /** A stream of these Latin-1 bytes that then stays open, so that ending it is up to us. */
  private static ScriptedReply endless(String bytes) {
    return steps(
        new Step.Send(
            ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + bytes)
                .getBytes(ISO_8859_1)),
        HANG);
  }

  private static ScriptedReply page(String type) {
    return sent("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n" + HTML + "\n", HANG);
  }

  private static Step.Drip drip(String text, int millis) {
    return new Step.Drip(text.getBytes(UTF_8), Duration.ofMillis(millis));
  }

  private static byte[] cut(String text, int bytes) {
    byte[] whole = text.getBytes(UTF_8);
    return Arrays.copyOf(whole, whole.length - bytes);
  }

  private static byte[] latin1(byte[] json) {
    return new String(json, UTF_8).replace("LoRA", "caf\u00e9").getBytes(ISO_8859_1);
  }

  private static String choice(String delta) {
    return "{\"choices\":[{\"index\":0,\"delta\":" + delta + "}]}";
  }

  private static String oneChoice(String delta) {
    return "data: " + choice(delta) + "\n\n";
  }

  private static String tool(String content) {
    return "{\"content\":"
        + content
        + ",\"tool_calls\":[{\"id\":\"1\",\"index\":0,\"type\":\"function\","
        + "\"function\":{\"name\":\"rm\",\"arguments\":\"{}\"}}]}";
  }

  private static String toolDelta() {
    return choice(tool("null"));
  }

  private static ScriptedReply message(String message, String reason) {
    String json =
        "{\"choices\":[{\"message\":" + message + ",\"finish_reason\":\"" + reason + "\"}]}";
    return body(json.getBytes(UTF_8));
  }

  private static String[] manyWords() {
    String[] words = new String[500];
    Arrays.fill(words, "x".repeat(10_000));
    return words;
  }
}
