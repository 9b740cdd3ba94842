package dev.bagu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  private static final String STREAM =
      "\uFEFF: comment\ndata: 显存\r\n\r\nevent: error\ndata:a\ndata:  b\n\nid: 1\n\n\ndata: 🙂";

  @Test
  void joins_data_lines_and_leaves_out_the_rest() throws Exception {
    assertThat(events(new EventReader(), STREAM.getBytes(UTF_8)))
        .containsExactly(
            new EventReader.Event("", "显存"),
            new EventReader.Event("error", "a\n b"),
            new EventReader.Event("", "🙂"));
  }

  @Test
  void how_the_bytes_are_split_changes_nothing() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] bytes = STREAM.getBytes(UTF_8);
    List<EventReader.Event> whole = events(new EventReader(), bytes);

    for (int run = 0; run < 500; run++) {
      EventReader reader = new EventReader();
      List<EventReader.Event> events = new ArrayList<>();
      for (int at = 0; at < bytes.length; ) {
        int length = Math.min(random.nextInt(6), bytes.length - at);
        feed(reader, ByteBuffer.wrap(bytes, at, length), events);
        at += length;
      }
      reader.end().ifPresent(events::add);
      assertThat(events).as("seed %s", seed).isEqualTo(whole);
    }
  }

  @Test
  void what_is_not_utf8_fails_after_the_events_before_it() throws Exception {
    EventReader reader = new EventReader();
    ByteBuffer bytes = ByteBuffer.wrap(new byte[] {'d', 'a', 't', 'a', ':', 'x', 10, 10, -1, 10});

    assertThat(reader.next(bytes)).contains(new EventReader.Event("", "x"));
    assertThatThrownBy(() -> reader.next(bytes)).isInstanceOf(CharacterCodingException.class);
  }

  private static List<EventReader.Event> events(EventReader reader, byte[] bytes)
      throws CharacterCodingException {
    List<EventReader.Event> events = new ArrayList<>();
    feed(reader, ByteBuffer.wrap(bytes), events);
    reader.end().ifPresent(events::add);
    return events;
  }

  private static void feed(EventReader reader, ByteBuffer bytes, List<EventReader.Event> events)
      throws CharacterCodingException {
    Optional<EventReader.Event> event = reader.next(bytes);
    while (event.isPresent()) {
      events.add(event.get());
      event = reader.next(bytes);
    }
  }
}
