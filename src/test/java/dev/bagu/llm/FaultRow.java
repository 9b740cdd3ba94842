package dev.bagu.llm;

import static dev.bagu.testing.ScriptedReply.body;
import static dev.bagu.testing.ScriptedReply.delta;
import static dev.bagu.testing.ScriptedReply.status;
import static dev.bagu.testing.ScriptedReply.steps;
import static dev.bagu.testing.ScriptedReply.text;
import static dev.bagu.testing.ScriptedReply.words;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.testing.ScriptedReply;
import dev.bagu.testing.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One fault of a model server and what a call makes of it.
 *
 * @param name what the server does
 * @param script its replies, in order
 * @param outcome {@code whole TEXT}, {@code part KIND TEXT} or {@code fails KIND}
 * @param requests how many requests the server sees
 * @param kept whether the connection may stay open for the next call; else it must be gone
 * @param limits short ones for the rows that a limit ends, patient ones for all others
 */
record FaultRow(
    String name,
    List<ScriptedReply> script,
    String outcome,
    int requests,
    boolean kept,
    Limits limits) {
  static final String HTML = "<!DOCTYPE html><html><body>Sign in</body></html>";
  static final String STREAM = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
  static final Step.Hang HANG = new Step.Hang();
  static final Step.Reset RESET = new Step.Reset();
  static final Step.Close CLOSE = new Step.Close();

  static FaultRow kept(String name, String outcome, int requests, ScriptedReply... script) {
    return new FaultRow(name, List.of(script), outcome, requests, true, TestModels.PATIENT);
  }

  static FaultRow gone(String name, String outcome, int requests, ScriptedReply... script) {
    return new FaultRow(name, List.of(script), outcome, requests, false, TestModels.PATIENT);
  }

  /** A row that a time limit ends. */
  static FaultRow late(String name, String outcome, int requests, ScriptedReply... script) {
    return new FaultRow(name, List.of(script), outcome, requests, false, TestModels.QUICK);
  }

  static String inAnHour() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC));
  }

  static ScriptedReply sent(String text, Step... then) {
    Stream<Step> first = Stream.of(new Step.Send(text.getBytes(UTF_8)));
    return steps(Stream.concat(first, Arrays.stream(then)).toArray(Step[]::new));
  }

  static ScriptedReply noHttp() {
    return sent("SSH-2.0-OpenSSH_9.6\r\n", CLOSE);
  }

  static String head(int status) {
    return "HTTP/1.1 " + status + " OK\r\nContent-Length: 9999\r\n\r\n";
  }

  /** A stream of these Latin-1 bytes that then stays open, so that ending it is up to us. */
  static ScriptedReply endless(String bytes) {
    return steps(
        new Step.Send(
            ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + bytes)
                .getBytes(ISO_8859_1)),
        HANG);
  }

  static ScriptedReply page(String type) {
    return sent("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n" + HTML + "\n", HANG);
  }

  /** A word, and then signs of thinking, for longer than the quick deadline. */
  static ScriptedReply thinking() {
    Stream<Step> steps =
        Stream.of(
            new Step.Wait(Duration.ofMillis(100)),
            new Step.Send(oneChoice("{\"reasoning_content\":\"hm\"}").getBytes(UTF_8)));
    List<Step> round = steps.toList();
    Stream<Step> rounds = Stream.generate(() -> round).limit(30).flatMap(List::stream);
    return sent(
        STREAM + "data: " + ScriptedReply.delta("LoRA") + "\n\n", rounds.toArray(Step[]::new));
  }

  static Step.Drip drip(String text, int millis) {
    return new Step.Drip(text.getBytes(UTF_8), Duration.ofMillis(millis));
  }

  static byte[] cut(String text, int bytes) {
    byte[] whole = text.getBytes(UTF_8);
    return Arrays.copyOf(whole, whole.length - bytes);
  }

  static byte[] latin1(byte[] json) {
    return new String(json, UTF_8).replace("LoRA", "caf\u00e9").getBytes(ISO_8859_1);
  }

  static String choice(String delta) {
    return "{\"choices\":[{\"index\":0,\"delta\":" + delta + "}]}";
  }

  static String oneChoice(String delta) {
    return "data: " + choice(delta) + "\n\n";
  }

  static String tool(String content) {
    return "{\"content\":"
        + content
        + ",\"tool_calls\":[{\"id\":\"1\",\"index\":0,\"type\":\"function\","
        + "\"function\":{\"name\":\"rm\",\"arguments\":\"{}\"}}]}";
  }

  static String toolDelta() {
    return choice(tool("null"));
  }

  static ScriptedReply message(String message, String reason) {
    String json =
        "{\"choices\":[{\"message\":" + message + ",\"finish_reason\":\"" + reason + "\"}]}";
    return body(json.getBytes(UTF_8));
  }

  static String[] manyWords() {
    String[] words = new String[500];
    Arrays.fill(words, "x".repeat(10_000));
    return words;
  }

  @Override
  public String toString() {
    return name + " -> " + outcome.substring(0, Math.min(40, outcome.length()));
  }
}
