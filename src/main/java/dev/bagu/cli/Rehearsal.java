package dev.bagu.cli;

import dev.bagu.cli.terminal.TerminalMode;
import java.io.InputStream;
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
    {"sources"},
    {"ask", "--help"},
  };

  private Rehearsal() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
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
        InputStream.nullInputStream(),
        true,
        nowhere,
        () -> mode,
        nowhere,
        false,
        Map.of(),
        process.system());
  }
}
