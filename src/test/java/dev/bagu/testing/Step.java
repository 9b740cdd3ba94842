package dev.bagu.testing;

import java.time.Duration;

/** One thing the server does to a connection. Steps are never compared, so arrays do no harm. */
@SuppressWarnings("ArrayRecordComponent")
public sealed interface Step {

  /** Sends bytes at once. */
  record Send(byte[] bytes) implements Step {}

  /** Sends bytes one by one, each after a pause. */
  record Drip(byte[] bytes, Duration pause) implements Step {}

  /** Waits, or until the client goes. */
  record Wait(Duration time) implements Step {}

  /** Does nothing more until the client closes the connection. */
  record Hang() implements Step {}

  /** Closes the connection with RST. */
  record Reset() implements Step {}

  /** Closes the connection in order. */
  record Close() implements Step {}
}
