package dev.bagu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BaguException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files and folders that the person added: one absolute path a line in {@code sources} of the
 * data folder, in the order in which they were added.
 */
final class SourceList {
  private final Path file;

  SourceList(Path data) {
    this.file = data.resolve("sources");
  }

  /**
   * The paths; empty where nothing was ever added.
   *
   * @throws BaguException if the list is there but cannot be read
   */
  List<Path> paths() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file, UTF_8).stream()
          .filter(line -> !line.isBlank())
          .map(Path::of)
          .toList();
    } catch (IOException | IllegalArgumentException e) {
      throw new BaguException(
          file + " cannot be read; repair it (one absolute path a line, UTF-8) or delete it", e);
    }
  }

  /** Adds a path at the end; gives false where it is there already. */
  boolean add(Path path) {
    List<Path> paths = new ArrayList<>(paths());
    if (paths.contains(path)) {
      return false;
    }
    paths.add(path);
    write(paths);
    return true;
  }

  /** Takes a path out; gives false where it is not there. */
  boolean remove(Path path) {
    List<Path> paths = new ArrayList<>(paths());
    boolean there = paths.remove(path);
    if (there) {
      write(paths);
    }
    return there;
  }

  private void write(List<Path> paths) {
    StringBuilder lines = new StringBuilder();
    paths.forEach(path -> lines.append(path).append('\n'));
    try {
      OwnFile.replace(file, lines);
    } catch (IOException e) {
      throw new BaguException(
          "cannot write " + file + ": " + e.getMessage() + "; set BAGU_HOME to a folder of yours",
          e);
    }
  }
}
