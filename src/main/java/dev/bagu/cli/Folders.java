package dev.bagu.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Where things lie.
 *
 * @param cache what can be made again at any time: {@code BAGU_CACHE}, else {@code
 *     XDG_CACHE_HOME/bagu}, else {@code ~/.cache/bagu}
 * @param data what the person made: {@code BAGU_HOME}, else {@code XDG_DATA_HOME/bagu}, else {@code
 *     ~/.local/share/bagu}
 * @param bundled the question bank: {@code knowledge} beside the launcher, or in the working folder
 */
record Folders(Path cache, Path data, Path bundled) {

  static Folders of(Map<String, String> environment, Properties system) {
    Path user = Path.of(system.getProperty("user.home", "."));
    String dist = system.getProperty("bagu.dist", "");
    return new Folders(
        choose(environment, "BAGU_CACHE", "XDG_CACHE_HOME", user.resolve(".cache")),
        choose(environment, "BAGU_HOME", "XDG_DATA_HOME", user.resolve(".local").resolve("share")),
        Path.of(dist).resolve("knowledge"));
  }

  /** Our own variable names the folder itself, the XDG one (absolute by its rules) its parent. */
  private static Path choose(
      Map<String, String> environment, String own, String xdg, Path fallback) {
    String folder = environment.getOrDefault(own, "");
    if (!folder.isBlank()) {
      return Path.of(folder).toAbsolutePath();
    }
    String parent = environment.getOrDefault(xdg, "");
    boolean absolute = !parent.isBlank() && Path.of(parent).isAbsolute();
    return (absolute ? Path.of(parent) : fallback).resolve("bagu");
  }
}
