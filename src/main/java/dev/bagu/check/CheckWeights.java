package dev.bagu.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fitted numbers of the offline judge: multinomial logistic regression over standardised
 * features.
 *
 * <p>They stand in {@code weights.properties}, written by {@code bagu eval fit-check}; the file's
 * head names the drafts they were fitted on. There are three groups: {@code lists} for entries with
 * known mistakes, {@code plain} for all other text, {@code point} for key points. Keys: {@code
 * GROUP.FEATURE.mean}, {@code .scale}, {@code GROUP.FEATURE.OUTCOME} and {@code
 * GROUP.bias.OUTCOME}.
 */
public final class CheckWeights {
  private static final String RESOURCE = "weights.properties";

  private final Properties values;

  /** The features of each group, by its name; looked for once, since every claim asks for them. */
  private final Map<String, Set<String>> names = new ConcurrentHashMap<>();

  private CheckWeights(Properties values) {
    this.values = values;
  }

  /** The product's own weights. */
  public static CheckWeights bundled() {
    try (InputStream in = CheckWeights.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      Properties values = new Properties();
      values.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new CheckWeights(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Weights by key, as a fit makes them; keys that are missing count as 0. */
  public static CheckWeights of(Map<String, Double> values) {
    Properties properties = new Properties();
    values.forEach((key, value) -> properties.setProperty(key, String.valueOf(value)));
    return new CheckWeights(properties);
  }

  /**
   * The probabilities of the outcomes of a group, in their order; they sum to 1.
   *
   * @param outcomes names of the outcomes in the keys
   */
  double[] probabilities(String group, String[] outcomes, Map<String, Double> features) {
    double[] sums = new double[outcomes.length];
    for (int k = 0; k < sums.length; k++) {
      sums[k] = number(group + ".bias." + outcomes[k]);
    }
    for (String feature : names.computeIfAbsent(group, this::features)) {
      double value = features.getOrDefault(feature, 0.0);
      double scale = number(group + "." + feature + ".scale");
      double standard = scale == 0 ? 0 : (value - number(group + "." + feature + ".mean")) / scale;
      for (int k = 0; k < sums.length; k++) {
        sums[k] += standard * number(group + "." + feature + "." + outcomes[k]);
      }
    }
    return softmax(sums);
  }

  private Set<String> features(String group) {
    Set<String> names = new TreeSet<>();
    for (String key : values.stringPropertyNames()) {
      if (key.startsWith(group + ".") && key.endsWith(".scale")) {
        names.add(key.substring(group.length() + 1, key.length() - ".scale".length()));
      }
    }
    return names;
  }

  private static double[] softmax(double[] sums) {
    double most = Double.NEGATIVE_INFINITY;
    for (double sum : sums) {
      most = Math.max(most, sum);
    }
    double all = 0;
    double[] shares = new double[sums.length];
    for (int k = 0; k < sums.length; k++) {
      shares[k] = Math.exp(sums[k] - most);
      all += shares[k];
    }
    for (int k = 0; k < sums.length; k++) {
      shares[k] /= all;
    }
    return shares;
  }

  private double number(String key) {
    return Double.parseDouble(values.getProperty(key, "0"));
  }
}
