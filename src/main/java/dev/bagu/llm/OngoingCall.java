package dev.bagu.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call with its retries: its deadline, and the means to cancel it from another thread, whether
 * it is connecting, reading, or pausing between two attempts.
 */
final class OngoingCall {
  private final long end;
  private boolean cancelled;
  private boolean delivered;
  private @Nullable Exchange exchange;

  OngoingCall(Duration overall) {
    this.end = System.nanoTime() + overall.toNanos();
  }

  /** Time until the deadline; zero once it has passed. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** The shorter of the given time and what remains. */
  Duration atMost(Duration limit) {
    Duration remaining = remaining();
    return limit.compareTo(remaining) < 0 ? limit : remaining;
  }

  /** Notes that the caller has received something, after which no retry may follow. */
  synchronized void delivered() {
    delivered = true;
  }

  synchronized boolean hasDelivered() {
    return delivered;
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Ends the call: closes its connection and wakes it from its pause. */
  synchronized void cancel() {
    cancelled = true;
    if (exchange != null) {
      exchange.cancel();
    }
    notifyAll();
  }

  /** Lets {@link #cancel()} reach the exchange. */
  synchronized Exchange track(Exchange next) {
    exchange = next;
    if (cancelled) {
      next.cancel();
    }
    return next;
  }

  /** Waits between two attempts; returns early when cancelled. */
  synchronized void pause(Duration duration) throws InterruptedException {
    long wake = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0 && !cancelled; left = wake - System.nanoTime()) {
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
  }
}
