package dev.bagu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

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
   * The events that these bytes complete.
   *
   * @throws CharacterCodingException when a line is not UTF-8
   */
  List<Event> read(ByteBuffer bytes) throws CharacterCodingException {
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n') {
        endLine(events);
      } else {
        line.write(next);
      }
    }
    return events;
  }

  /**
   * The event that the end of the stream leaves unfinished, as far as it came; none when the stream
   * ended between two events.
   *
   * @throws CharacterCodingException when its last line is not UTF-8, as when a character is cut
   */
  List<Event> end() throws CharacterCodingException {
    List<Event> events = new ArrayList<>();
    endLine(events);
    dispatch(events);
    return events;
  }

  /** The first line that no event stream has, as of a web page; empty when there was none. */
  String stray() {
    return stray;
  }

  /** How many bytes of an unfinished event are held. */
  int pending() {
    return line.size() + data.length();
  }

  private void endLine(List<Event> events) throws CharacterCodingException {
    String text = decode(line.toByteArray());
    line.reset();
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.isEmpty()) {
      dispatch(events);
    } else {
      field(text);
    }
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

  private void dispatch(List<Event> events) {
    if (!data.isEmpty()) {
      events.add(new Event(type, data.toString()));
    }
    data.setLength(0);
    type = "";
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
