package dev.bagu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.llm.ModelFailure.Kind;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Carries LangChain4j's requests to the model and enforces the room's policy: time limits, retries
 * before the first word, no redirects, bounded replies, the key to the configured address alone.
 *
 * <p>Everything runs on the calling thread, also a streamed reply: when {@code execute} returns,
 * the reply has ended and its connection is closed or back in the pool. Interrupting that thread
 * cancels the call. Every failure is a {@link ModelFailure}. Thread-safe.
 */
final class ModelTransport implements HttpClient {
  private final ModelSettings settings;
  private final java.net.http.HttpClient client;
  private final Failures failures;
  private final Set<OngoingCall> calls = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  ModelTransport(ModelSettings settings, java.net.http.HttpClient client) {
    this.settings = settings;
    this.client = client;
    this.failures = new Failures(settings);
  }

  /** One request; says through the call when a retry must not follow. */
  private interface Attempt<T> {
    T run(OngoingCall call) throws InterruptedException;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    return retrying(
        call -> {
          try (Exchange exchange = call.track(Exchange.send(client, toJdk(request)))) {
            return new PlainReading(exchange, call, settings.limits(), failures).read();
          }
        });
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    try {
      boolean whole =
          retrying(
              call -> {
                try (Exchange exchange = call.track(Exchange.send(client, toJdk(request)))) {
                  return new StreamReading(exchange, call, settings.limits(), failures)
                      .read(listener);
                }
              });
      if (whole) {
        listener.onClose();
      }
    } catch (ModelFailure failure) {
      listener.onError(failure);
    }
  }

  /** Ends every call in progress, from any thread; each reports {@link Kind#CANCELLED}. */
  void cancelAll() {
    calls.forEach(OngoingCall::cancel);
  }

  /** Ends every call in progress and all that are still made. */
  void close() {
    closed = true;
    cancelAll();
  }

  private <T> T retrying(Attempt<T> attempt) {
    Limits limits = settings.limits();
    OngoingCall call = new OngoingCall(limits.overall());
    calls.add(call);
    if (closed) {
      call.cancel();
    }
    try {
      for (int n = 1; !call.isCancelled(); n++) {
        try {
          return attempt.run(call);
        } catch (ModelFailure failure) {
          if (call.isCancelled()) {
            break;
          }
          Duration pause = pauseAfter(failure, n);
          boolean again = n < limits.backoff().attempts() && mayHelp(failure, call);
          if (!again || pause.compareTo(call.remaining()) >= 0) {
            throw failure;
          }
          call.pause(pause);
        }
      }
      throw failures.cancelled();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.cancelled();
    } finally {
      calls.remove(call);
    }
  }

  private Duration pauseAfter(ModelFailure failure, int attempt) {
    return failure
        .retryAfter()
        .orElseGet(() -> settings.limits().backoff().pause(attempt, RandomGenerator.getDefault()));
  }

  private static boolean mayHelp(ModelFailure failure, OngoingCall call) {
    return !call.hasDelivered()
        && switch (failure.kind()) {
          case UNREACHABLE, CUT, RATE_LIMITED -> true;
          case SERVER_ERROR -> Failures.isTransient(failure);
          default -> false;
        };
  }

  private java.net.http.HttpRequest toJdk(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    request.headers().forEach((name, values) -> values.forEach(v -> builder.header(name, v)));
    settings
        .key()
        .filter(key -> request.url().startsWith(settings.baseUrl() + "/"))
        .ifPresent(key -> builder.setHeader("Authorization", "Bearer " + key.reveal()));
    return builder
        .method(request.method().name(), BodyPublishers.ofString(request.body(), UTF_8))
        .build();
  }
}
