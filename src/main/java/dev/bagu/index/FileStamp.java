package dev.bagu.index;

import dev.bagu.index.Packing.Out;
import dev.bagu.knowledge.KnowledgeBase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * What a file looked like when it was read.
 *
 * @param name the path below its root, so that a folder may be moved
 * @param size in bytes
 * @param modified nanoseconds since 1970
 * @param sha256 of its content, in hexadecimal; empty if it could not be read, or is so large that
 *     it is passed over
 */
record FileStamp(String name, long size, long modified, String sha256) {
  /** The stamp of a file as it is now. */
  static FileStamp of(String name, Path path) {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return new FileStamp(name, now.size(), nanos(now), sha256(path));
    } catch (IOException e) {
      return new FileStamp(name, -1, -1, "");
    }
  }

  /**
   * Whether the file is still the same: by size and time, or by content where only the time
   * differs.
   */
  boolean holds(Path path) {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return now.size() == size && (nanos(now) == modified || sha256(path).equals(sha256));
    } catch (IOException e) {
      return size == -1;
    }
  }

  void pack(Out out) {
    out.text(name).large(size).large(modified).text(sha256);
  }

  static FileStamp unpack(ByteBuffer in) {
    return new FileStamp(Packing.text(in), in.getLong(), in.getLong(), Packing.text(in));
  }

  private static long nanos(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
  }

  private static String sha256(Path path) {
    try {
      if (Files.size(path) > KnowledgeBase.LARGEST_BINARY) {
        return "";
      }
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(path), sha)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      return "";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
