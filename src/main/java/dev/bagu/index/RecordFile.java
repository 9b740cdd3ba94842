package dev.bagu.index;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * A file of numbered records, opened in place: a record costs nothing until it is read.
 *
 * <p>Layout, big-endian: the records; for each its end offset (long) and its CRC-32C (int); the
 * number of records (int), the CRC-32C of that table (int), a magic number (long). Files over 2 GiB
 * are mapped in parts.
 *
 * <p>Immutable once written; safe for use by many threads.
 */
final class RecordFile {
  private static final long MAGIC = 0x42616775_52656331L; // "BaguRec1"
  private static final int FOOTER = 4 + 4 + 8;
  private static final int ROW = 8 + 4;
  private static final long PART = 1L << 30;

  private final Path file;
  private final List<MappedByteBuffer> parts;
  private final ByteBuffer table;
  private final int count;

  private RecordFile(Path file, List<MappedByteBuffer> parts, ByteBuffer table, int count) {
    this.file = file;
    this.parts = parts;
    this.table = table;
    this.count = count;
  }

  /**
   * Opens a file.
   *
   * @throws BrokenCache if it is cut off, damaged or of another kind
   */
  static RecordFile open(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < FOOTER) {
        throw new BrokenCache(file, "is cut off");
      }
      ByteBuffer footer = read(channel, size - FOOTER, FOOTER);
      int count = footer.getInt();
      int crc = footer.getInt();
      long tableSize = (long) count * ROW;
      if (footer.getLong() != MAGIC || count < 0 || tableSize > size - FOOTER) {
        throw new BrokenCache(file, "is of another kind");
      }
      ByteBuffer table = read(channel, size - FOOTER - tableSize, (int) tableSize);
      if (crc(table.duplicate()) != crc) {
        throw new BrokenCache(file, "is damaged");
      }
      List<MappedByteBuffer> parts = new ArrayList<>();
      for (long at = 0; at < size; at += PART) {
        // Each part is as long as two, so that no record ends outside the part it begins in.
        parts.add(
            channel.map(FileChannel.MapMode.READ_ONLY, at, Math.min(2 * PART - 1, size - at)));
      }
      return new RecordFile(file, parts, table, count);
    } catch (IOException e) {
      throw new BrokenCache(file, "cannot be read", e);
    }
  }

  /** How many records there are. */
  int count() {
    return count;
  }

  /**
   * A record's bytes, read-only.
   *
   * @param index from 0
   * @throws BrokenCache if its checksum does not hold
   */
  ByteBuffer record(int index) {
    long start = index == 0 ? 0 : table.getLong((index - 1) * ROW);
    long end = table.getLong(index * ROW);
    ByteBuffer record = slice(start, end);
    if (crc(record.duplicate()) != table.getInt(index * ROW + 8)) {
      throw foundBroken(file, "is damaged", new IOException("wrong checksum"));
    }
    return record;
  }

  /**
   * A record as a value.
   *
   * @param index from 0
   * @throws BrokenCache if its checksum does not hold, or the value has another shape
   */
  <T> T read(int index, Function<ByteBuffer, T> shape) {
    ByteBuffer record = record(index);
    try {
      return shape.apply(record);
    } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
      throw foundBroken(file, "has another shape", e);
    }
  }

  private ByteBuffer slice(long start, long end) {
    try {
      return parts.get((int) (start / PART)).slice((int) (start % PART), (int) (end - start));
    } catch (IndexOutOfBoundsException e) {
      throw foundBroken(file, "is damaged", e);
    }
  }

  /**
   * Opens a file of an index that is open already.
   *
   * @throws BrokenCache as {@link #open}
   */
  static RecordFile openLater(Path file) {
    try {
      return open(file);
    } catch (BrokenCache e) {
      throw foundBroken(file, "is damaged", e);
    }
  }

  /**
   * The failure of an index that is open already: too late to build another one, but without its
   * facts the index is not opened again, so that the next start does.
   */
  private static BrokenCache foundBroken(Path file, String what, Exception cause) {
    try {
      Files.deleteIfExists(file.resolveSibling(Generation.META));
    } catch (IOException e) {
      return new BrokenCache(file, what + "; delete its folder", e);
    }
    return new BrokenCache(file, what + "; the next start builds it again", cause);
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("unexpected end");
      }
    }
    return bytes.flip();
  }

  private static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** Writes a file, record after record; it is whole only after {@link #close()}. */
  static final class Writer implements AutoCloseable {
    private final OutputStream out;
    private final List<Long> ends = new ArrayList<>();
    private final List<Integer> crcs = new ArrayList<>();
    private long at;

    Writer(Path file) throws IOException {
      this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    void add(byte[] record) throws IOException {
      out.write(record);
      at += record.length;
      ends.add(at);
      crcs.add(crc(ByteBuffer.wrap(record)));
    }

    @Override
    public void close() throws IOException {
      ByteBuffer table = ByteBuffer.allocate(ends.size() * ROW);
      for (int i = 0; i < ends.size(); i++) {
        table.putLong(ends.get(i)).putInt(crcs.get(i));
      }
      try (DataOutputStream data = new DataOutputStream(out)) {
        data.write(table.array());
        data.writeInt(ends.size());
        data.writeInt(crc(table.flip()));
        data.writeLong(MAGIC);
      }
    }
  }
}
