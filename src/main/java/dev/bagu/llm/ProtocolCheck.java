package dev.bagu.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bagu.llm.ModelFailure.Kind;
import java.util.Optional;

/**
 * Looks at a reply's JSON before LangChain4j does, so that what is not a chat completion ends as a
 * {@link Fault} with a kind, and never as a null pointer, a silent gap or a stack trace.
 */
final class ProtocolCheck {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The end mark of a stream. */
  static final String DONE = "[DONE]";

  private ProtocolCheck() {}

  /** A reply of another shape, before it is known which endpoint to name. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final Kind kind;

    Fault(Kind kind, String detail) {
      super(detail);
      this.kind = kind;
    }

    Kind kind() {
      return kind;
    }

    String detail() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * What one event of a stream brings.
   *
   * @param sign whether the model shows that it works: text, reasoning or a tool call
   * @param delivered whether it hands something to the caller that a retry would repeat
   * @param finished whether it gives a finish reason
   */
  record Progress(boolean sign, boolean delivered, boolean finished) {}

  /** Checks an event of a stream, other than its end mark. */
  static Progress event(EventReader.Event event) throws Fault {
    JsonNode root = parse(event.data());
    if (event.type().equals("error") || isError(root)) {
      throw new Fault(Kind.SERVER_ERROR, errorText(root).orElse("error event"));
    }
    JsonNode choices = root.path("choices");
    expect(root.isObject() && isOptional(choices, choices.isArray()), "an event without choices");
    if (choices.isEmpty()) {
      return new Progress(false, false, false);
    }
    JsonNode choice = choices.get(0);
    JsonNode delta = choice.path("delta");
    expect(choice.isObject() && isOptional(delta, delta.isObject()), "a choice of unknown shape");
    checkMessage(delta);
    boolean delivered = hasText(delta, "content") || !delta.path("tool_calls").isEmpty();
    boolean sign = delivered || hasText(delta, "reasoning_content") || hasText(delta, "reasoning");
    return new Progress(sign, delivered, hasText(choice, "finish_reason"));
  }

  /** Checks the body of a plain reply. */
  static void plain(String body) throws Fault {
    if (body.isBlank()) {
      throw new Fault(Kind.EMPTY, "no body");
    }
    notAPage(body);
    JsonNode root = parse(body);
    if (isError(root)) {
      throw new Fault(Kind.SERVER_ERROR, errorText(root).orElse("error object"));
    }
    JsonNode choices = root.path("choices");
    expect(root.isObject() && choices.isArray(), "no list of choices");
    if (choices.isEmpty()) {
      throw new Fault(Kind.EMPTY, "no choice");
    }
    expect(choices.size() == 1, choices.size() + " choices where one was asked for");
    JsonNode message = choices.get(0).path("message");
    expect(message.isObject(), "a choice without a message");
    checkMessage(message);
  }

  /** Fails when the text begins as a web page does. */
  static void notAPage(String text) throws Fault {
    if (text.stripLeading().startsWith("<")) {
      throw new Fault(Kind.NOT_AN_API, "HTML");
    }
  }

  /** What an error body says: its message, or else its beginning. */
  static String errorDetail(String body) {
    try {
      return errorText(parse(body)).orElse(body);
    } catch (Fault notJson) {
      return body.stripLeading().startsWith("<") ? "a web page" : body;
    }
  }

  /** The machine-readable code of an error body; empty without one. */
  static String errorCode(String body) {
    try {
      JsonNode error = parse(body).path("error");
      return error.path("code").asText("") + " " + error.path("type").asText("");
    } catch (Fault notJson) {
      return "";
    }
  }

  private static void checkMessage(JsonNode message) throws Fault {
    JsonNode content = message.path("content");
    JsonNode tools = message.path("tool_calls");
    expect(isOptional(content, content.isTextual()), "content that is not text");
    expect(isOptional(tools, tools.isArray()), "tool calls that are no list");
    if (hasText(message, "refusal")) {
      throw new Fault(Kind.FILTERED, message.path("refusal").asText());
    }
  }

  private static boolean isError(JsonNode root) {
    JsonNode error = root.path("error");
    return !error.isMissingNode() && !error.isNull() && root.path("choices").isEmpty();
  }

  private static Optional<String> errorText(JsonNode root) {
    JsonNode error = root.path("error");
    for (JsonNode candidate : new JsonNode[] {error.path("message"), error, root.path("message")}) {
      if (candidate.isTextual() && !candidate.asText().isBlank()) {
        return Optional.of(candidate.asText());
      }
    }
    return Optional.empty();
  }

  private static boolean hasText(JsonNode node, String field) {
    return node.path(field).isTextual() && !node.path(field).asText().isEmpty();
  }

  private static boolean isOptional(JsonNode node, boolean rightType) {
    return rightType || node.isMissingNode() || node.isNull();
  }

  private static void expect(boolean met, String detail) throws Fault {
    if (!met) {
      throw new Fault(Kind.MALFORMED, detail);
    }
  }

  private static JsonNode parse(String text) throws Fault {
    try {
      JsonNode root = JSON.readTree(text);
      expect(root != null && !root.isMissingNode(), "no JSON");
      return root;
    } catch (JsonProcessingException e) {
      throw new Fault(Kind.MALFORMED, "broken JSON");
    }
  }
}
