package dev.bagu.llm;

import dev.bagu.llm.ModelFailure.Kind;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks a chat model and gives what it wrote: a whole {@link Reply}, a partial one that says why it
 * is partial, or a {@link ModelFailure} when there is no text at all. Thread-safe.
 *
 * <p>Example: {@code call.stream(messages, System.out::print)} prints the words as they come and
 * returns "LoRA 冻结原权重……[1]" with the finish reason {@code STOP}.
 *
 * <p>Interrupting the calling thread cancels, and so does {@link ChatModels#cancelAll()}; the
 * connection closes, the text so far comes back with the fault {@code CANCELLED}.
 */
public final class ModelCall {
  private final ChatModel plain;
  private final StreamingChatModel streaming;
  private final String modelName;

  /** A call of the given models, which a test may script; the name is for messages. */
  public ModelCall(ChatModel plain, StreamingChatModel streaming, String modelName) {
    this.plain = plain;
    this.streaming = streaming;
    this.modelName = modelName;
  }

  /** The model's name. */
  public String modelName() {
    return modelName;
  }

  /**
   * Streams an answer.
   *
   * @param onPartial receives each piece of text, in order, on this thread or the model's; what it
   *     throws cancels the call and is thrown from here
   * @throws ModelFailure when no text came
   */
  public Reply stream(List<ChatMessage> messages, Consumer<String> onPartial) {
    StreamedText streamed = new StreamedText(onPartial);
    try {
      streaming.chat(messages, streamed);
    } catch (RuntimeException e) {
      streamed.onError(e);
    }
    try {
      streamed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      streamed.onError(failure(Kind.CANCELLED));
    }
    Optional<Throwable> error = streamed.error();
    return reply(
        streamed.text(),
        streamed.finishReason(),
        fault(streamed.finishReason(), streamed.toolAsked(), streamed.tooLong(), error));
  }

  /**
   * Asks for a whole answer at once.
   *
   * @throws ModelFailure when no text came
   */
  public Reply complete(List<ChatMessage> messages) {
    return complete(ChatRequest.builder().messages(messages).build());
  }

  /**
   * Asks for an answer of a JSON shape. Servers that know no schemas answer with {@code
   * BAD_REQUEST}; what comes back is not checked against the schema here.
   *
   * @throws ModelFailure when no text came
   */
  public Reply complete(List<ChatMessage> messages, JsonSchema schema) {
    ResponseFormat format =
        ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(schema).build();
    return complete(ChatRequest.builder().messages(messages).responseFormat(format).build());
  }

  private Reply complete(ChatRequest request) {
    ChatResponse response;
    try {
      response = plain.chat(request);
    } catch (RuntimeException e) {
      throw failure(e);
    }
    AiMessage message = response.aiMessage();
    String text = message.text() == null ? "" : message.text();
    boolean tooLong = text.length() > Reply.MAX_TEXT;
    return reply(
        tooLong ? text.substring(0, Reply.MAX_TEXT) : text,
        response.finishReason(),
        fault(
            response.finishReason(),
            message.hasToolExecutionRequests(),
            tooLong,
            Optional.empty()));
  }

  private Reply reply(
      String text, @Nullable FinishReason finishReason, Optional<ModelFailure> fault) {
    if (text.isBlank()) {
      throw fault.orElseGet(() -> failure(Kind.EMPTY));
    }
    return new Reply(text, finishReason == null ? FinishReason.OTHER : finishReason, fault);
  }

  private Optional<ModelFailure> fault(
      @Nullable FinishReason finishReason,
      boolean toolAsked,
      boolean tooLong,
      Optional<Throwable> error) {
    if (error.isPresent()) {
      return Optional.of(failure(error.get()));
    }
    if (tooLong) {
      return Optional.of(failure(Kind.TOO_LONG));
    }
    if (finishReason == FinishReason.CONTENT_FILTER) {
      return Optional.of(failure(Kind.FILTERED));
    }
    if (finishReason == FinishReason.LENGTH) {
      return Optional.of(failure(Kind.OUTPUT_LIMIT));
    }
    boolean tool = toolAsked || finishReason == FinishReason.TOOL_EXECUTION;
    return tool ? Optional.of(failure(Kind.UNREQUESTED_TOOL)) : Optional.empty();
  }

  private ModelFailure failure(Kind kind) {
    return new ModelFailure(
        kind, Map.of("model", modelName, "limit", Reply.MAX_TEXT + " characters"));
  }

  /** Our failure from within whatever LangChain4j made of it. */
  private ModelFailure failure(Throwable error) {
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof ModelFailure known) {
        return known;
      }
      if (t instanceof ContentFilteredException) {
        return failure(Kind.FILTERED);
      }
      if (t instanceof UnresolvedModelServerException) {
        return foreign(Kind.UNREACHABLE, error);
      }
    }
    return foreign(Kind.MALFORMED, error);
  }

  private ModelFailure foreign(Kind kind, Throwable error) {
    Map<String, String> arguments =
        Map.of(
            "model",
            modelName,
            "endpoint",
            "model " + modelName,
            "detail",
            error.getClass().getSimpleName());
    return new ModelFailure(kind, arguments, null, error);
  }
}
