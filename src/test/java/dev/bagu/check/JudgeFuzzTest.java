package dev.bagu.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.bagu.knowledge.SourceSpan;
import dev.bagu.llm.ChatModels;
import dev.bagu.llm.ConfigFile;
import dev.bagu.llm.PromptLibrary;
import dev.bagu.llm.Setting;
import dev.bagu.llm.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Whatever a model replies, a verdict that needs proof has it: a quote of the evidence given. */
class JudgeFuzzTest {
  private static final List<SourceQuote> EVIDENCE =
      List.of(
          new SourceQuote(
              new SourceSpan("a.md", "h", List.of("h"), 3, 3),
              "合并之后 **LoRA** 不增加任何推理延迟，结构与原模型相同。"));
  private static final Judgement OFFLINE =
      new Judgement(
          new Claim("结构没有变", 0, 5),
          Verdict.NOT_IN_SOURCE,
          Reason.UNMENTIONED,
          List.of(),
          0.5,
          OfflineJudge.NAME,
          List.of());

  @SuppressWarnings("NullAway.Init")
  private ChatModels models;

  @BeforeEach
  void opens_a_model_that_is_never_called() {
    models =
        ChatModels.open(
            Settings.load(
                Map.of(Setting.MODEL, "scripted", Setting.BASE_URL, "http://127.0.0.1:1/v1"),
                Map.of("OPENAI_API_KEY", "sk-test-0123456789abcdef"),
                new ConfigFile(Path.of("none"), Map.of(), true)));
  }

  @AfterEach
  void closes_it() {
    models.close();
  }

  @FuzzTest
  void verdict(byte[] data) {
    ModelJudge judge = new ModelJudge(models.call(), new PromptLibrary(Path.of("prompts")));

    judge
        .verdict(new String(data, UTF_8), OFFLINE, EVIDENCE)
        .ifPresent(
            verdict -> {
              boolean proven = verdict.evidence().equals(EVIDENCE);
              assertThat(proven).isEqualTo(verdict.verdict() != Verdict.NOT_IN_SOURCE);
              assertThat(verdict.claim()).isEqualTo(OFFLINE.claim());
            });
  }
}
