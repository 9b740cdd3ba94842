package dev.bagu.cli;

import dev.bagu.cli.terminal.TerminalMode;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Runs the usual commands once in one process; the package phase archives the classes that they
 * load, and every later start maps the archive instead of loading them.
 */
final class Rehearsal {
  private static final String[][] COMMANDS = {
    {"ask", "--offline", "LoRA 的思路是什么？"},
    {"ask", "--offline", "why is my gpu idle while decoding"},
    {"ask", "--offline", "如何做红烧肉"},
    {"ask", "--offline", "--json", "KV cache 占多少显存"},
    {"search", "--explain", "什么是 RAG"},
    {"search", "--json", "What is RLHF?"},
    {"check", "--offline", "--question", "LoRA 的思路是什么？"},
    {"check", "--offline", "--json", "--question", "What is the idea behind LoRA?"},
    {"sources"},
    {"ask", "--help"},
  };

  private static final String DRAFT =
      "LoRA 冻结预训练权重，只训练两个低秩矩阵。秩越大，显存越少。\nIt adds no latency after merging.\n";

  private Rehearsal() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    Signals.endAtOnce();
    Surroundings process = Surroundings.ofProcess();
    for (TerminalMode mode : new TerminalMode[] {TerminalMode.raw(), TerminalMode.colour(100)}) {
      for (String[] command : COMMANDS) {
        Bagu.run(silent(process, mode), command);
      }
    }
  }

  private static Surroundings silent(Surroundings process, TerminalMode mode) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Surroundings(
        new ByteArrayInputStream(DRAFT.getBytes(StandardCharsets.UTF_8)),
        false,
        nowhere,
        () -> mode,
        nowhere,
        false,
        Map.of(),
        process.system());
  }
}
