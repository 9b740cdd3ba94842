package dev.bagu.cli.terminal;

import java.util.Optional;

/**
 * Where a person's lines come from: a terminal with editing and history, or a pipe.
 *
 * <p>Example: {@code input.read("> ")} gives {@code 那它的缺点呢?}; a line that ends in a backslash goes
 * on in the next, and the text has a line feed there. For one thread.
 */
public interface LineInput extends AutoCloseable {
  /**
   * The next text, without white space around it; may be blank.
   *
   * @param prompt what stands before it
   * @return empty at the end of the input: Ctrl-D on an empty line, or the end of the pipe
   */
  Optional<String> read(String prompt);

  /**
   * The next text of several lines. An empty line ends it, or a line that holds a single full stop,
   * or a command. Text pasted at once may have empty lines in it.
   *
   * @param prompt what stands before the first line
   * @param draft what is typed already; the person goes on behind it
   */
  Typed readText(String prompt, String draft);

  /** Keeps a text among the earlier ones, which the arrow keys bring back. */
  void remember(String text);

  /**
   * Does work that Ctrl-C stops. Where there is no terminal, the signal ends the program as it does
   * anywhere else.
   *
   * @param stop what Ctrl-C does, on another thread, maybe more than once; must not block
   */
  void stoppable(Runnable stop, Runnable work);

  /** Whether somebody sits there and types. */
  boolean isTyped();

  @Override
  void close();
}
