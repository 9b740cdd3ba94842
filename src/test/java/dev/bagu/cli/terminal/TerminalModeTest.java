package dev.bagu.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalModeTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "terminal             | TERM=xterm-256color | true | COLOUR",
        "no TERM on Unix      | LANG=C | true | COLOUR",
        "pipe                 | TERM=xterm | false | RAW",
        "colours refused      | TERM=xterm,NO_COLOR=1 | true | PLAIN",
        "refusal left empty   | TERM=xterm,NO_COLOR= | true | COLOUR",
        "dumb                 | TERM=dumb | true | PLAIN",
        "pipe, refused        | NO_COLOR=1 | false | RAW",
        "old Windows console  | OS=Windows_NT | true | PLAIN",
        "Windows Terminal     | OS=Windows_NT,WT_SESSION=1 | true | COLOUR",
        "Git Bash             | OS=Windows_NT,TERM=xterm | true | COLOUR",
      })
  void follows_the_conventions(
      String name, String env, boolean isTerminal, TerminalMode.Kind kind) {
    assertThat(TerminalMode.detect(variables(env), isTerminal, 80).kind()).as(name).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"5, 20", "20, 20", "97, 97", "300, 120", "0, 20"})
  void keeps_the_width_in_its_range(int given, int width) {
    assertThat(TerminalMode.plain(given).width()).isEqualTo(width);
  }

  @Test
  void paints_only_in_colour() {
    assertThat(TerminalMode.colour(80).paint(Style.GOOD, "x")).isEqualTo("\u001b[32mx\u001b[0m");
    assertThat(TerminalMode.plain(80).paint(Style.GOOD, "x")).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource({"COLUMNS=100, 100", "COLUMNS=132, 132"})
  void takes_the_width_from_the_environment(String env, int width) {
    assertThat(TerminalProbe.width(variables(env))).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"24 80, 80", "0 0, 0", "stdin isn't a terminal, 0", "'', 0", "24 999999, 0"})
  void reads_what_stty_prints(String printed, int columns) {
    assertThat(TerminalProbe.columns(printed)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({"/dev/pts/3, true", "/dev/tty1, true", "/dev/null, false", "pipe:[4711], false"})
  void knows_the_devices_of_terminals(String device, boolean isTerminal) {
    assertThat(TerminalProbe.isTerminalDevice(device)).isEqualTo(isTerminal);
  }

  private static Map<String, String> variables(String env) {
    Map<String, String> variables = new HashMap<>();
    for (String pair : env.split(",", -1)) {
      variables.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return variables;
  }
}
