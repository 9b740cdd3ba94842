package dev.bagu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command gave, and where things lie.
 *
 * @param home the packaged program, {@code target/bagu}
 * @param work a folder to work in; what lies there may serve the next run
 * @param notes a folder of about 2,200 chunks, which may be missing
 * @param easyRag class path of LangChain4j's easy-rag, empty where it is unknown
 * @param rounds how often each way is timed
 * @param parts what to run; empty for all
 */
record Setting(Path home, Path work, Path notes, String easyRag, int rounds, Set<String> parts) {
  /** A question that the bank stores, as the rehearsal does not have it. */
  static final String QUESTION = "LoRA 为什么能省显存?";

  /** An English one, which takes both models. */
  static final String ENGLISH = "What does the KV cache store?";

  static Setting ofProperties() {
    String parts = System.getProperty("benchmark.parts", "");
    return new Setting(
        Path.of(System.getProperty("bagu.dist", "target/bagu")).toAbsolutePath(),
        Path.of(System.getProperty("benchmark.work", "target/benchmark")).toAbsolutePath(),
        Path.of(System.getProperty("benchmark.notes", "../shared/corpora/llm-notes"))
            .toAbsolutePath()
            .normalize(),
        System.getProperty("benchmark.easyrag", ""),
        Integer.getInteger("benchmark.rounds", 11),
        parts.isBlank() ? Set.of() : Set.of(parts.split(",")));
  }

  boolean wants(String part) {
    return parts.isEmpty() || parts.contains(part);
  }

  /** The bundled bank. */
  Path bank() {
    return home.resolve("knowledge");
  }

  /** The program's caches for this benchmark. */
  Path cache() {
    return work.resolve("cache");
  }

  /** Runs the packaged program as a person starts it; gives what it printed. */
  String bagu(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of(home.resolve("bagu").toString()));
    command.addAll(List.of(arguments));
    return process(command);
  }

  /** Runs a program of this package in a process of its own; gives what it printed. */
  String java(String classPath, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, program.getName()));
    command.addAll(List.of(arguments));
    return process(command);
  }

  private String process(List<String> command) throws IOException, InterruptedException {
    Files.createDirectories(work);
    Path printed = work.resolve("printed.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "BAGU_LANG", "en"));
    builder.environment().put("BAGU_CACHE", cache().toString());
    builder.environment().put("BAGU_HOME", work.resolve("data").toString());
    builder.redirectErrorStream(true).redirectOutput(printed.toFile());
    int code = builder.start().waitFor();
    String text = Files.readString(printed);
    if (code != 0) {
      throw new IllegalStateException(command + " ended with " + code + ":\n" + text);
    }
    return text;
  }
}
