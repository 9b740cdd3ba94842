package dev.bagu.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Folders of a person's size: the notes of 74 files, or copies of the bank in their place. */
final class Notes {
  /** Copies of the bank's 17 sections that come nearest to 74 files. */
  private static final int COPIES = 4;

  private final Setting setting;
  private final Path source;

  Notes(Setting setting, Table table) throws IOException {
    this.setting = setting;
    boolean there = Files.isDirectory(setting.notes());
    if (!there) {
      table.skipped(
          "the notes folder", setting.notes() + " is missing: copies of the bank instead");
    }
    this.source = there ? setting.notes() : copies(setting.bank(), "bank-copies", COPIES);
  }

  /** A copy of the folder that may be changed. */
  Path copy(String name) throws IOException {
    return copies(source, name, 1);
  }

  /** Several copies side by side: the texts are the same, so that each is embedded once. */
  Path copies(String name, int count) throws IOException {
    return copies(source, name, count);
  }

  private Path copies(Path from, String name, int count) throws IOException {
    Path target = setting.work().resolve(name);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (int i = 0; i < count; i++) {
      for (Path file : files) {
        copy(file, target.resolve("copy-" + i).resolve(from.relativize(file).toString()));
      }
    }
    return target;
  }

  private static void copy(Path file, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
