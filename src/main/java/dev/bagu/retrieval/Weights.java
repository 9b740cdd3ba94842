package dev.bagu.retrieval;

import dev.bagu.BaguException;
import dev.bagu.knowledge.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The fitted numbers: how much each signal counts in the ranking, and what the confidence makes of
 * the clues.
 *
 * <p>They stand in {@code weights.properties}, written by {@code bagu eval fit}; the file's head
 * names the questions they were fitted on. Keys: {@code rank.zh.SIGNAL}, {@code rank.en.SIGNAL},
 * {@code clue.NAME.mean}, {@code .scale}, {@code .weight}, {@code clue.bias}, {@code floor}.
 */
public final class Weights {
  private static final String RESOURCE = "weights.properties";

  private final Properties values;

  private Weights(Properties values) {
    this.values = values;
  }

  /** The product's own weights. */
  public static Weights bundled() {
    try (InputStream in = Weights.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Weights by key, as a fit makes them; keys that are missing count as 0. */
  public static Weights of(Map<String, Double> values) {
    Properties properties = new Properties();
    values.forEach((key, value) -> properties.setProperty(key, String.valueOf(value)));
    return new Weights(properties);
  }

  /**
   * The product's own weights with those of a file in their place where it has them: a person's own
   * calibration.
   *
   * @throws BaguException if the file cannot be read
   */
  public static Weights bundledWith(Path file) {
    Weights weights = bundled();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      weights.values.putAll(read(in).values);
      return weights;
    } catch (IOException | IllegalArgumentException e) {
      throw new BaguException(
          "cannot read the calibration " + file + ": delete it, or run `bagu eval calibrate` again",
          e);
    }
  }

  private static Weights read(Reader in) throws IOException {
    Properties values = new Properties();
    values.load(in);
    return new Weights(values);
  }

  /** Under this confidence a query is refused, [0, 1]. */
  double floor() {
    return number("floor");
  }

  /** What a signal's standardised value adds to the ranking, 0 or more. */
  double rank(Language language, Signal signal) {
    return number("rank." + group(language) + "." + signal.label());
  }

  double mean(String clue) {
    return number("clue." + clue + ".mean");
  }

  double scale(String clue) {
    return number("clue." + clue + ".scale");
  }

  double weight(String clue) {
    return number("clue." + clue + ".weight");
  }

  double bias() {
    return number("clue.bias");
  }

  /** Queries with English words lean on other signals than Chinese ones. */
  public static String group(Language language) {
    return language == Language.ZH ? "zh" : "en";
  }

  private double number(String key) {
    return Double.parseDouble(values.getProperty(key, "0"));
  }
}
