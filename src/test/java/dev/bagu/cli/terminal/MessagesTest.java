package dev.bagu.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bagu.BadInput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "option wins            | zh | BAGU_LANG=en,LANG=en_US.UTF-8 | en | zh",
        "option with a country  | zh-CN | LANG=en_US.UTF-8 | en | zh",
        "own variable next      | - | BAGU_LANG=zh,LC_ALL=en_US.UTF-8 | en | zh",
        "LC_ALL before LANG     | - | LC_ALL=zh_CN.UTF-8,LANG=en_US.UTF-8 | en | zh",
        "LC_MESSAGES before LANG| - | LC_MESSAGES=en_GB,LANG=zh_CN.UTF-8 | zh | en",
        "LANG                   | - | LANG=zh_TW.UTF-8 | en | zh",
        "empty ones are skipped | - | LC_ALL=,LANG=zh_CN | en | zh",
        "C leaves it to Java    | - | LC_ALL=C.UTF-8,LANG=en_US | zh | zh",
        "French leaves it too   | - | LANG=fr_FR.UTF-8 | fr | en",
        "nothing set, Chinese   | - | X= | zh | zh",
        "nothing set, other     | - | X= | de | en",
      })
  void chooses_the_language_in_order(
      String name, String lang, String env, String user, String language) {
    Map<String, String> variables = new HashMap<>();
    for (String pair : env.split(",", -1)) {
      variables.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }

    Locale chosen = Messages.choose(lang, variables, Locale.forLanguageTag(user));

    assertThat(Messages.of(chosen).locale().getLanguage()).as(name).isEqualTo(language);
  }

  @Test
  void says_which_languages_there_are() {
    assertThatThrownBy(() -> Messages.of("fr\u001b", Map.of()))
        .isInstanceOf(BadInput.class)
        .hasMessage("illegal --lang: fr\\u001b, must be zh or en");
  }

  @Test
  void fills_placeholders_with_clean_arguments_and_nothing_else() {
    Messages english = Messages.of(Locale.ENGLISH);

    assertThat(english.text("progress.rate", 85)).isEqualTo("85/s");
    assertThat(english.text("progress.rate", "{0} a\n\u001b[31mb")).isEqualTo("{0} a\\nb/s");
    assertThat(english.text("progress.rate")).isEqualTo("{0}/s");
  }

  @Test
  void speaks_chinese() {
    assertThat(Messages.of(Locale.SIMPLIFIED_CHINESE).text("progress.rate", 85)).isEqualTo("85/秒");
  }

  @Test
  void refuses_a_key_that_does_not_exist() {
    assertThatThrownBy(() -> Messages.of(Locale.ENGLISH).text("check.nonsense"))
        .hasMessage("illegal message key: check.nonsense, must be in the bundle");
  }
}
