package dev.bagu.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs all parts and prints the table; {@code package-info} has the command. */
final class Benchmark {
  private Benchmark() {}

  /** Takes no arguments; see {@link Setting} for what can be set. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Setting setting = Setting.ofProperties();
    out.printf(
        "%d cores, JDK %s, %s %s; medians of %d rounds, in turns%n%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        setting.rounds());
    Table table = new Table(out);
    if (setting.wants("cold")) {
      ColdStart.run(setting, table);
    }
    Notes notes = new Notes(setting, table);
    if (setting.wants("start")) {
      SecondStart.run(setting, notes, table);
    }
    if (setting.wants("index")) {
      Indexing.run(setting, table);
    }
    if (setting.wants("search")) {
      Searching.run(setting, table);
    }
    if (setting.wants("warm")) {
      WarmQuery.run(setting, notes, table);
    }
  }
}
