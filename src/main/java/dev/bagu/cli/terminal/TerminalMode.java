package dev.bagu.cli.terminal;

import java.util.Locale;
import java.util.Map;

/**
 * What to print where: the Markdown source, plain text, or coloured text, at a width.
 *
 * <p>Example: {@code detect(Map.of("TERM", "xterm-256color"), true, 100)} is {@code COLOUR} at 100
 * columns; with {@code NO_COLOR=1} it is {@code PLAIN}; with the output piped it is {@code RAW}.
 *
 * @param kind how much is done to the text
 * @param width columns that a line may take, {@link #MIN_WIDTH} to {@link #MAX_WIDTH}
 */
public record TerminalMode(Kind kind, int width) {
  /** Narrower terminals are treated as this wide: columns. */
  public static final int MIN_WIDTH = 20;

  /** Lines are never longer, however wide the terminal is: 60 Chinese characters, columns. */
  public static final int MAX_WIDTH = 120;

  /** The width where none can be found out: columns of the classic terminal. */
  public static final int DEFAULT_WIDTH = 80;

  /** How a text is shown. */
  public enum Kind {
    /** The Markdown source, sanitised and otherwise untouched: for pipes and files. */
    RAW,
    /**
     * Laid out without control sequences: for NO_COLOR, for simple terminals, for screen readers.
     */
    PLAIN,
    /** Laid out with bold, dim and colours. */
    COLOUR
  }

  /** Brings the width into its range. */
  public TerminalMode {
    width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width));
  }

  /** The source as it is, for a pipe or a file. */
  public static TerminalMode raw() {
    return new TerminalMode(Kind.RAW, DEFAULT_WIDTH);
  }

  /** Text laid out without colours at a width in columns. */
  public static TerminalMode plain(int width) {
    return new TerminalMode(Kind.PLAIN, width);
  }

  /** Text laid out with colours at a width in columns. */
  public static TerminalMode colour(int width) {
    return new TerminalMode(Kind.COLOUR, width);
  }

  /**
   * Chooses by the conventions of the command line.
   *
   * <p>{@code NO_COLOR} with any value (no-color.org) and {@code TERM=dumb} switch colours off; on
   * Windows colours need a terminal known to understand them ({@code WT_SESSION}, {@code
   * ConEmuANSI=ON}, {@code ANSICON} or a {@code TERM}). Nothing switches colours on for a pipe: who
   * wants that constructs the mode.
   *
   * @param env the environment variables
   * @param isTerminal whether the output goes to a terminal
   * @param width columns of that terminal
   */
  public static TerminalMode detect(Map<String, String> env, boolean isTerminal, int width) {
    if (!isTerminal) {
      return new TerminalMode(Kind.RAW, width);
    }
    boolean refused = !env.getOrDefault("NO_COLOR", "").isEmpty();
    String term = env.getOrDefault("TERM", "");
    boolean windows = env.getOrDefault("OS", "").toLowerCase(Locale.ROOT).startsWith("windows");
    boolean able =
        !term.equals("dumb")
            && (!windows
                || !term.isEmpty()
                || env.containsKey("WT_SESSION")
                || env.containsKey("ANSICON")
                || env.getOrDefault("ConEmuANSI", "").equals("ON"));
    return new TerminalMode(refused || !able ? Kind.PLAIN : Kind.COLOUR, width);
  }

  /** The mode of this process's standard output; see {@link TerminalProbe} for what it costs. */
  public static TerminalMode ofStdout(Map<String, String> env) {
    boolean terminal = TerminalProbe.isTerminal(TerminalProbe.Channel.OUT);
    return detect(env, terminal, terminal ? TerminalProbe.width(env) : DEFAULT_WIDTH);
  }

  /** Whether control sequences may be written. */
  public boolean isColour() {
    return kind == Kind.COLOUR;
  }

  /** The text in a look, where colours are on; else the text. */
  public String paint(Style style, String text) {
    return style(style).paint(text);
  }

  /** The look, where colours are on; else {@link Style#PLAIN}. */
  Style style(Style style) {
    return isColour() ? style : Style.PLAIN;
  }
}
