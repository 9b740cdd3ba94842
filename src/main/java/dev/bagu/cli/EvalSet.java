package dev.bagu.cli;

import dev.bagu.BadInput;
import java.nio.file.Path;
import java.util.List;

/**
 * One {@code --set} of a fit: what is learned from, and the folder it is about.
 *
 * @param files the part before the last {@code =}
 * @param folder the part after it
 */
record EvalSet(String files, Path folder) {
  /**
   * Reads {@code FILES=DIR}.
   *
   * @throws BadInput if there is no file before the sign
   */
  static EvalSet of(String set, Context context) {
    int at = set.lastIndexOf('=');
    if (at < 1) {
      throw new BadInput(context.text("eval.set", set));
    }
    return new EvalSet(set.substring(0, at), Path.of(set.substring(at + 1)));
  }

  /** The documents of the folder alone. */
  OpenKnowledge open(Context context) {
    KnowledgeOptions options = new KnowledgeOptions();
    options.folders = List.of(folder);
    return OpenKnowledge.of(context, options);
  }
}
