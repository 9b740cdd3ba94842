package dev.bagu.cli;

import dev.bagu.index.EncoderPool;
import dev.bagu.index.IndexStore;
import dev.bagu.knowledge.Language;
import dev.bagu.retrieval.HybridRetriever;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Begins what a question will need, on other threads, before the command line is read: a model
 * takes longer to open than everything else together.
 *
 * <p>It guesses from the plain arguments; a wrong guess costs time and changes nothing.
 */
final class HeadStart {
  private static final Set<String> ASKING = Set.of("ask", "search", "check");
  private static final List<String> NOT_ASKING = List.of("-h", "--help");

  private HeadStart() {}

  /**
   * The models, of which those that the arguments ask for are opening already.
   *
   * @return to be closed, whatever happens: a process must not end while a model is opening
   */
  static EncoderPool of(Map<String, String> environment, Properties system, String... args) {
    EncoderPool encoders = EncoderPool.over(Folders.of(environment, system).cache());
    boolean asks =
        args.length > 0
            && ASKING.contains(args[0])
            && Arrays.stream(args).noneMatch(NOT_ASKING::contains);
    if (asks) {
      encoders.prepareFor(Language.of(words(args)));
      // A guess again: nobody waits for it, and what it loads is loaded once.
      Thread reading = new Thread(HeadStart::warmUp, "bagu-head-start");
      reading.setDaemon(true);
      reading.start();
    }
    return encoders;
  }

  private static void warmUp() {
    HybridRetriever.warmUp();
    IndexStore.warmUp();
  }

  /** The arguments after the command that are no options. */
  private static String words(String... args) {
    return Arrays.stream(args)
        .skip(1)
        .filter(word -> !word.startsWith("-"))
        .collect(Collectors.joining(" "));
  }
}
