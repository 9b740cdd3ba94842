package dev.bagu.knowledge;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that was read, with what it yielded.
 *
 * @param file path relative to its knowledge folder, as spans show it
 * @param path where it is on disk
 * @param size in bytes
 * @param modified when it was last changed
 * @param entries how many entries came out of it
 * @param chunks how many chunks came out of it
 */
public record SourceFile(
    String file, Path path, long size, Instant modified, int entries, int chunks) {}
