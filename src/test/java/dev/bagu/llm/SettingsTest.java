package dev.bagu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bagu.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir Path home = Path.of("unset");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          flag,  variable, file,  model,       origin
          a,     b,        c,     a,           --model
          -,     b,        c,     b,           BAGU_MODEL
          ' ',   ' ',      c,     c,           FILE
          -,     -,        -,     '',          default
          """,
      useHeadersInDisplayName = true)
  void the_first_source_that_sets_a_value_wins(
      @Nullable String flag,
      @Nullable String variable,
      @Nullable String file,
      String model,
      String origin)
      throws IOException {
    ConfigFile config = config(file == null ? "" : "model = " + file);

    ModelSettings settings =
        Settings.load(
            flag == null ? Map.of() : Map.of(Setting.MODEL, flag),
            variable == null ? Map.of() : Map.of("BAGU_MODEL", variable),
            config);

    assertThat(settings.model()).isEqualTo(model);
    assertThat(settings.origin(Setting.MODEL).toString().replace(config.path().toString(), "FILE"))
        .isEqualTo(origin);
    assertThat(settings.isConfigured()).isEqualTo(!model.isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          model,    key,    base url,                  mode
          '',       '',     '',                        offline
          '',       '',     http://localhost:11434/v1, offline
          qwen3,    '',     http://localhost:11434/v1, qwen3
          qwen3,    '',     '',                        qwen3
          '',       sk-abc, '',                        gpt-4o-mini
          ds-chat,  sk-abc, https://api.deepseek.com,  ds-chat
          """,
      useHeadersInDisplayName = true)
  void a_model_or_a_key_configures_a_model(String model, String key, String baseUrl, String mode)
      throws IOException {
    Map<String, String> environment =
        Map.of("BAGU_MODEL", model, "OPENAI_API_KEY", key, "OPENAI_BASE_URL", baseUrl);

    ModelSettings settings = Settings.load(Map.of(), environment, config(""));

    assertThat(settings.isConfigured() ? settings.model() : "offline").isEqualTo(mode);
  }

  @Test
  void defaults_are_openai_and_a_minute() throws IOException {
    ModelSettings settings = Settings.load(Map.of(), Map.of(), config(""));

    assertThat(settings.baseUrl()).hasToString("https://api.openai.com/v1");
    assertThat(settings.limits()).isEqualTo(Limits.DEFAULT);
    assertThat(settings.evidenceTokens()).isEqualTo(6000);
    assertThat(settings.key()).isEmpty();
    assertThat(settings.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OPENAI_BASE_URL      | localhost:11434       | OPENAI_BASE_URL must be an http or https
          OPENAI_BASE_URL      | ftp://x/v1            | OPENAI_BASE_URL must be an http or https
          OPENAI_BASE_URL      | https://u:secret@x/v1 | OPENAI_BASE_URL must be an http or https
          OPENAI_BASE_URL      | https://x/v1?secret=1 | OPENAI_BASE_URL must be an http or https
          OPENAI_BASE_URL      | https://a b secret    | OPENAI_BASE_URL must be an http or https
          OPENAI_API_KEY       | sk secret             | OPENAI_API_KEY: the API key is blank or holds
          OPENAI_API_KEY       | sk-秘密secret         | OPENAI_API_KEY: the API key is blank or holds
          BAGU_TIMEOUT         | 0                     | BAGU_TIMEOUT: 0 must be a whole number from 1
          BAGU_TIMEOUT         | 1m                    | BAGU_TIMEOUT: 1m must be a whole number from
          BAGU_EVIDENCE_TOKENS | 199                   | BAGU_EVIDENCE_TOKENS: 199 must be a whole
          """)
  void a_value_that_cannot_be_used_is_named_with_its_source(
      String variable, String value, String message) throws IOException {
    ConfigFile none = config("");

    assertThatThrownBy(() -> Settings.load(Map.of(), Map.of(variable, value), none))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith(message)
        .satisfies(failure -> assertThat(failure.toString()).doesNotContain("secret"))
        .hasNoCause();
  }

  @Test
  void a_key_in_a_file_that_others_can_read_is_not_used() throws IOException {
    config("api_key = sk-abc\nmodel = qwen3");
    Path file = home.resolve("config.properties");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    ModelSettings open = Settings.load(Map.of(), Map.of(), ConfigFile.read(home));

    assertThat(open.key()).isEmpty();
    assertThat(open.model()).isEqualTo("qwen3");
    assertThat(open.warnings())
        .containsExactly(
            file
                + ": its api_key is not used, because others can read the file;"
                + " run: chmod 600 "
                + file);
  }

  @Test
  void a_key_in_a_file_of_its_owner_is_used_and_never_shown() throws IOException {
    ModelSettings settings = Settings.load(Map.of(), Map.of(), config("api_key = sk-abcdef123"));

    assertThat(settings.key()).hasValueSatisfying(key -> assertThat(key).hasToString("***"));
    assertThat(settings.toString()).doesNotContain("sk-abcdef123");
    assertThat(settings.origin(Setting.API_KEY).source()).isEqualTo(Origin.Source.CONFIG_FILE);
  }

  @Test
  void a_key_over_plain_http_is_warned_of_but_not_on_this_machine() throws IOException {
    assertThat(warnings("http://gpu.example:8000/v1"))
        .containsExactly(
            "http://gpu.example:8000/v1 is not encrypted:"
                + " the API key can be read on the way; use https");
    assertThat(warnings("http://localhost:8000/v1")).isEmpty();
    assertThat(warnings("http://127.0.0.1:8000/v1")).isEmpty();
    assertThat(warnings("http://[::1]:8000/v1")).isEmpty();
  }

  @Test
  void an_unknown_name_in_the_file_is_warned_of() throws IOException {
    assertThat(Settings.load(Map.of(), Map.of(), config("modle = x")).warnings())
        .singleElement()
        .asString()
        .endsWith("there is no setting 'modle'; it is ignored");
  }

  @Test
  void a_file_that_is_no_properties_file_is_named() throws IOException {
    Files.writeString(home.resolve("config.properties"), "model = \\u12");

    assertThatThrownBy(() -> ConfigFile.read(home))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith(home.resolve("config.properties") + " cannot be read");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          property, variable, home
          /p,       /v,       /p
          '',       /v,       /v
          '',       '',       /u/.config/bagu
          """,
      useHeadersInDisplayName = true)
  void the_home_folder_is_property_then_variable_then_default(
      String property, String variable, String expected) {
    Properties system = new Properties();
    system.setProperty("user.home", "/u");
    system.setProperty("bagu.home.user", property);

    assertThat(ConfigFile.home(Map.of("BAGU_HOME", variable), system)).isEqualTo(Path.of(expected));
  }

  private List<String> warnings(String baseUrl) throws IOException {
    Map<String, String> environment = Map.of("OPENAI_BASE_URL", baseUrl, "OPENAI_API_KEY", "sk-a");
    return Settings.load(Map.of(), environment, config("")).warnings();
  }

  private ConfigFile config(String text) throws IOException {
    Path file = home.resolve("config.properties");
    Files.writeString(file, text, UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return ConfigFile.read(home);
  }
}
