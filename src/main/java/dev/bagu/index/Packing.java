package dev.bagu.index;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Writes values to bytes and reads them back: big-endian integers, UTF-8 strings behind their
 * length, lists.
 */
final class Packing {
  private Packing() {}

  /** Bytes that grow while values are put in. */
  static final class Out {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(bytes);

    Out number(int value) {
      return write(() -> data.writeInt(value));
    }

    Out large(long value) {
      return write(() -> data.writeLong(value));
    }

    Out text(String value) {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      return write(
          () -> {
            data.writeInt(utf8.length);
            data.write(utf8);
          });
    }

    <T> Out list(List<T> values, BiConsumer<Out, T> each) {
      number(values.size());
      values.forEach(value -> each.accept(this, value));
      return this;
    }

    Out texts(List<String> values) {
      return list(values, Out::text);
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }

    private Out write(Write write) {
      try {
        write.run();
      } catch (IOException e) {
        throw new UncheckedIOException(e); // never: the stream is in memory
      }
      return this;
    }

    private interface Write {
      void run() throws IOException;
    }
  }

  static String text(ByteBuffer in) {
    byte[] utf8 = new byte[length(in)];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  static <T> List<T> list(ByteBuffer in, Function<ByteBuffer, T> each) {
    int n = length(in);
    List<T> values = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      values.add(each.apply(in));
    }
    return values;
  }

  static List<String> texts(ByteBuffer in) {
    return list(in, Packing::text);
  }

  /** A number of bytes or values, each of a byte at least; no more than there are can follow. */
  private static int length(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return length;
  }
}
