package dev.bagu.llm;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and its reply as a queue of signals, read by the calling thread with a time
 * limit on each: so that a silent server ends in time, whatever it was in the middle of, without a
 * watchdog thread. Closing it before the end closes the connection.
 */
final class Exchange implements BodySubscriber<Boolean>, AutoCloseable {

  /** What can happen next. */
  sealed interface Signal {}

  /** Status line and headers have arrived. */
  record Head(HttpResponse.ResponseInfo info) implements Signal {}

  /** A piece of the body. */
  record Bytes(List<ByteBuffer> buffers) implements Signal {}

  /** The body ended as HTTP says it should. */
  record End() implements Signal {}

  /** The connection failed. */
  record Broken(Throwable cause) implements Signal {}

  /** Somebody called {@link #cancel()}. */
  record Cancelled() implements Signal {}

  /** Nothing happened within the given time. */
  record Silence() implements Signal {}

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final CompletableFuture<Boolean> body = new CompletableFuture<>();
  private @Nullable CompletableFuture<HttpResponse<Boolean>> response;
  private Flow.@Nullable Subscription subscription;
  private boolean closed;

  private Exchange() {}

  /** Sends the request; the reply is read with {@link #next}. */
  static Exchange send(HttpClient client, HttpRequest request) {
    Exchange exchange = new Exchange();
    CompletableFuture<HttpResponse<Boolean>> response =
        client.sendAsync(
            request,
            info -> {
              exchange.signals.add(new Head(info));
              return exchange;
            });
    exchange.response = response;
    CompletableFuture<HttpResponse<Boolean>> unused =
        response.whenComplete(
            (reply, failure) -> {
              if (failure != null) {
                exchange.signals.add(new Broken(unwrapped(failure)));
              }
            });
    return exchange;
  }

  /** The next signal, or {@link Silence} when none came within the limit. */
  Signal next(Duration limit) throws InterruptedException {
    Signal signal = signals.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    if (signal instanceof Bytes) {
      askForMore();
    }
    return signal == null ? new Silence() : signal;
  }

  /** Reads on to the end of the body, within the limit, and forgets what comes. */
  void drain(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    Signal signal;
    do {
      signal = next(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    } while (signal instanceof Bytes && end - System.nanoTime() > 0);
  }

  private synchronized void askForMore() {
    if (subscription != null && !closed) {
      subscription.request(1);
    }
  }

  /** Ends the exchange from any thread; its reader sees {@link Cancelled}. */
  void cancel() {
    signals.add(new Cancelled());
    close();
  }

  /** Closes the connection unless the body has ended; then it stays open for the next request. */
  @Override
  public void close() {
    CompletableFuture<HttpResponse<Boolean>> pending;
    Flow.Subscription reading;
    synchronized (this) {
      closed = true;
      pending = response;
      reading = subscription;
    }
    if (body.isDone()) {
      return;
    }
    if (reading != null) {
      reading.cancel();
    }
    if (pending != null) {
      pending.cancel(true);
    }
    body.complete(false);
  }

  @Override
  public CompletionStage<Boolean> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    boolean late;
    synchronized (this) {
      subscription = given;
      late = closed;
    }
    if (late) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    signals.add(new Bytes(buffers));
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
    signals.add(new Broken(failure));
  }

  @Override
  public void onComplete() {
    body.complete(true); // first, or the reader could close a connection that is fit for reuse
    signals.add(new End());
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
