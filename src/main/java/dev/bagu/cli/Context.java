package dev.bagu.cli;

import dev.bagu.cli.terminal.Messages;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.index.EncoderPool;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every command has at hand: its surroundings, the language it speaks, the folders.
 *
 * @param surroundings outside the program
 * @param messages texts in the person's language
 * @param folders where things lie
 * @param encoders the models; whoever made the context closes them
 * @param debug whether a failure shows its trace
 */
record Context(
    Surroundings surroundings,
    Messages messages,
    Folders folders,
    EncoderPool encoders,
    boolean debug) {

  /**
   * Looks for {@code --lang} and {@code --debug} before the command line is parsed, since a mistake
   * on it must already be told in the right language.
   *
   * @throws dev.bagu.BadInput for a language that Bagu does not speak
   */
  static Context of(Surroundings surroundings, EncoderPool encoders, String... args) {
    return new Context(
        surroundings,
        Messages.of(lang(Arrays.asList(args)), surroundings.environment()),
        Folders.of(surroundings.environment(), surroundings.system()),
        encoders,
        Arrays.asList(args).contains("--debug"));
  }

  /** The same with models of its own, none of them open yet. */
  static Context of(Surroundings surroundings, String... args) {
    Folders folders = Folders.of(surroundings.environment(), surroundings.system());
    return of(surroundings, EncoderPool.over(folders.cache()), args);
  }

  private static @Nullable String lang(List<String> args) {
    for (int i = 0; i < args.size() && !args.get(i).equals("--"); i++) {
      if (args.get(i).startsWith("--lang=")) {
        return args.get(i).substring("--lang=".length());
      }
      if (args.get(i).equals("--lang") && i + 1 < args.size()) {
        return args.get(i + 1);
      }
    }
    return null;
  }

  /** The text of a key in the person's language. */
  String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** Whether the person reads Chinese. */
  boolean chinese() {
    return messages.locale().equals(Locale.CHINESE);
  }

  /** Where results go. */
  PrintStream out() {
    return surroundings.out();
  }

  /** Tells something beside the result, in one line on stderr. */
  void note(String line) {
    surroundings.err().println("bagu: " + Sanitizer.line(line));
    surroundings.err().flush();
  }
}
