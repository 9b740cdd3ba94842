package dev.bagu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds on to.
 *
 * @param heap what is reachable, in KiB, after collecting the rest
 * @param descriptors open files and sockets
 * @param threads that live
 */
public record Vitals(long heap, long descriptors, int threads) {
  /** What is held now. */
  public static Vitals now() {
    long least = Long.MAX_VALUE;
    // What is freed by a cleaner goes with the next collection.
    for (int i = 0; i < 4; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, (runtime.totalMemory() - runtime.freeMemory()) / 1024);
      pause();
    }
    return new Vitals(least, openFiles(), ManagementFactory.getThreadMXBean().getThreadCount());
  }

  private static long openFiles() {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
