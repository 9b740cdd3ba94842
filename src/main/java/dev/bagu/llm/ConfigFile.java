package dev.bagu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BadInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The configuration file: {@code name = value} lines in UTF-8, as {@link Properties} reads them.
 *
 * @param path where it is, or would be
 * @param values what it says; empty when there is no file
 * @param ownerOnly whether nobody but its owner may read it; true where the system has no POSIX
 *     permissions
 */
public record ConfigFile(Path path, Map<String, String> values, boolean ownerOnly) {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  /**
   * The folder of a person's own files: system property {@code bagu.home.user}, else {@code
   * BAGU_HOME}, else {@code ~/.config/bagu}.
   */
  public static Path home(Map<String, String> environment, Properties system) {
    String property = system.getProperty("bagu.home.user", "");
    String home = property.isBlank() ? environment.getOrDefault("BAGU_HOME", "") : property;
    return home.isBlank()
        ? Path.of(system.getProperty("user.home", "."), ".config", "bagu")
        : Path.of(home);
  }

  /**
   * Reads {@code config.properties} of the folder.
   *
   * @throws BadInput when it is there but cannot be read
   */
  public static ConfigFile read(Path home) {
    Path path = home.resolve("config.properties");
    if (!Files.exists(path)) {
      return new ConfigFile(path, Map.of(), true);
    }
    Properties properties = new Properties();
    try (BufferedReader reader = Files.newBufferedReader(path, UTF_8)) {
      properties.load(reader);
      Map<String, String> values = new TreeMap<>();
      properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n)));
      return new ConfigFile(path, Map.copyOf(values), isOwnerOnly(path));
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInput(
          path + " cannot be read; it must be 'name = value' lines in UTF-8, readable by you", e);
    }
  }

  private static boolean isOwnerOnly(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return true;
    }
    return Files.getPosixFilePermissions(path).stream().noneMatch(OTHERS::contains);
  }
}
