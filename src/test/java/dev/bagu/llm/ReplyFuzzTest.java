package dev.bagu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** Whatever a server replies, it passes the protocol's check or is a fault of a known kind. */
class ReplyFuzzTest {
  @FuzzTest
  void plain_reply(byte[] data) {
    String body = new String(data, UTF_8);
    try {
      ProtocolCheck.plain(body);
    } catch (ProtocolCheck.Fault fault) {
      ProtocolCheck.errorDetail(body);
      ProtocolCheck.errorCode(body);
    }
  }

  /** The first byte says how long the pieces are in which the rest comes. */
  @FuzzTest
  void event_stream(byte[] data) {
    int piece = data.length == 0 ? 1 : 1 + (data[0] & 0x3f);
    byte[] body = data.length == 0 ? data : java.util.Arrays.copyOfRange(data, 1, data.length);

    List<String> whole = events(body, Math.max(1, body.length));

    Assertions.assertThat(events(body, piece)).isEqualTo(whole);
  }

  private static List<String> events(byte[] body, int piece) {
    EventReader reader = new EventReader();
    List<String> events = new ArrayList<>();
    try {
      for (int at = 0; at < body.length; at += piece) {
        ByteBuffer bytes = ByteBuffer.wrap(body, at, Math.min(piece, body.length - at));
        Optional<EventReader.Event> event = reader.next(bytes);
        while (event.isPresent()) {
          events.add(event + " " + ProtocolCheck.event(event.get()));
          event = reader.next(bytes);
        }
      }
      reader.end().ifPresent(last -> events.add(last.toString()));
    } catch (CharacterCodingException | ProtocolCheck.Fault fault) {
      events.add(fault.getClass().getSimpleName());
    }
    return events;
  }
}
