package dev.bagu.interview;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BadInput;
import dev.bagu.llm.PromptLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wordings of one language: {@code prompts/interview-zh.md}, {@code prompts/interview-en.md}. A
 * heading is a key, each {@code - } line below it one wording.
 *
 * @param name the file's name without its ending
 * @param version what its front matter says
 * @param wordings key to its wordings, at least one each
 */
record Phrases(String name, String version, Map<String, List<String>> wordings) {
  private static final Pattern VERSION = Pattern.compile("(?m)^version:[ \\t]*(\\S+)[ \\t]*$");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

  Phrases {
    wordings = Map.copyOf(wordings);
  }

  /**
   * Reads the file of a language.
   *
   * @throws BadInput when it is not there or not in this notation
   */
  static Phrases load(PromptLibrary library, boolean chinese) {
    String name = chinese ? "interview-zh" : "interview-en";
    Path file = library.folder().resolve(name + ".md");
    try {
      return parse(name, file, Files.readString(file, UTF_8).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new BadInput(
          file + " cannot be read; it must be there, in UTF-8 (set -Dbagu.prompts=FOLDER)", e);
    }
  }

  private static Phrases parse(String name, Path file, String text) {
    Matcher version = VERSION.matcher(text);
    if (!version.find()) {
      throw new BadInput(file + ": the front matter has no 'version: N' line");
    }
    Map<String, List<String>> wordings = new LinkedHashMap<>();
    List<String> open = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ")) {
        open = wordings.computeIfAbsent(line.substring(2).strip(), any -> new ArrayList<>());
      } else if (line.startsWith("- ")) {
        open.add(line.substring(2).strip());
      }
    }
    wordings.forEach(
        (key, lines) -> {
          if (lines.isEmpty()) {
            throw new BadInput(file + ": # " + key + " has no '- ' line");
          }
        });
    return new Phrases(name, version.group(1), wordings);
  }

  /** Whether there is a wording of a key. */
  boolean has(String key) {
    return wordings.containsKey(key);
  }

  /**
   * A wording with its values. Values are data: braces in them stay.
   *
   * @param choice which of the wordings, taken round and round
   * @throws BadInput when the file lacks the key, or the wording names a value that there is not
   */
  String text(String key, int choice, Map<String, String> values) {
    List<String> lines = wordings.getOrDefault(key, List.of());
    if (lines.isEmpty()) {
      throw new BadInput("prompts/" + name + ".md lacks # " + key + "; put it back");
    }
    String line = lines.get(Math.floorMod(choice, lines.size()));
    return PLACEHOLDER
        .matcher(line)
        .replaceAll(
            match -> {
              String value = value(key, match.group(1), values);
              String before = meets(line, match.start() - 1, value, 0) ? " " : "";
              String after = meets(line, match.end(), value, value.length() - 1) ? " " : "";
              return Matcher.quoteReplacement(before + value + after);
            });
  }

  /** Whether a Latin word of a value stands beside a Chinese character: a space goes between. */
  private static boolean meets(String line, int at, String value, int edge) {
    return at >= 0
        && at < line.length()
        && !value.isEmpty()
        && Character.isIdeographic(line.charAt(at))
        && value.charAt(edge) < 0x2E80
        && Character.isLetterOrDigit(value.charAt(edge));
  }

  /** The first wording of a key. */
  String text(String key, Map<String, String> values) {
    return text(key, 0, values);
  }

  private String value(String key, String placeholder, Map<String, String> values) {
    String value = values.get(placeholder);
    if (value == null) {
      throw new BadInput(
          "prompts/" + name + ".md: nothing fills {{" + placeholder + "}} of # " + key);
    }
    return value;
  }
}
