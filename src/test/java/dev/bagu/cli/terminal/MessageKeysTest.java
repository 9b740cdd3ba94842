package dev.bagu.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the two bundles and the code together. A key is used where the code of the command line has
 * it as a string; so a key is never glued together. A group of keys ({@code check.…}) of which the
 * code uses none yet waits for its command; once it uses one, it must use all.
 */
class MessageKeysTest {
  private static final Path CODE = Path.of("src", "main", "java", "dev", "bagu", "cli");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z_]+(?:\\.[a-z_]+)+)\"");
  private static final Pattern CALL = Pattern.compile("\\.text\\(\\s*\"([^\"]+)\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  private final Messages english = Messages.of(Locale.ENGLISH);
  private final Messages chinese = Messages.of(Locale.CHINESE);

  @Test
  void both_bundles_have_the_same_keys() {
    assertThat(chinese.keys()).isEqualTo(english.keys());
  }

  @Test
  void both_texts_of_a_key_have_the_same_placeholders() {
    for (String key : english.keys()) {
      assertThat(placeholders(chinese.text(key)))
          .as(key)
          .isEqualTo(placeholders(english.text(key)));
    }
  }

  @Test
  void no_text_is_empty() {
    for (String key : english.keys()) {
      assertThat(english.text(key)).as(key).isNotBlank();
      assertThat(chinese.text(key)).as(key).isNotBlank();
    }
  }

  @Test
  void every_key_that_the_code_uses_exists() throws IOException {
    assertThat(english.keys()).containsAll(found(CALL));
  }

  @Test
  void every_key_of_a_group_in_use_is_used() throws IOException {
    Set<String> used = found(LITERAL);
    Set<String> groups =
        used.stream()
            .filter(english.keys()::contains)
            .map(MessageKeysTest::group)
            .collect(Collectors.toSet());

    List<String> unused =
        english.keys().stream()
            .filter(key -> groups.contains(group(key)) && !used.contains(key))
            .toList();

    assertThat(unused).isEmpty();
  }

  private static String group(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CODE)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }
}
