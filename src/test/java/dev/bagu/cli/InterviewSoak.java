package dev.bagu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bagu.interview.SessionStore;
import dev.bagu.interview.StoredSession;
import dev.bagu.interview.Turn;
import dev.bagu.testing.RandomFaults;
import dev.bagu.testing.ScriptedModelServer;
import dev.bagu.testing.ScriptedReply;
import dev.bagu.testing.Vitals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred interviews in one process, each opened and closed as the command does, with a server
 * that fails one time in three. Takes minutes, so it is only run by name: {@code mvn -B test
 * -Dtest='*Soak'}.
 */
class InterviewSoak {
  private static final int INTERVIEWS = Integer.getInteger("soak.interviews", 200);
  private static final long SEED = Long.getLong("soak.seed", 7);
  private static final int ANSWERS = 4;

  @TempDir private Path folder;

  @Test
  void two_hundred_interviews_leave_nothing_behind_and_no_turn_is_lost() {
    assumeThat(Path.of("/proc/self/fd")).isDirectory();
    Home home = new Home(folder);
    InterviewBank.write(home);
    List<String> typed = new ArrayList<>();
    try (ScriptedModelServer server =
        ScriptedModelServer.start()
            .always(new RandomFaults(SEED, ScriptedReply.text("请再说说这一点。")))) {
      home.environment.put("OPENAI_API_KEY", "sk-test-0123456789abcdef");
      home.environment.put("OPENAI_BASE_URL", server.baseUrl().toString());
      home.environment.put("BAGU_MODEL", "scripted");
      home.environment.put("BAGU_TIMEOUT", "2");
      Vitals warm = Vitals.now();
      for (int i = 0; i < INTERVIEWS; i++) {
        if (i == INTERVIEWS / 5) {
          warm = Vitals.now();
        }
        StringBuilder input = new StringBuilder();
        for (int answer = 0; answer < ANSWERS; answer++) {
          String text = "第 " + i + " 场的第 " + answer + " 答：LoRA 冻结原权重。";
          typed.add(text);
          input.append(text).append("\n\n");
        }
        home.input = input + "/end\n";
        home.run("interview", "--topic", "peft", "--questions", "5").exits(0);
        server.forget();
      }
      Vitals end = Vitals.now();

      System.out.printf(
          "soak, seed %d: %d interviews, %d answers; %s, at the end %s%n",
          SEED, INTERVIEWS, typed.size(), warm, end);
      assertThat(end.heap()).isLessThan(warm.heap() + 4_096);
      assertThat(end.descriptors()).isLessThan(warm.descriptors() + 10);
      assertThat(end.threads()).isLessThan(warm.threads() + 5);
    }
    try (SessionStore store = SessionStore.open(folder.resolve("data"))) {
      List<String> kept =
          store.sessions().stream()
              .flatMap(each -> store.session(each.id()).stream())
              .map(StoredSession::turns)
              .flatMap(List::stream)
              .map(Turn::text)
              .filter(text -> !text.isEmpty())
              .toList();
      assertThat(kept).containsExactlyInAnyOrderElementsOf(typed);
      assertThat(store.sessions()).hasSize(INTERVIEWS);
      assertThat(store.unfinished()).isEmpty();
      assertThat(store.integrityCheck()).isEmpty();
    }
  }
}
