package dev.bagu.benchmark;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A question to the packaged program, from the launcher to the last line: whole processes. */
final class ColdStart {
  private static final Pattern MODEL_JARS =
      Pattern.compile("langchain4j|onnxruntime|tokenizers|api-0|jackson|slf4j|jspecify");

  /**
   * Fewer than elsewhere: one round embeds the whole bank, minutes where the rest takes a second.
   */
  private static final int EASY_RAG_ROUNDS = 3;

  private ColdStart() {}

  static void run(Setting setting, Table table) throws Exception {
    String minimal = minimalClassPath();
    double[] times =
        Race.run(
            setting.rounds(),
            () -> setting.bagu("ask", "--offline", Setting.QUESTION),
            () -> setting.java(minimal, MinimalProgram.class, Setting.QUESTION),
            () -> setting.bagu("ask", "--offline", Setting.ENGLISH),
            () -> setting.bagu("search", Setting.QUESTION));
    table.atMost("cold ask --offline : program that loads the model", times[0], times[1], 0.45);
    table.atMost("cold ask --offline in English : the same program", times[2], times[1], 0.6);
    table.atMost("cold search : the same program", times[3], times[1], 0.45);
    parts(setting, table, times[0]);
    easyRag(setting, table);
  }

  /** Where the time of a cold ask goes. */
  private static void parts(Setting setting, Table table, double whole) throws Exception {
    String jars = minimalClassPath();
    List<double[]> parts = new ArrayList<>();
    double java =
        Race.run(
            setting.rounds(),
            () -> setting.java(jars, ColdStartParts.class),
            () -> parts.add(timed(setting, jars)))[0];
    double[] middle = new double[3];
    for (int i = 0; i < middle.length; i++) {
      int part = i;
      middle[i] = Race.median(parts.stream().mapToDouble(each -> each[part]).toArray());
    }
    share(table, "Java itself", java, whole);
    share(table, "ONNX Runtime's native load", middle[0], whole);
    share(table, "the model's session", middle[1], whole);
    share(table, "the tokenizer, with its native load", middle[2], whole);
    double ours = whole - java - Arrays.stream(middle).sum();
    table.row(
        "share of cold ask: the rest, ours",
        Table.time(ours),
        Table.time(whole),
        String.format(Locale.ROOT, "%.0f %%", 100 * ours / whole),
        "at most 25 %",
        Table.met(ours <= whole / 4));
  }

  private static void share(Table table, String what, double part, double whole) {
    table.row(
        "share of cold ask: " + what + ", alone",
        Table.time(part),
        Table.time(whole),
        String.format(Locale.ROOT, "%.0f %%", 100 * part / whole),
        "",
        "");
  }

  private static double[] timed(Setting setting, String jars) throws Exception {
    String printed =
        setting.java(jars, ColdStartParts.class, setting.home().resolve("models").toString());
    return Pattern.compile(" ")
        .splitAsStream(printed.strip())
        .mapToDouble(nanos -> Long.parseLong(nanos) / 1e6)
        .toArray();
  }

  private static void easyRag(Setting setting, Table table) throws Exception {
    String what = "cold ask --offline : easy-rag, index and ask (" + EASY_RAG_ROUNDS + " rounds)";
    if (setting.easyRag().isEmpty()) {
      table.skipped(what, "easy-rag is on no class path: run with -Pbenchmark");
      return;
    }
    String classPath = setting.easyRag() + File.pathSeparator + ownClasses();
    double[] times =
        Race.run(
            EASY_RAG_ROUNDS,
            () -> setting.bagu("ask", "--offline", Setting.QUESTION),
            () ->
                setting.java(
                    classPath, EasyRagProgram.class, setting.bank().toString(), Setting.QUESTION));
    table.atMost(what, times[0], times[1], 0.10);
  }

  /** The model with what it needs, and nothing that a start would have to look through besides. */
  private static String minimalClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            jar ->
                jar.endsWith("test-classes")
                    || MODEL_JARS.matcher(String.valueOf(Path.of(jar).getFileName())).find())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String ownClasses() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith("test-classes"))
        .findFirst()
        .orElseThrow();
  }
}
