package dev.bagu.knowledge;

import dev.bagu.BadInput;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the files below the roots, in the order of their relative paths, each real file once.
 *
 * <p>Follows links but survives loops; passes over hidden files and folders.
 */
final class FileFinder {
  /**
   * A file that was found.
   *
   * @param path where it is
   * @param file its path relative to the root folder, with {@code /}; its name if it is the root
   */
  record Found(Path path, String file) {}

  /** Folders below folders that are read; what a person made is far less deep. */
  private static final int DEEPEST = 100;

  private final Set<Path> seen = new HashSet<>();
  private final List<SkippedFile> skipped;

  FileFinder(List<SkippedFile> skipped) {
    this.skipped = skipped;
  }

  /** The files of a root. */
  List<Found> find(Path root) {
    if (!Files.exists(root)) {
      throw new BadInput("no such file or folder: " + root + "; give the path of your documents");
    }
    if (!Files.isDirectory(root) && !Files.isRegularFile(root)) {
      // A pipe or a device may never end, and gives its bytes only once.
      skipped.add(new SkippedFile(root.toString(), "is not a file or a folder; give a copy of it"));
      return List.of();
    }
    if (!Files.isDirectory(root)) {
      return unseen(root)
          ? List.of(new Found(root, String.valueOf(root.getFileName())))
          : List.of();
    }
    List<Found> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, visitor(root, found));
    } catch (IOException e) {
      throw new BadInput("cannot read the folder " + root + ": " + reason(e), e);
    }
    found.sort(Comparator.comparing(Found::file));
    found.removeIf(each -> !unseen(each.path()));
    return found;
  }

  private SimpleFileVisitor<Path> visitor(Path root, List<Found> found) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
        boolean hidden = !dir.equals(root) && hidden(dir);
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        if (attributes.isDirectory() && !hidden(path)) {
          skipped.add(
              new SkippedFile(
                  relative(root, path),
                  "lies more than " + DEEPEST + " folders deep and is not read; move it up"));
        }
        boolean broken = attributes.isSymbolicLink() && DocumentReader.reads(path.toString());
        if (broken && !hidden(path)) {
          return visitFileFailed(path, new java.nio.file.NoSuchFileException(path.toString()));
        }
        if (attributes.isRegularFile() && !hidden(path) && DocumentReader.reads(path.toString())) {
          found.add(new Found(path, relative(root, path)));
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path path, IOException e) {
        boolean loop = e instanceof java.nio.file.FileSystemLoopException;
        if (!loop && !hidden(path)) {
          skipped.add(new SkippedFile(relative(root, path), reason(e)));
        }
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private boolean unseen(Path path) {
    try {
      return seen.add(path.toRealPath());
    } catch (IOException e) {
      return seen.add(path.toAbsolutePath().normalize());
    }
  }

  private static boolean hidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  private static String relative(Path root, Path path) {
    List<String> names = new ArrayList<>();
    root.relativize(path).forEach(name -> names.add(name.toString()));
    return String.join("/", names);
  }

  /** What an I/O failure means to the person. */
  static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "cannot be read: permission denied";
    }
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "is a link to a file that does not exist, or was removed while reading";
    }
    return "cannot be read: " + e.getClass().getSimpleName();
  }
}
