package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

/**
 * Somebody at the other end of the pipe, who reads what was printed so far and only then types. How
 * many follow-ups come is the checker's matter; a fixed text could not answer them.
 */
final class Candidate extends InputStream {
  private final Function<String, Optional<String>> types;
  private ByteArrayInputStream typed = new ByteArrayInputStream(new byte[0]);
  private ByteArrayOutputStream out = new ByteArrayOutputStream();

  /**
   * A candidate.
   *
   * @param types from all that was printed so far, the next text; empty at the end of the input
   */
  Candidate(Function<String, Optional<String>> types) {
    this.types = types;
  }

  void reads(ByteArrayOutputStream printed) {
    out = printed;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) {
    if (typed.available() == 0) {
      Optional<String> next = types.apply(out.toString(UTF_8));
      if (next.isEmpty()) {
        return -1;
      }
      typed = new ByteArrayInputStream((next.get() + "\n\n").getBytes(UTF_8));
    }
    return typed.read(bytes, from, length);
  }
}
