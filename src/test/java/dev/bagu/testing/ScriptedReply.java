package dev.bagu.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the server does with one request: a list of {@link Step}s, made for the request, so that one
 * reply serves plain and streamed calls.
 *
 * <p>Example: {@code ScriptedReply.text("LoRA freezes the weights [1]")}; {@code
 * ScriptedReply.words("LoRA ", "freezes").thenHang()}.
 */
@FunctionalInterface
public interface ScriptedReply {
  /** The steps for this request. */
  List<Step> steps(ReceivedRequest request);

  /** A whole answer; streamed word by word when the client asks for a stream. */
  static ScriptedReply text(String text) {
    return words(text.split("(?<= )|(?<=[。！？\n])")).finished("stop");
  }

  /** The beginning of an answer in the given pieces; say how it goes on. */
  static Beginning words(String... words) {
    return new Beginning(List.of(words));
  }

  /** A status with headers ("Name: value") and a body. */
  static ScriptedReply status(int status, String body, String... headers) {
    return request -> List.of(new Step.Send(head(status, body.getBytes(UTF_8), headers)));
  }

  /** An error as OpenAI words it. */
  static ScriptedReply error(int status, String message, String... headers) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.putObject("error").put("message", message).put("code", "status_" + status);
    List<String> all = new ArrayList<>(List.of("Content-Type: application/json"));
    all.addAll(Arrays.asList(headers));
    return status(status, error.toString(), all.toArray(String[]::new));
  }

  /** A body of bytes with status 200, JSON or event stream as asked for, of declared length. */
  static ScriptedReply body(byte[] body) {
    return request -> List.of(new Step.Send(head(200, body, type(request))));
  }

  /** The events given, as a whole stream; their data is used as it stands. */
  static ScriptedReply events(String... data) {
    StringBuilder stream = new StringBuilder();
    for (String event : data) {
      stream.append("data: ").append(event).append("\n\n");
    }
    return body(stream.toString().getBytes(UTF_8));
  }

  /** Steps as they stand. */
  static ScriptedReply steps(Step... steps) {
    return request -> List.of(steps);
  }

  /** Does nothing until the client goes. */
  static ScriptedReply hang() {
    return steps(new Step.Hang());
  }

  /** Resets the connection before any reply. */
  static ScriptedReply reset() {
    return steps(new Step.Reset());
  }

  /** The same reply, begun after a pause. */
  default ScriptedReply after(Duration pause) {
    return request -> {
      List<Step> steps = new ArrayList<>(List.of(new Step.Wait(pause)));
      steps.addAll(steps(request));
      return steps;
    };
  }

  /** The same reply, and then this. */
  default ScriptedReply andThen(Step step) {
    return request -> {
      List<Step> steps = new ArrayList<>(steps(request));
      steps.add(step);
      return steps;
    };
  }

  /** An event with a piece of text. */
  static String delta(String content) {
    ObjectNode root = chunk();
    ObjectNode choice = root.withArray("choices").addObject().put("index", 0);
    choice.putObject("delta").put("content", content);
    choice.putNull("finish_reason");
    return root.toString();
  }

  /** An event with the reason to stop. */
  static String finish(String reason) {
    ObjectNode root = chunk();
    ObjectNode choice = root.withArray("choices").addObject().put("index", 0);
    choice.putObject("delta");
    choice.put("finish_reason", reason);
    return root.toString();
  }

  /** A plain reply with one choice. */
  static String completion(String content, String finishReason) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("id", "chatcmpl-1").put("object", "chat.completion").put("model", "scripted");
    ObjectNode choice = root.withArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", content);
    choice.put("finish_reason", finishReason);
    return root.toString();
  }

  private static ObjectNode chunk() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    return root.put("id", "chatcmpl-1").put("object", "chat.completion.chunk");
  }

  private static String type(ReceivedRequest request) {
    return "Content-Type: " + (request.stream() ? "text/event-stream" : "application/json");
  }

  private static byte[] head(int status, byte[] body, String... headers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String lines = String.join("\r\n", headers);
    out.writeBytes(
        ("HTTP/1.1 " + status + " Scripted\r\nContent-Length: " + body.length + "\r\n" + lines)
            .getBytes(UTF_8));
    out.writeBytes((lines.isEmpty() ? "\r\n" : "\r\n\r\n").getBytes(UTF_8));
    out.writeBytes(body);
    return out.toByteArray();
  }

  /** The words of an answer, before it is said how it ends. */
  final class Beginning {
    private final List<String> words;
    private Duration pause = Duration.ZERO;
    private final Map<String, String> headers = new TreeMap<>();

    private Beginning(List<String> words) {
      this.words = words;
    }

    /** Waits before each word. */
    public Beginning each(Duration time) {
      pause = time;
      return this;
    }

    /** Sends a further header. */
    public Beginning header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    /** Ends in order with the finish reason. */
    public ScriptedReply finished(String reason) {
      return request ->
          request.stream()
              ? streamed(request, chunkOf(event(finish(reason)) + event("[DONE]")), chunkOf(""))
              : plain(reason);
    }

    /** Sends the words and then goes silent, as {@link #then} does. */
    public ScriptedReply thenHang() {
      return then(new Step.Hang());
    }

    /**
     * Sends the words and then does this; a plain reply does it shortly before the end of its body.
     * A reset waits a little, or it would overtake the words on their way.
     */
    public ScriptedReply then(Step step) {
      Step before = new Step.Wait(Duration.ofMillis(step instanceof Step.Reset ? 60 : 1));
      return request -> {
        if (request.stream()) {
          return streamed(request, before, step);
        }
        byte[] whole = ((Step.Send) plain("stop").get(0)).bytes();
        return List.of(new Step.Send(Arrays.copyOf(whole, whole.length - 20)), before, step);
      };
    }

    /** Sends the words, and then bytes within the body of a stream, which stays open. */
    public ScriptedReply thenBytes(byte[] bytes) {
      return request -> streamed(request, chunkOf(bytes));
    }

    private List<Step> plain(String reason) {
      byte[] body = completion(String.join("", words), reason).getBytes(UTF_8);
      return List.of(new Step.Send(head(200, body, "Content-Type: application/json")));
    }

    private List<Step> streamed(ReceivedRequest request, Step... end) {
      StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n").append(type(request));
      head.append("\r\nTransfer-Encoding: chunked\r\n");
      headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
      List<Step> steps = new ArrayList<>();
      steps.add(new Step.Send(head.append("\r\n").toString().getBytes(UTF_8)));
      for (String word : words) {
        if (!pause.isZero()) {
          steps.add(new Step.Wait(pause));
        }
        steps.add(chunkOf(event(delta(word))));
      }
      steps.addAll(Arrays.asList(end));
      return steps;
    }

    private static String event(String data) {
      return "data: " + data + "\n\n";
    }

    private static Step chunkOf(String text) {
      return chunkOf(text.getBytes(UTF_8));
    }

    private static Step chunkOf(byte[] bytes) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
      out.writeBytes(bytes);
      out.writeBytes("\r\n".getBytes(UTF_8));
      return new Step.Send(out.toByteArray());
    }
  }
}
