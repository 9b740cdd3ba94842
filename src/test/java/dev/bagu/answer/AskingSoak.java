package dev.bagu.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bagu.llm.Backoff;
import dev.bagu.llm.ChatModels;
import dev.bagu.llm.ConfigFile;
import dev.bagu.llm.Limits;
import dev.bagu.llm.Setting;
import dev.bagu.llm.Settings;
import dev.bagu.testing.RandomFaults;
import dev.bagu.testing.ScriptedModelServer;
import dev.bagu.testing.ScriptedReply;
import dev.bagu.testing.Vitals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand questions in one process, to a server that fails one time in three. Takes minutes,
 * so it is only run by name: {@code mvn -B test -Dtest='*Soak'}.
 */
class AskingSoak {
  private static final int QUESTIONS = Integer.getInteger("soak.questions", 10_000);
  private static final long SEED = Long.getLong("soak.seed", 7);
  private static final List<String> ASKED =
      List.of(
          "LoRA 合并以后推理还慢吗",
          "梯度累积省的是哪部分显存",
          "流水线并行的气泡占比怎么算",
          "Does LoRA slow down inference?",
          "推荐一部电影");
  private static final Limits QUICK =
      new Limits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(4)));

  @TempDir private Path home;

  @Test
  void ten_thousand_questions_leave_nothing_behind_and_every_one_is_answered() {
    assumeThat(Path.of("/proc/self/fd")).isDirectory();
    assumeThat(Files.isDirectory(home)).isTrue();
    try (ScriptedModelServer server =
            ScriptedModelServer.start()
                .always(new RandomFaults(SEED, ScriptedReply.text("合并以后没有延迟 [1]。")));
        Bench bench = new Bench(home);
        ChatModels models = models(server)) {
      ModelAnswerer answerer = bench.answerer(models);
      int byModel = 0;
      int offline = 0;
      int refused = 0;
      Vitals warm = Vitals.now();
      for (int i = 0; i < QUESTIONS; i++) {
        if (i == QUESTIONS / 5) {
          server.forget();
          warm = Vitals.now();
        } else if (i % 100 == 0) {
          server.forget();
        }
        Outcome outcome = answerer.answer(AskRequest.of(ASKED.get(i % ASKED.size())), piece -> {});
        if (outcome instanceof Answer answer) {
          assertThat(answer.text()).as("question " + i + ", seed " + SEED).isNotBlank();
          byModel += answer.mode().equals("scripted") ? 1 : 0;
          offline += answer.mode().equals("scripted") ? 0 : 1;
        } else {
          refused++;
        }
      }
      server.forget();
      Vitals end = Vitals.now();

      System.out.printf(
          "soak, seed %d: %d questions, %d by the model, %d offline, %d refused; %s, at the end %s%n",
          SEED, QUESTIONS, byModel, offline, refused, warm, end);
      assertThat(byModel).isGreaterThan(QUESTIONS / 4);
      assertThat(offline).isPositive();
      assertThat(refused).isGreaterThanOrEqualTo(QUESTIONS / ASKED.size());
      assertThat(end.heap()).isLessThan(warm.heap() + 4_096);
      assertThat(end.descriptors()).isLessThan(warm.descriptors() + 10);
      assertThat(end.threads()).isLessThan(warm.threads() + 5);
    }
  }

  private static ChatModels models(ScriptedModelServer server) {
    return ChatModels.open(
        Settings.load(
                Map.of(Setting.MODEL, "scripted", Setting.BASE_URL, server.baseUrl().toString()),
                Map.of("OPENAI_API_KEY", "sk-test-0123456789abcdef"),
                new ConfigFile(Path.of("none"), Map.of(), true))
            .withLimits(QUICK));
  }
}
