package dev.bagu.llm;

import dev.bagu.BadInput;
import dev.bagu.llm.Origin.Source;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Gathers {@link ModelSettings} from flags, environment and configuration file, in this order; the
 * first that sets a value wins, an empty value sets nothing.
 *
 * <p>Example: {@code Settings.load(Map.of(Setting.MODEL, "qwen3"), System.getenv(), file)}.
 */
public final class Settings {
  /** The model for which a key alone is enough. */
  public static final String DEFAULT_MODEL = "gpt-4o-mini";

  private final Map<Setting, String> flags;
  private final Map<String, String> environment;
  private final ConfigFile file;
  private final Map<Setting, Origin> origins = new EnumMap<>(Setting.class);
  private final List<String> warnings = new ArrayList<>();

  private Settings(Map<Setting, String> flags, Map<String, String> environment, ConfigFile file) {
    this.flags = flags;
    this.environment = environment;
    this.file = file;
  }

  /**
   * The settings as they stand now.
   *
   * @throws BadInput when a value cannot be used; the message names its source
   */
  public static ModelSettings load(
      Map<Setting, String> flags, Map<String, String> environment, ConfigFile file) {
    if (flags.containsKey(Setting.API_KEY)) {
      throw new IllegalArgumentException("the API key has no flag");
    }
    return new Settings(flags, environment, file).gather();
  }

  private ModelSettings gather() {
    warnOfUnknownNames();
    URI baseUrl = baseUrl(value(Setting.BASE_URL));
    Optional<Secret> key = key();
    warnOfOpenKey(baseUrl, key);
    String named = value(Setting.MODEL).strip();
    String model = named.isEmpty() && key.isPresent() ? DEFAULT_MODEL : named;
    Limits limits =
        new Limits(
            Limits.DEFAULT.connect(),
            seconds(Setting.FIRST_TOKEN_TIMEOUT),
            seconds(Setting.IDLE_TIMEOUT),
            seconds(Setting.TIMEOUT),
            Limits.DEFAULT.backoff());
    int tokens = number(Setting.EVIDENCE_TOKENS, 200, 1_000_000);
    return new ModelSettings(baseUrl, key, model, limits, tokens, origins, warnings);
  }

  /** The value that wins, and a note of where it came from. */
  private String value(Setting setting) {
    String flag = flags.getOrDefault(setting, "");
    String variable = environment.getOrDefault(setting.variable(), "");
    String property = file.values().getOrDefault(setting.property(), "");
    if (!flag.isBlank()) {
      return from(setting, flag, new Origin(Source.FLAG, setting.flag()));
    }
    if (!variable.isBlank()) {
      return from(setting, variable, new Origin(Source.ENVIRONMENT, setting.variable()));
    }
    if (!property.isBlank() && mayUse(setting)) {
      return from(setting, property, new Origin(Source.CONFIG_FILE, file.path().toString()));
    }
    return from(setting, setting.fallback(), new Origin(Source.DEFAULT, ""));
  }

  private String from(Setting setting, String value, Origin origin) {
    origins.put(setting, origin);
    return value;
  }

  private boolean mayUse(Setting setting) {
    if (setting != Setting.API_KEY || file.ownerOnly()) {
      return true;
    }
    warnings.add(
        file.path()
            + ": its api_key is not used, because others can read the file;"
            + " run: chmod 600 "
            + file.path());
    return false;
  }

  private Optional<Secret> key() {
    String key = value(Setting.API_KEY);
    return key.isBlank() ? Optional.empty() : Optional.of(Secret.of(key, where(Setting.API_KEY)));
  }

  private URI baseUrl(String text) {
    String rule =
        where(Setting.BASE_URL)
            + " must be an http or https address such as https://api.openai.com/v1,"
            + " without a user name, '?' or '#'";
    try {
      URI uri = new URI(text.strip().replaceAll("/+$", ""));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!web
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null) {
        throw new BadInput(rule);
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new BadInput(rule); // without its cause, which quotes the whole value
    }
  }

  private Duration seconds(Setting setting) {
    return Duration.ofSeconds(number(setting, 1, 3600));
  }

  private int number(Setting setting, int least, int most) {
    String text = value(setting).strip();
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new BadInput(
        where(setting) + ": " + text + " must be a whole number from " + least + " to " + most);
  }

  /** The source of a value as a message names it: the flag, the variable, or file and name. */
  private String where(Setting setting) {
    Origin origin = origins.getOrDefault(setting, new Origin(Source.DEFAULT, ""));
    return origin.source() == Source.CONFIG_FILE
        ? origin.name() + ", " + setting.property()
        : origin.toString();
  }

  private void warnOfUnknownNames() {
    TreeSet<String> unknown = new TreeSet<>(file.values().keySet());
    Arrays.stream(Setting.values()).map(Setting::property).forEach(unknown::remove);
    for (String name : unknown) {
      warnings.add(file.path() + ": there is no setting '" + name + "'; it is ignored");
    }
  }

  private void warnOfOpenKey(URI baseUrl, Optional<Secret> key) {
    if (key.isPresent() && "http".equals(baseUrl.getScheme()) && !isLoopback(baseUrl.getHost())) {
      warnings.add(baseUrl + " is not encrypted: the API key can be read on the way; use https");
    }
  }

  /** Whether an address names this machine; asks no name server. */
  private static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return host.matches("[\\d.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
