package dev.bagu.llm;

import dev.bagu.testing.ScriptedModelServer;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Settings with limits short enough for tests, and a question to ask. */
final class TestModels {
  static final String KEY = "sk-test-0123456789abcdef";
  static final Limits QUICK =
      new Limits(
          Duration.ofMillis(500),
          Duration.ofMillis(400),
          Duration.ofMillis(400),
          Duration.ofMillis(1500),
          new Backoff(3, Duration.ofMillis(10), Duration.ofMillis(40)));
  static final Limits PATIENT =
      new Limits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          QUICK.backoff());
  static final List<ChatMessage> QUESTION =
      List.of(SystemMessage.from("Answer."), UserMessage.from("LoRA 为什么省显存?"));

  private TestModels() {}

  static ModelSettings settings(URI baseUrl, Limits limits) {
    return Settings.load(
            Map.of(Setting.MODEL, "scripted", Setting.BASE_URL, baseUrl.toString()),
            Map.of("OPENAI_API_KEY", KEY),
            new ConfigFile(Path.of("none"), Map.of(), true))
        .withLimits(limits);
  }

  static ChatModels open(ScriptedModelServer server) {
    return open(server, QUICK);
  }

  static ChatModels open(ScriptedModelServer server, Limits limits) {
    return ChatModels.open(settings(server.baseUrl(), limits));
  }
}
