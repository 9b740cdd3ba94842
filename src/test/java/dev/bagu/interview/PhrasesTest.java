package dev.bagu.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
  private static final Phrases PHRASES =
      new Phrases("zh", "1", Map.of("line", List.of("你说“{{v}}”。关于{{v}}，{{v}}又怎样？")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FlashAttention | 你说“FlashAttention”。关于 FlashAttention，FlashAttention 又怎样？
          LoRA 的秩      | 你说“LoRA 的秩”。关于 LoRA 的秩，LoRA 的秩又怎样？
          激活           | 你说“激活”。关于激活，激活又怎样？
          ''             | 你说“”。关于，又怎样？
          """)
  void a_latin_word_beside_a_chinese_one_gets_its_space(String value, String line) {
    assertThat(PHRASES.text("line", Map.of("v", value))).isEqualTo(line);
  }
}
