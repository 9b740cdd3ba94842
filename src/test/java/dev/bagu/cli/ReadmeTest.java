package dev.bagu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.cli.terminal.TerminalMode;
import dev.bagu.knowledge.KnowledgeBase;
import dev.bagu.llm.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;

/** What README shows is there: commands, options, variables, links and numbers. */
class ReadmeTest {
  private static final String README = read();

  static List<String> commands() {
    List<String> commands = new ArrayList<>();
    Matcher shown =
        Pattern.compile("(?m)^(?:\\$ |.*\\| )?bagu ([a-z].*)$|`bagu (\\w[^`]*)`").matcher(README);
    while (shown.find()) {
      String command = shown.group(1) == null ? shown.group(2) : shown.group(1);
      commands.add(command.replaceAll(" {2,}.*", "")); // a remark stands behind spaces
    }
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_shown_can_be_typed(String command) {
    CommandLine line = commandLine();
    List<String> words =
        Pattern.compile("\"([^\"]*)\"|(\\S+)")
            .matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .toList();

    assertThat(line.getSubcommands()).containsKey(words.get(0));
    try {
      line.parseArgs(words.toArray(String[]::new));
    } catch (MissingParameterException e) {
      assertThat(words).as("a command only named in passing").doesNotContain("ask", "search");
    }
  }

  @Test
  void every_option_shown_exists() {
    TreeSet<String> known = new TreeSet<>();
    collect(commandLine(), known);

    assertThat(known).containsAll(found("(?<![\\w-])--[a-z][a-z-]+"));
  }

  @Test
  void every_variable_shown_exists() {
    TreeSet<String> known = new TreeSet<>(List.of("BAGU_HOME", "BAGU_CACHE", "BAGU_LANG"));
    for (Setting setting : Setting.values()) {
      known.add(setting.variable());
    }

    assertThat(known).containsAll(found("\\b(?:BAGU|OPENAI)_[A-Z_]+"));
  }

  @Test
  void every_file_linked_exists() {
    for (String target : found("(?<=]\\()(?!http)[^)]+")) {
      assertThat(Path.of(target)).exists();
    }
  }

  @Test
  void the_bank_is_as_large_as_it_says() {
    KnowledgeBase bank = KnowledgeBase.load(List.of(Path.of("knowledge")));
    long sections = bank.entries().stream().map(entry -> entry.section().id()).distinct().count();

    assertThat(README).contains(bank.entries().size() + " entries in " + sections + " sections");
  }

  @Test
  void both_quick_starts_are_one_command() {
    String main = block("main");

    assertThat(README.split(Pattern.quote(main), -1)).as("Chinese and English").hasSize(3);
    assertThat(block("test")).startsWith("mvn ");
  }

  private static CommandLine commandLine() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return Bagu.commandLine(
        Context.of(
            new Surroundings(
                InputStream.nullInputStream(),
                true,
                nowhere,
                TerminalMode::raw,
                nowhere,
                false,
                Map.of("LANG", "en"),
                new Properties())));
  }

  private static void collect(CommandLine line, Set<String> names) {
    names.addAll(line.getCommandSpec().optionsMap().keySet());
    line.getSubcommands().values().forEach(each -> collect(each, names));
  }

  private static List<String> found(String regex) {
    return Pattern.compile(regex).matcher(README).results().map(MatchResult::group).toList();
  }

  private static String block(String mark) {
    Matcher block =
        Pattern.compile("<!-- ci: " + mark + " -->\n```\n(.*?)\n```", Pattern.DOTALL)
            .matcher(README);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static String read() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
