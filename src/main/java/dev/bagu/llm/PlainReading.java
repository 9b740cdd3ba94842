package dev.bagu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.llm.ModelFailure.Kind;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Locale;

/**
 * Reads one plain reply: its head within the deadline, since the model writes the whole answer
 * first, then its body, which may not fall silent for long nor grow without bound.
 */
final class PlainReading {
  /** Largest body of one reply, in bytes; a 5 MB answer fits, an endless one does not. */
  static final int MAX_BODY = 16 << 20;

  /** How much of an error's body is read, in bytes, and for how long. */
  private static final int MAX_ERROR = 64 << 10;

  private static final Duration ERROR_LIMIT = Duration.ofSeconds(2);

  private final Exchange exchange;
  private final OngoingCall call;
  private final Limits limits;
  private final Failures failures;

  PlainReading(Exchange exchange, OngoingCall call, Limits limits, Failures failures) {
    this.exchange = exchange;
    this.call = call;
    this.limits = limits;
    this.failures = failures;
  }

  /** The checked reply: valid UTF-8, and a chat completion with one choice. */
  SuccessfulHttpResponse read() throws InterruptedException {
    ResponseInfo info = head(limits.overall(), Kind.DEADLINE);
    String text = text();
    try {
      ProtocolCheck.plain(text);
    } catch (ProtocolCheck.Fault fault) {
      throw failures.of(fault);
    }
    return SuccessfulHttpResponse.builder()
        .statusCode(info.statusCode())
        .headers(info.headers().map())
        .body(text)
        .build();
  }

  /** Waits for the head and fails on every status but success. */
  ResponseInfo head(Duration limit, Kind late) throws InterruptedException {
    Exchange.Signal signal = exchange.next(call.atMost(limit));
    if (signal instanceof Exchange.Head head) {
      ResponseInfo info = head.info();
      if (info.statusCode() < 200 || info.statusCode() >= 300) {
        throw failures.status(info.statusCode(), info.headers(), errorBody());
      }
      if (isPage(info)) {
        throw failures.of(Kind.NOT_AN_API, "HTML");
      }
      return info;
    }
    throw failureOf(signal, false, late, limit);
  }

  private static boolean isPage(ResponseInfo info) {
    String type = info.headers().firstValue("Content-Type").orElse("");
    return type.toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  /** What a signal other than bytes and the end means. */
  ModelFailure failureOf(Exchange.Signal signal, boolean begun, Kind late, Duration limit) {
    if (signal instanceof Exchange.Cancelled) {
      return failures.cancelled();
    }
    if (signal instanceof Exchange.Broken broken) {
      return call.isCancelled() ? failures.cancelled() : failures.broken(broken.cause(), begun);
    }
    return call.remaining().isZero()
        ? failures.after(Kind.DEADLINE, limits.overall())
        : failures.after(late, limit);
  }

  private String text() throws InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      Exchange.Signal signal = exchange.next(call.atMost(limits.betweenTokens()));
      if (signal instanceof Exchange.Bytes bytes) {
        bytes.buffers().forEach(buffer -> append(buffer, body));
        if (body.size() > MAX_BODY) {
          throw failures.tooLong(MAX_BODY);
        }
        checkDeadline();
      } else if (signal instanceof Exchange.End) {
        return decoded(body);
      } else {
        throw failureOf(signal, true, Kind.STALLED, limits.betweenTokens());
      }
    }
  }

  /** Fails once the deadline has passed, for replies that drip without ever falling silent. */
  void checkDeadline() {
    if (call.remaining().isZero()) {
      throw failures.after(Kind.DEADLINE, limits.overall());
    }
  }

  private String decoded(ByteArrayOutputStream body) {
    try {
      return EventReader.decode(body.toByteArray());
    } catch (CharacterCodingException e) {
      throw failures.of(Kind.MALFORMED, "invalid UTF-8");
    }
  }

  private String errorBody() throws InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    OngoingCall soon = new OngoingCall(call.atMost(shorter(ERROR_LIMIT, limits.betweenTokens())));
    while (body.size() < MAX_ERROR
        && exchange.next(soon.remaining()) instanceof Exchange.Bytes bytes) {
      bytes.buffers().forEach(buffer -> append(buffer, body));
    }
    return body.toString(UTF_8);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static void append(ByteBuffer buffer, ByteArrayOutputStream body) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    body.writeBytes(bytes);
  }
}
