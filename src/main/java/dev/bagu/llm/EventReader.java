package dev.bagu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * Cuts the bytes of a server-sent event stream (WHATWG HTML, 9.2) into events. Bytes go in as they
 * arrive, split anywhere, also within a character; whole events come out. Unlike LangChain4j's
 * parser it insists on valid UTF-8. Lines end in LF or CRLF. Not thread-safe.
 *
 * <p>Example: {@code data: {"a":1}\n\n} is one event of no type with the data {@code {"a":1}}.
 */
final class EventReader {

  /**
   * One event.
   *
   * @param type what its {@code event:} line says; empty without one
   * @param data its {@code data:} lines, joined by line feeds
   */
  record Event(String type, String data) {}

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private String type = "";
  private String stray = "";

  /**
   * Takes bytes up to the end of the next event; call again while it gives one, for the same bytes
   * may hold more.
   *
   * @throws CharacterCodingException when a line is not UTF-8
   */
  Optional<Event> next(ByteBuffer bytes) throws CharacterCodingException {
    while (bytes.hasRemaining()) {
      int start = bytes.position();
      int end = start;
      while (end < bytes.limit() && bytes.get(end) != '\n') {
        end++;
      }
      byte[] piece = new byte[end - start];
      bytes.get(piece);
      line.writeBytes(piece);
      if (bytes.hasRemaining()) {
        bytes.get();
        Optional<Event> event = endLine();
        if (event.isPresent()) {
          return event;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The event that the end of the stream leaves unfinished, as far as it came; empty when the
   * stream ended between two events.
   *
   * @throws CharacterCodingException when its last line is not UTF-8, as when a character is cut
   */
  Optional<Event> end() throws CharacterCodingException {
    Optional<Event> event = endLine();
    return event.isPresent() ? event : dispatch();
  }

  /** The first line that no event stream has, as of a web page; empty when there was none. */
  String stray() {
    return stray;
  }

  /** How many bytes of an unfinished event are held. */
  int pending() {
    return line.size() + data.length();
  }

  private Optional<Event> endLine() throws CharacterCodingException {
    String text = decode(line.toByteArray());
    line.reset();
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.isEmpty()) {
      return dispatch();
    }
    field(text);
    return Optional.empty();
  }

  private void field(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    String value = colon < 0 ? "" : text.substring(colon + 1);
    if (value.startsWith(" ")) {
      value = value.substring(1);
    }
    switch (name) {
      case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
      case "event" -> type = value;
      case "", "id", "retry" -> {}
      default -> stray = stray.isEmpty() ? text.strip() : stray;
    }
  }

  private Optional<Event> dispatch() {
    Event event = new Event(type, data.toString());
    data.setLength(0);
    type = "";
    return event.data().isEmpty() ? Optional.empty() : Optional.of(event);
  }

  /** The bytes as text, or the failure that LangChain4j would hide behind a replacement mark. */
  static String decode(byte[] bytes) throws CharacterCodingException {
    return UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }
}
