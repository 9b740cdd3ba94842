package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.testing.ReceivedRequest;
import dev.bagu.testing.ScriptedModelServer;
import dev.bagu.testing.ScriptedReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The key goes to the configured server and nowhere else: whatever a server does, nothing that is
 * printed or written holds it.
 */
class SecretsTest {
  private static final String KEY = "sk-Secret0123456789abcdefXYZ";
  private static final String QUESTION = "LoRA 会增加推理延迟吗?";

  /** What must not turn up anywhere: the key, a good part of it, and what hides it badly. */
  private static final List<String> TRACES =
      List.of(
          KEY,
          KEY.substring(3, 19),
          KEY.substring(12),
          Base64.getEncoder().encodeToString(KEY.getBytes(UTF_8)),
          new StringBuilder(KEY).reverse().toString());

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Home home;

  @BeforeEach
  void moves_in() {
    home = new Home(folder);
    home.environment.put("OPENAI_API_KEY", KEY);
    home.environment.put("BAGU_MODEL", "scripted");
    home.environment.put("BAGU_TIMEOUT", "2");
  }

  /** What a server can do, by name; some throw the key back at whoever asked. */
  static Stream<Map.Entry<String, ScriptedReply>> servers() {
    Map<String, ScriptedReply> servers = new TreeMap<>();
    servers.put("answers", ScriptedReply.text("没有延迟[1]。"));
    servers.put("refuses the key and repeats it", ScriptedReply.error(401, "bad key: " + KEY));
    servers.put("fails and repeats the header", ScriptedReply.error(500, "Bearer " + KEY));
    servers.put("complains of the request", ScriptedReply.error(400, "in: " + KEY));
    servers.put("is busy", ScriptedReply.error(429, KEY, "Retry-After: 0"));
    servers.put("says a page", ScriptedReply.status(502, "<html>" + KEY + "</html>"));
    servers.put("resets", ScriptedReply.reset());
    servers.put("says broken JSON", ScriptedReply.body(("{\"" + KEY).getBytes(UTF_8)));
    servers.put("sends a broken event", ScriptedReply.events("{\"k\":\"" + KEY));
    return servers.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void nothing_printed_or_written_holds_the_key(Map.Entry<String, ScriptedReply> row)
      throws IOException {
    try (ScriptedModelServer server = ScriptedModelServer.start().always(any -> row.getValue())) {
      home.environment.put("OPENAI_BASE_URL", server.baseUrl().toString());

      List<String> said = new ArrayList<>();
      said.add(run("ask", QUESTION));
      said.add(run("ask", "--explain", QUESTION));
      said.add(run("ask", "--debug", QUESTION));
      said.add(run("ask", "--json", QUESTION));
      home.input = "LoRA 不增加延迟。";
      said.add(run("check", "--debug", "--entry", "peft-01"));
      home.input = QUESTION + "\n那它慢吗?\n/save " + folder.resolve("chat.md") + "\n";
      said.add(run("chat"));
      home.input = "不增加。\n\n/skip\n/skip\n/end\n";
      said.add(run("interview", "--debug"));
      said.add(run("doctor"));
      said.add(run("export", folder.resolve("export.json").toString()));

      assertThat(server.requests()).isNotEmpty();
      assertThat(server.requests())
          .allSatisfy(each -> assertThat(each.header("authorization")).contains("Bearer " + KEY));
      assertThat(server.requests()).extracting(ReceivedRequest::body).noneMatch(SecretsTest::leaks);
      assertThat(said).noneMatch(SecretsTest::leaks);
      assertThat(leakingFiles()).isEmpty();
    }
  }

  @Test
  void a_redirect_does_not_take_the_key_along() throws IOException {
    try (ScriptedModelServer stranger =
            ScriptedModelServer.start().always(any -> ScriptedReply.text("给我[1]。"));
        ScriptedModelServer server = ScriptedModelServer.start()) {
      for (int status : new int[] {301, 302, 303, 307, 308}) {
        String place = "Location: " + stranger.baseUrl() + "/chat/completions";
        server.always(any -> ScriptedReply.status(status, "", place));
        home.environment.put("OPENAI_BASE_URL", server.baseUrl().toString());

        assertThat(run("ask", "--debug", QUESTION)).doesNotContain("给我");
      }

      assertThat(server.requests()).isNotEmpty();
      assertThat(stranger.acceptedConnections()).isZero();
      assertThat(leakingFiles()).isEmpty();
    }
  }

  @Test
  void without_a_server_the_key_is_not_named_either() throws IOException {
    home.environment.put("OPENAI_BASE_URL", ScriptedModelServer.refusing().toString());

    assertThat(List.of(run("ask", "--debug", QUESTION), run("doctor", "--debug")))
        .noneMatch(SecretsTest::leaks);
    assertThat(leakingFiles()).isEmpty();
  }

  private String run(String... args) {
    Home.Result result = home.run(args);
    return result.out() + result.err();
  }

  private static boolean leaks(String text) {
    return TRACES.stream().anyMatch(text::contains);
  }

  /** Everything below the home, whatever its format, that holds the key. */
  private List<Path> leakingFiles() throws IOException {
    List<Path> leaking = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (leaks(new String(Files.readAllBytes(file), ISO_8859_1))) {
          leaking.add(file);
        }
      }
    }
    return leaking;
  }
}
