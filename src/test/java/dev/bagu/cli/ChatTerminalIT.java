package dev.bagu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bagu.testing.ScriptedModelServer;
import dev.bagu.testing.ScriptedReply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bagu chat} of the built folder at a real terminal. */
class ChatTerminalIT {
  private static final Path LAUNCHER = Path.of("target", "bagu", "bagu").toAbsolutePath();
  private static final String PASTE = "\u001B[200~";
  private static final String PASTED = "\u001B[201~";

  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void has_a_terminal_and_the_built_folder() {
    assumeTrue(PseudoTerminal.isThere(), "there is no script(1) of util-linux here");
    assumeTrue(Files.isExecutable(LAUNCHER), "the folder is not built: mvn package");
    environment.put("BAGU_LANG", "en");
    environment.put("BAGU_HOME", folder.resolve("data").toString());
    environment.put("BAGU_CACHE", folder.resolve("cache").toString());
  }

  @Test
  void a_question_a_follow_up_sources_ctrl_c_and_ctrl_d() throws Exception {
    try (PseudoTerminal terminal = chat("--offline")) {
      terminal.shows("offline: answers are").shows("> ");
      terminal.type("LoRA 的思路是什么?\r").shows("word for word (confidence").shows("> ");
      terminal.type("那它的特点呢?\r").shows("looked up as: LoRA 的特点").shows("(confidence").shows("> ");
      terminal.type("/sources\r").shows("[1] 05-peft.md › LoRA 的特点是什么").shows("> ");

      terminal.type("half a line").shows("half a line");
      terminal.type(PseudoTerminal.CTRL_C).shows("> ");
      terminal.type(PseudoTerminal.UP).shows("half a line");
      terminal.type(PseudoTerminal.CTRL_C).shows("> ");
      terminal.type(PASTE + "一句\n/quit 不是命令" + PASTED).shows("/quit 不是命令");
      terminal.type(PseudoTerminal.CTRL_C).shows("> ");
      terminal.type("什么是\\\r").shows("  ").type("LoRA?\r").shows("(confidence").shows("> ");
      terminal.type(PseudoTerminal.CTRL_D);

      assertThat(terminal.ends()).as(terminal.screen()).isEqualTo(0);
      assertThat(terminal.screen()).doesNotContain("\tat ", "Exception", "WARNING");
    }
    Path history = folder.resolve("data").resolve(ChatCommand.HISTORY);
    assertThat(Files.getPosixFilePermissions(history))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(history).content().contains("那它的特点呢?", "half a line");
  }

  @Test
  void ctrl_c_stops_a_model_and_the_conversation_goes_on() throws Exception {
    try (ScriptedModelServer server =
        ScriptedModelServer.start()
            .reply(
                ScriptedReply.words("没有延迟[1]。\n\n", "第二段").thenHang(),
                ScriptedReply.text("冻结原权重[1]。\n"))) {
      environment.put("OPENAI_API_KEY", "sk-secret-0123456789");
      environment.put("OPENAI_BASE_URL", server.baseUrl().toString());
      environment.put("BAGU_MODEL", "scripted");
      try (PseudoTerminal terminal = chat()) {
        terminal.shows("scripted writes the answers").shows("> ");
        terminal.type("LoRA 的思路是什么?\r").shows("没有延迟[1]");
        terminal.type(PseudoTerminal.CTRL_C).shows("第二段").shows("bagu: stopped").shows("> ");
        terminal.type("LoRA 的思路是什么?\r").shows("冻结原权重[1]").shows("written by scripted").shows("> ");
        terminal.type(PseudoTerminal.CTRL_D);

        assertThat(terminal.ends()).as(terminal.screen()).isEqualTo(0);
        assertThat(terminal.screen()).doesNotContain("\tat ", "Exception", "一句话");
      }
    }
  }

  private PseudoTerminal chat(String... options) throws Exception {
    return PseudoTerminal.start(
        folder, environment, LAUNCHER + " chat " + String.join(" ", options));
  }
}
