package dev.bagu.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command. {@link Context} reads the first two before picocli does. */
final class BasicOptions {
  @Option(
      names = "--lang",
      paramLabel = "LANG",
      order = 90,
      description = "Language of messages: zh or en (default: BAGU_LANG, else the locale).")
  @Nullable String lang;

  @Option(names = "--debug", order = 91, description = "Show the trace of a failure.")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 92,
      description = "Show this help.")
  boolean help;
}
