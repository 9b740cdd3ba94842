package dev.bagu.llm;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which model is used, and how. Safe to print: the key shows as {@code ***}.
 *
 * <p>Example: {@code https://api.deepseek.com/v1}, key {@code ***}, {@code deepseek-chat}.
 *
 * @param baseUrl address of the OpenAI-compatible interface, without a slash at its end
 * @param key sent to {@code baseUrl} alone; empty for servers that need none
 * @param model the model's name; empty when no model is configured
 * @param limits time limits and retries
 * @param evidenceTokens how many tokens of evidence go into one prompt; 200 to 1,000,000
 * @param origins where each value came from
 * @param warnings what a person should know about the configuration, one line each; usually empty
 */
public record ModelSettings(
    URI baseUrl,
    Optional<Secret> key,
    String model,
    Limits limits,
    int evidenceTokens,
    Map<Setting, Origin> origins,
    List<String> warnings) {

  /** Copies the collections. */
  public ModelSettings {
    origins = Map.copyOf(origins);
    warnings = List.copyOf(warnings);
  }

  /** Whether a model answers: one is named, or a key is set and the default model serves. */
  public boolean isConfigured() {
    return !model.isEmpty();
  }

  /** The same with other limits. */
  public ModelSettings withLimits(Limits other) {
    return new ModelSettings(baseUrl, key, model, other, evidenceTokens, origins, warnings);
  }

  /** Where the value of a setting came from, as doctor shows it. */
  public Origin origin(Setting setting) {
    return origins.getOrDefault(setting, new Origin(Origin.Source.DEFAULT, ""));
  }
}
