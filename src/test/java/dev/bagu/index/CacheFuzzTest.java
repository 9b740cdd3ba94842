package dev.bagu.index;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Whatever a cache file holds, it is read or it is broken; it is never anything else. */
class CacheFuzzTest {
  private static final List<Function<ByteBuffer, ?>> RECORDS =
      List.of(
          EntryCodec::entry,
          EntryCodec::chunk,
          EntryCodec::claimPairs,
          EntryCodec::glossaryRow,
          bytes -> TokenCodes.fromBytes(bytes, TextModel.BGE_SMALL_ZH));

  private Path folder = Path.of("unset");

  @BeforeEach
  void makes_a_folder() throws IOException {
    folder = Files.createTempDirectory("bagu-fuzz");
  }

  @AfterEach
  void removes_it() throws IOException {
    Files.deleteIfExists(folder.resolve(Generation.META));
    Files.deleteIfExists(folder);
  }

  @FuzzTest
  void file(byte[] data) throws IOException {
    Path file = Files.write(folder.resolve(Generation.META), data);
    readOrBroken(
        () -> {
          RecordFile records = RecordFile.open(file);
          for (int i = 0; i < records.count(); i++) {
            records.record(i);
          }
        });
    readOrBroken(() -> Generation.read(folder));
  }

  /** Records whose checksums hold: the data, cut into as many as a generation has. */
  @FuzzTest
  void generation(byte[] data) throws IOException {
    int count = 10 + TextModel.values().length;
    try (RecordFile.Writer out = new RecordFile.Writer(folder.resolve(Generation.META))) {
      out.add(new Packing.Out().number(Generation.FORMAT).bytes());
      int at = 0;
      for (int i = 1; i < count; i++) {
        // One byte of length before each record but the last, which is the rest.
        int length = at < data.length ? data[at++] & 0xff : 0;
        int end = i == count - 1 ? data.length : Math.min(data.length, at + length);
        out.add(java.util.Arrays.copyOfRange(data, at, end));
        at = end;
      }
    }
    readOrBroken(() -> Generation.read(folder));
  }

  /** One record whose checksum holds; the first byte says what it is taken for. */
  @FuzzTest
  void entry(byte[] data) throws IOException {
    Path file = folder.resolve(Generation.META);
    try (RecordFile.Writer out = new RecordFile.Writer(file)) {
      out.add(java.util.Arrays.copyOfRange(data, Math.min(1, data.length), data.length));
    }
    int kind = data.length == 0 ? 0 : data[0] & 0x7f;
    readOrBroken(() -> RecordFile.open(file).read(0, RECORDS.get(kind % RECORDS.size())));
  }

  private static void readOrBroken(Runnable reading) {
    try {
      reading.run();
    } catch (BrokenCache e) {
      return; // built again by whoever opens it
    }
  }
}
