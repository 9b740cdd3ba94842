package dev.bagu.cli.terminal;

import java.util.regex.Pattern;

/**
 * A text of several lines, and how its reading came to an end.
 *
 * @param ending what the person did
 * @param text without white space around it and without the line that ended it; a command in its
 *     last line stays. What was typed so far where it was not sent
 */
public record Typed(Ending ending, String text) {
  private static final String STOP = ".";
  private static final Pattern COMMAND = Pattern.compile("/[a-z]+");

  /** How a text ended. */
  public enum Ending {
    /** It was sent. */
    SENT,
    /** Ctrl-C. */
    INTERRUPTED,
    /** Ctrl-D, or the end of the pipe. */
    END
  }

  static Typed sent(String lines) {
    String text = lines.strip();
    boolean stopped = lastLine(text).equals(STOP);
    return new Typed(
        Ending.SENT, stopped ? text.substring(0, text.length() - 1).stripTrailing() : text);
  }

  /** Whether a line is a command: a slash and small letters, such as {@code /hint}. */
  public static boolean isCommand(String line) {
    return COMMAND.matcher(line.strip()).matches();
  }

  /** Whether a line ends the text that it stands in: nothing, a single full stop, a command. */
  static boolean isEnd(String line) {
    return line.isBlank() || line.strip().equals(STOP) || isCommand(line);
  }

  /** The last line of a text. */
  public static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1).strip();
  }
}
