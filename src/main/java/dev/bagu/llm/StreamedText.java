package dev.bagu.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a streamed reply up to its bound. The first end counts: LangChain4j may report an error
 * and then a completion, or several errors, for one reply.
 */
final class StreamedText implements StreamingChatResponseHandler {
  private final Consumer<String> onPartial;
  private final StringBuilder text = new StringBuilder();
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable FinishReason finishReason;
  private @Nullable Throwable error;
  private @Nullable RuntimeException callersOwn;
  private boolean toolAsked;
  private boolean tooLong;

  StreamedText(Consumer<String> onPartial) {
    this.onPartial = onPartial;
  }

  /** Waits for the end; throws what the caller's own consumer threw. */
  void await() throws InterruptedException {
    ended.await();
    synchronized (this) {
      if (callersOwn != null) {
        throw callersOwn;
      }
    }
  }

  synchronized String text() {
    return text.toString();
  }

  synchronized @Nullable FinishReason finishReason() {
    return finishReason;
  }

  synchronized boolean toolAsked() {
    return toolAsked;
  }

  synchronized boolean tooLong() {
    return tooLong;
  }

  synchronized Optional<Throwable> error() {
    return Optional.ofNullable(error);
  }

  @Override
  public void onPartialResponse(String partial) {
    take(partial, null);
  }

  @Override
  public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
    take(partial.text(), context.streamingHandle());
  }

  @Override
  public synchronized void onPartialToolCall(PartialToolCall call) {
    toolAsked = true;
  }

  @Override
  public synchronized void onCompleteToolCall(CompleteToolCall call) {
    toolAsked = true;
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    String whole = response.aiMessage().text();
    if (text().isEmpty() && whole != null && !whole.isEmpty()) {
      take(whole, null);
    }
    synchronized (this) {
      if (ended.getCount() > 0) {
        finishReason = response.finishReason();
        toolAsked |= response.aiMessage().hasToolExecutionRequests();
      }
    }
    ended.countDown();
  }

  @Override
  public synchronized void onError(Throwable failure) {
    if (ended.getCount() > 0) {
      error = failure;
    }
    ended.countDown();
  }

  private synchronized void take(String partial, @Nullable StreamingHandle handle) {
    if (ended.getCount() == 0) {
      cancel(handle);
      return;
    }
    int room = Reply.MAX_TEXT - text.length();
    tooLong = partial.length() > room;
    String kept = tooLong ? partial.substring(0, room) : partial;
    text.append(kept);
    try {
      onPartial.accept(kept);
    } catch (RuntimeException e) {
      callersOwn = e;
    }
    if (tooLong || callersOwn != null) {
      ended.countDown();
      cancel(handle);
    }
  }

  private static void cancel(@Nullable StreamingHandle handle) {
    if (handle != null) {
      handle.cancel();
    }
  }
}
