package dev.bagu.cli.terminal;

import dev.bagu.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What Bagu says to a person, in Chinese or in English.
 *
 * <p>The texts stand in {@code messages_zh.properties} and {@code messages_en.properties}, one key
 * a text, grouped by command. Example: {@code text("progress.rate", 38)} is {@code 38/秒} or {@code
 * 38/s}. A placeholder {@code {0}} is replaced by its argument and nothing else has a meaning: no
 * quotes, no plurals, no number formats.
 *
 * <p>Immutable. Reads one small file when created (some milliseconds in a cold process; no {@code
 * ResourceBundle}).
 */
public final class Messages {
  private static final List<String> LOCALE_VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

  private final Locale locale;
  private final Properties texts;

  private Messages(Locale locale) {
    this.locale = locale;
    this.texts = load(locale.getLanguage());
  }

  /**
   * The texts for what the person chose: {@code --lang}, else {@code BAGU_LANG}, else the first of
   * {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG} that is set, if it names Chinese or
   * English, else Chinese where {@code user.language} is {@code zh}, else English.
   *
   * @param lang the value of {@code --lang}, such as {@code zh}, {@code en} or {@code zh-CN}; null
   *     when the option was not given
   * @param env the environment variables
   * @throws BadInput for a {@code --lang} or {@code BAGU_LANG} that is neither Chinese nor English
   */
  public static Messages of(@Nullable String lang, Map<String, String> env) {
    return of(choose(lang, env, Locale.getDefault()));
  }

  /** The texts for a locale: Chinese for any Chinese one, else English. */
  public static Messages of(Locale locale) {
    return new Messages(locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
  }

  /**
   * The choice that {@link #of(String, Map)} describes; {@code fallback} is the system's locale.
   */
  static Locale choose(@Nullable String lang, Map<String, String> env, Locale fallback) {
    if (lang != null) {
      return required("--lang", lang);
    }
    String own = env.getOrDefault("BAGU_LANG", "");
    if (!own.isBlank()) {
      return required("BAGU_LANG", own);
    }
    for (String variable : LOCALE_VARIABLES) {
      String value = env.getOrDefault(variable, "");
      if (!value.isBlank()) {
        Locale named = named(value);
        return named != null ? named : fallback;
      }
    }
    return fallback;
  }

  /** {@link Locale#CHINESE} or {@link Locale#ENGLISH}. */
  public Locale locale() {
    return locale;
  }

  /**
   * The text of a key with its placeholders filled. Arguments are sanitised as parts of one line; a
   * placeholder without an argument stays.
   *
   * @throws IllegalArgumentException for a key that the bundle does not have
   */
  public String text(String key, Object... arguments) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("illegal message key: " + key + ", must be in the bundle");
    }
    return fill(text, arguments);
  }

  /** All keys, in alphabetical order. */
  Set<String> keys() {
    return Collections.unmodifiableSet(new TreeSet<>(texts.stringPropertyNames()));
  }

  private static String fill(String text, Object... arguments) {
    StringBuilder filled = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int close = text.charAt(i) == '{' ? text.indexOf('}', i) : -1;
      int argument = close == i + 2 ? text.charAt(i + 1) - '0' : -1;
      if (argument >= 0 && argument < Math.min(10, arguments.length)) {
        filled.append(Sanitizer.line(String.valueOf(arguments[argument])));
        i = close + 1;
      } else {
        filled.append(text.charAt(i++));
      }
    }
    return filled.toString();
  }

  private static Locale required(String source, String value) {
    Locale named = named(value);
    if (named == null) {
      throw new BadInput("illegal " + source + ": " + Sanitizer.line(value) + ", must be zh or en");
    }
    return named;
  }

  /** The language that {@code zh}, {@code zh_CN.UTF-8} or {@code en-GB} names; null for others. */
  private static @Nullable Locale named(String value) {
    String language = value.strip().toLowerCase(Locale.ROOT).split("[-_.@]", 2)[0];
    return switch (language) {
      case "zh", "chinese", "中文" -> Locale.CHINESE;
      case "en", "english" -> Locale.ENGLISH;
      default -> null;
    };
  }

  private static Properties load(String language) {
    String file = "/dev/bagu/cli/messages_" + language + ".properties";
    Properties texts = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + file);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource: " + file, e);
    }
    return texts;
  }
}
