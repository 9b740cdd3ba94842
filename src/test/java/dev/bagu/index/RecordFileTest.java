package dev.bagu.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
  @TempDir private Path folder;

  @Test
  void gives_back_what_was_written_in_order() throws IOException {
    RecordFile file = RecordFile.open(written("LoRA", "", "低秩适配"));

    assertThat(file.count()).isEqualTo(3);
    assertThat(text(file.record(0))).isEqualTo("LoRA");
    assertThat(text(file.record(1))).isEmpty();
    assertThat(text(file.record(2))).isEqualTo("低秩适配");
  }

  @Test
  void an_empty_file_has_no_records() throws IOException {
    assertThat(RecordFile.open(written()).count()).isZero();
  }

  @Test
  void any_single_changed_byte_is_noticed() throws IOException {
    Path path = written("LoRA 的思路", "QLoRA", "AdaLoRA");
    byte[] whole = Files.readAllBytes(path);
    for (int i = 0; i < whole.length; i++) {
      byte[] broken = whole.clone();
      broken[i] ^= 0x40;
      Files.write(path, broken);

      assertThatThrownBy(() -> readAll(path)).as("byte " + i).isInstanceOf(BrokenCache.class);
    }
  }

  @Test
  void any_cut_is_noticed() throws IOException {
    Path path = written("LoRA 的思路", "QLoRA");
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, java.util.Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> readAll(path))
          .as("length " + length)
          .isInstanceOf(BrokenCache.class);
    }
  }

  @Test
  void noise_is_noticed_and_never_anything_else() throws IOException {
    long seed = RandomGenerator.getDefault().nextLong();
    RandomGenerator random = new java.util.Random(seed);
    Path path = folder.resolve("noise");
    for (int i = 0; i < 300; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      Files.write(path, noise);

      assertThatThrownBy(() -> readAll(path)).as("seed " + seed).isInstanceOf(BrokenCache.class);
    }
  }

  private Path written(String... records) throws IOException {
    Path path = folder.resolve("file");
    try (RecordFile.Writer out = new RecordFile.Writer(path)) {
      for (String record : records) {
        out.add(record.getBytes(StandardCharsets.UTF_8));
      }
    }
    return path;
  }

  private static void readAll(Path path) {
    RecordFile file = RecordFile.open(path);
    for (int i = 0; i < file.count(); i++) {
      file.record(i);
    }
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
