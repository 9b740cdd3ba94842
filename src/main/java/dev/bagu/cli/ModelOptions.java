package dev.bagu.cli;

import dev.bagu.llm.ConfigFile;
import dev.bagu.llm.ModelSettings;
import dev.bagu.llm.Setting;
import dev.bagu.llm.Settings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which model answers; the key has none, because arguments are public. */
final class ModelOptions {
  @Option(names = "--offline", order = 30, description = "Use no model, even if one is configured.")
  boolean offline;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      order = 31,
      description = "Name of the model (default: BAGU_MODEL).")
  @Nullable String model;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      order = 32,
      description = "OpenAI-compatible address (default: OPENAI_BASE_URL).")
  @Nullable String baseUrl;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      order = 33,
      description = "Longest time for a whole reply (default: BAGU_TIMEOUT, else 60).")
  @Nullable String timeout;

  /** The settings where a model is to be used, with what is odd about them told. */
  Optional<ModelSettings> configured(Context context) {
    if (offline) {
      return Optional.empty();
    }
    ModelSettings settings = settings(context);
    if (!settings.isConfigured()) {
      return Optional.empty();
    }
    settings.warnings().forEach(context::note);
    return Optional.of(settings);
  }

  /** The settings: flags, then environment, then configuration file. */
  ModelSettings settings(Context context) {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    put(flags, Setting.MODEL, model);
    put(flags, Setting.BASE_URL, baseUrl);
    put(flags, Setting.TIMEOUT, timeout);
    Map<String, String> environment = context.surroundings().environment();
    ConfigFile file =
        ConfigFile.read(ConfigFile.home(environment, context.surroundings().system()));
    return Settings.load(flags, environment, file);
  }

  private static void put(Map<Setting, String> flags, Setting setting, @Nullable String value) {
    if (value != null) {
      flags.put(setting, value);
    }
  }
}
