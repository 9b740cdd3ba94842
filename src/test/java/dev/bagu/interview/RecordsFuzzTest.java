package dev.bagu.interview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.bagu.BadInput;

/** Whatever a file to be imported holds, it is an export or named as bad input. */
class RecordsFuzzTest {
  @FuzzTest
  void records(byte[] data) {
    RecordsDocument document;
    try {
      document = RecordsDocument.parse(new String(data, UTF_8));
    } catch (BadInput e) {
      return; // nothing was written
    }
    String text = document.text();
    assertThat(RecordsDocument.parse(text).text()).isEqualTo(text);
  }
}
