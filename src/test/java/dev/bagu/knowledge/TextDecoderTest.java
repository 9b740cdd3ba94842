package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {
  private static final String SIMPLIFIED = "低秩适配的思路是冻结预训练权重，只训练两个小矩阵。\n这样做可以省下优化器的显存，也不会增加推理的延迟。";
  private static final String TRADITIONAL = "低秩適配的想法是凍結預訓練的權重，只訓練兩個小矩陣。\n這樣可以省下記憶體，也不會增加推理的時間。";

  @ParameterizedTest(name = "{0}")
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "GBK"})
  void reads_simplified_chinese_without_being_told_the_charset(String charset) throws Exception {
    assertThat(TextDecoder.decode(SIMPLIFIED.getBytes(Charset.forName(charset))))
        .isEqualTo(SIMPLIFIED);
  }

  @Test
  void reads_traditional_chinese_in_big5() throws Exception {
    assertThat(TextDecoder.decode(TRADITIONAL.getBytes(Charset.forName("Big5"))))
        .isEqualTo(TRADITIONAL);
  }

  @Test
  void reads_english_with_the_quotation_marks_of_windows() throws Exception {
    String text = "Don’t scale it – the “model” won’t notice.";

    assertThat(TextDecoder.decode(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF"})
  void takes_off_a_byte_order_mark(String charset, String mark) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(java.util.HexFormat.of().parseHex(mark));
    bytes.write(SIMPLIFIED.getBytes(Charset.forName(charset)));

    assertThat(TextDecoder.decode(bytes.toByteArray())).isEqualTo(SIMPLIFIED);
  }

  @Test
  void reads_a_gbk_text_of_two_words() throws Exception {
    assertThat(TextDecoder.decode("你好，模型".getBytes(Charset.forName("GBK")))).isEqualTo("你好，模型");
  }

  @Test
  void refuses_what_holds_zero_bytes_and_is_no_utf_16() {
    byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 1, 2, 3, 0x7F};

    assertThatThrownBy(() -> TextDecoder.decode(bytes))
        .isInstanceOf(Unreadable.class)
        .hasMessage("is not text (it holds zero bytes); remove it or convert it");
  }

  @Test
  void refuses_a_mark_that_lies() {
    byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xFF, 'b'};

    assertThatThrownBy(() -> TextDecoder.decode(bytes))
        .hasMessage("says it is " + StandardCharsets.UTF_8 + " but is not; save it again as UTF-8");
  }
}
