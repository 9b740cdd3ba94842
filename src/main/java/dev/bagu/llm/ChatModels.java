package dev.bagu.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's chat models for any OpenAI-compatible server, made from settings. Both models share
 * one connection pool and obey the policy of {@link ModelTransport}: also the streaming one runs on
 * the calling thread and returns when its reply has ended. Thread-safe; make one and keep it.
 *
 * <p>Example: {@code try (ChatModels models = ChatModels.open(settings)) { models.call()... }}.
 */
public final class ChatModels implements AutoCloseable {
  private final ExecutorService threads = daemonThreads();
  private final String modelName;
  private final ModelTransport transport;
  private final ChatModel plain;
  private final StreamingChatModel streaming;

  private ChatModels(ModelSettings settings) {
    this.modelName = settings.model();
    this.transport = new ModelTransport(settings, httpClient(settings));
    this.plain =
        OpenAiChatModel.builder()
            .httpClientBuilder(new GivenClient(transport))
            .baseUrl(settings.baseUrl().toString())
            .modelName(settings.model())
            .maxRetries(0)
            .build();
    this.streaming =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(new GivenClient(transport))
            .baseUrl(settings.baseUrl().toString())
            .modelName(settings.model())
            .build();
  }

  /**
   * The models of these settings; opens no connection yet.
   *
   * @throws IllegalStateException when the settings name no model
   */
  public static ChatModels open(ModelSettings settings) {
    if (!settings.isConfigured()) {
      throw new IllegalStateException("no model is configured: ask isConfigured() first");
    }
    return new ChatModels(settings);
  }

  /** A call of either model that gives a {@link Reply} or a {@link ModelFailure}. */
  public ModelCall call() {
    return new ModelCall(plain, streaming, modelName);
  }

  /** The model's name, which is also the mode that answers show. */
  public String modelName() {
    return modelName;
  }

  /** The plain model, for LangChain4j's chains; fails with {@link ModelFailure}. */
  public ChatModel plain() {
    return plain;
  }

  /** The streaming model, for LangChain4j's chains; reports {@link ModelFailure}. */
  public StreamingChatModel streaming() {
    return streaming;
  }

  /** Stops every call in progress, from any thread, as on Ctrl-C; later calls work again. */
  public void cancelAll() {
    transport.cancelAll();
  }

  /**
   * Stops every call, also later ones, and ends the threads. Connections in the pool close when the
   * JDK's client is collected, since JDK 17 cannot close it.
   */
  @Override
  public void close() {
    transport.close();
    threads.shutdown();
  }

  private java.net.http.HttpClient httpClient(ModelSettings settings) {
    // HTTP/1.1: the upgrade offer of HTTP/2 confuses several local servers when there is no TLS.
    return java.net.http.HttpClient.newBuilder()
        .version(java.net.http.HttpClient.Version.HTTP_1_1)
        .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
        .connectTimeout(settings.limits().connect())
        .executor(threads)
        .build();
  }

  private static ExecutorService daemonThreads() {
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, "bagu-model");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Hands LangChain4j our transport; its own timeouts are ignored in favour of ours. */
  private record GivenClient(HttpClient client) implements HttpClientBuilder {
    @Override
    public @Nullable Duration connectTimeout() {
      return null;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
      return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
      return null;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
      return this;
    }

    @Override
    public HttpClient build() {
      return client;
    }
  }
}
