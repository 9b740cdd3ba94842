package dev.bagu.llm;

import dev.bagu.llm.EventReader.Event;
import dev.bagu.llm.ModelFailure.Kind;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads one streamed reply and hands its events on as they come, each checked before.
 *
 * <p>The reply has ended when its end mark came, or when the body ended after a finish reason. What
 * follows the end mark is dropped. Events carry no sequence number, so a duplicate cannot be told
 * from a repeated word and is passed on.
 */
final class StreamReading {
  /** How long the body may take to end after its end mark, to keep the connection for reuse. */
  private static final Duration TAIL_LIMIT = Duration.ofMillis(200);

  private final Exchange exchange;
  private final OngoingCall call;
  private final Limits limits;
  private final Failures failures;
  private final PlainReading plain;
  private final EventReader reader = new EventReader();
  private final Handle handle = new Handle();
  private long total;
  private long lastSign = System.nanoTime();
  private boolean begun;
  private boolean finished;
  private boolean done;

  StreamReading(Exchange exchange, OngoingCall call, Limits limits, Failures failures) {
    this.exchange = exchange;
    this.call = call;
    this.limits = limits;
    this.failures = failures;
    this.plain = new PlainReading(exchange, call, limits, failures);
  }

  /** Reads to the end; false when the listener cancelled it. */
  boolean read(ServerSentEventListener listener) throws InterruptedException {
    ResponseInfo info = plain.head(limits.firstToken(), Kind.NO_FIRST_TOKEN);
    listener.onOpen(
        SuccessfulHttpResponse.builder()
            .statusCode(info.statusCode())
            .headers(info.headers().map())
            .build());
    try {
      while (!done && !handle.isCancelled()) {
        step(listener);
      }
    } catch (CharacterCodingException e) {
      throw failures.of(Kind.MALFORMED, "invalid UTF-8");
    } catch (ProtocolCheck.Fault fault) {
      throw failures.of(fault);
    }
    return !handle.isCancelled();
  }

  private void step(ServerSentEventListener listener)
      throws InterruptedException, CharacterCodingException, ProtocolCheck.Fault {
    Duration limit = begun ? limits.betweenTokens() : limits.firstToken();
    Duration left = limit.minusNanos(System.nanoTime() - lastSign);
    Exchange.Signal signal = exchange.next(call.atMost(left.isNegative() ? Duration.ZERO : left));
    if (signal instanceof Exchange.Bytes bytes) {
      for (ByteBuffer buffer : bytes.buffers()) {
        take(buffer, listener);
      }
      plain.checkDeadline();
    } else if (signal instanceof Exchange.End) {
      end(listener);
    } else if (handle.isCancelled()) {
      done = true;
    } else if (signal instanceof Exchange.Cancelled || !finished) {
      throw plain.failureOf(signal, true, begun ? Kind.STALLED : Kind.NO_FIRST_TOKEN, limit);
    } else {
      done = true; // the answer is whole; only its end mark is missing
    }
  }

  private void take(ByteBuffer buffer, ServerSentEventListener listener)
      throws InterruptedException, CharacterCodingException, ProtocolCheck.Fault {
    total += buffer.remaining();
    for (Optional<Event> event = reader.next(buffer);
        event.isPresent();
        event = reader.next(buffer)) {
      pass(event.get(), listener);
    }
    if (total > PlainReading.MAX_BODY || reader.pending() > PlainReading.MAX_BODY) {
      throw failures.tooLong(PlainReading.MAX_BODY);
    }
    if (reader.stray().startsWith("<")) {
      throw new ProtocolCheck.Fault(Kind.NOT_AN_API, "HTML");
    }
  }

  private void pass(Event event, ServerSentEventListener listener)
      throws InterruptedException, ProtocolCheck.Fault {
    if (done || handle.isCancelled()) {
      return;
    }
    if (event.data().equals(ProtocolCheck.DONE)) {
      done = true;
      exchange.drain(call.atMost(TAIL_LIMIT));
      return;
    }
    ProtocolCheck.Progress progress = ProtocolCheck.event(event);
    finished |= progress.finished();
    if (progress.sign()) {
      begun = true;
      lastSign = System.nanoTime();
    }
    if (progress.delivered()) {
      call.delivered();
    }
    listener.onEvent(
        new ServerSentEvent(event.type().isEmpty() ? null : event.type(), event.data()),
        new ServerSentEventContext(handle));
  }

  /** The body is over: whole when it came to an end mark or a finish reason, else cut. */
  private void end(ServerSentEventListener listener)
      throws InterruptedException, ProtocolCheck.Fault {
    try {
      Optional<Event> last = reader.end();
      if (last.isPresent()) {
        pass(last.get(), listener);
      }
    } catch (CharacterCodingException | ProtocolCheck.Fault truncated) {
      throw failures.of(Kind.CUT, "an event without its end");
    }
    if (!finished && !done) {
      throw reader.stray().isEmpty()
          ? failures.of(Kind.CUT, "no end mark")
          : failures.of(Kind.MALFORMED, "no event stream");
    }
    done = true;
  }

  /** Lets the listener stop the reading, from within an event or from another thread. */
  private final class Handle implements ServerSentEventParsingHandle {
    private volatile boolean cancelled;

    @Override
    public void cancel() {
      cancelled = true;
      exchange.cancel();
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }
}
