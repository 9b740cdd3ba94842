package dev.bagu.cli;

import dev.bagu.BaguException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;

/** Writes fitted weights, whole or not at all. */
final class WeightsFile {
  private WeightsFile() {}

  static void write(Path file, String command, Map<String, Double> weights) {
    StringBuilder text = new StringBuilder();
    text.append("# Fitted numbers; do not edit, fit again:\n# ");
    text.append(command).append('\n');
    weights.forEach(
        (key, value) -> text.append(String.format(Locale.ROOT, "%s=%.5f%n", key, value)));
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path partial = Files.createTempFile(folder, "weights", ".partial");
      Files.writeString(partial, text, StandardCharsets.UTF_8);
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BaguException("cannot write the weights to " + file + ": " + e.getMessage(), e);
    }
  }
}
