package dev.bagu.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;

/**
 * One request as the server got it.
 *
 * @param line its first line, such as {@code POST /v1/chat/completions HTTP/1.1}
 * @param headers by their names in small letters
 * @param body as UTF-8 text
 */
public record ReceivedRequest(String line, Map<String, String> headers, String body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Copies the headers. */
  public ReceivedRequest {
    headers = Map.copyOf(headers);
  }

  /** A header by its name in small letters. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the request is not JSON: " + body, e);
    }
  }

  /** Whether the client asked for a stream. */
  public boolean stream() {
    return json().path("stream").asBoolean(false);
  }

  /** The text of the last message of that role ("system", "user"); empty without one. */
  public String message(String role) {
    String found = "";
    for (JsonNode message : json().path("messages")) {
      if (message.path("role").asText().equals(role)) {
        JsonNode content = message.path("content");
        found = content.isTextual() ? content.asText() : content.path(0).path("text").asText();
      }
    }
    return found;
  }
}
