package dev.bagu.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people write and say them. */
class QuantitiesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          三成,               30,         30,         %
          两三成,             20,         30,         %
          三千多,             3000,       4000,       ''
          一百一十多 GB,      110e9,      120e9,      byte
          半 MiB,             524288,     524288,     byte
          512 KiB,            524288,     524288,     byte
          80%,                80,         80,         %
          80％,               80,         80,         %
          80 percent,         80,         80,         %
          千分之一,           0.1,        0.1,        %
          百分之二十,         20,         20,         %
          三分之二,           66.67,      66.67,      %
          3.35 TB/s,          3.35e12,    3.35e12,    byte
          '1,000',            1000,       1000,       ''
          256~512,            256,        512,        ''
          256~512 个 token,   256,        512,        ''
          1.5—2.0 TB/s,       1.5e12,     2e12,       byte
          三到四成,           30,         40,         %
          7~13B,              7e9,        13e9,       ''
          4 到 9,             4,          9,          ''
          7B,                 7e9,        7e9,        ''
          128K,               128000,     128000,     ''
          70 亿,              7e9,        7e9,        ''
          两万五,             25000,      25000,      ''
          十四层,             14,         14,         层
          三倍,               3,          3,          x
          3 倍,               3,          3,          x
          2x,                 2,          2,          x
          4 bits,             4,          4,          bit
          4 比特,             4,          4,          bit
          两个字节,           2,          2,          byte
          一半,               50,         50,         %
          一点五倍,           1.5,        1.5,        x
          1.5 billion,        1.5e9,      1.5e9,      ''
          3 轮,               3,          3,          epoch
          五十毫秒,           50,         50,         ms
          """)
  void a_number_is_read_with_its_unit(String text, double low, double high, String unit) {
    List<Quantity> found = Quantities.of(text);

    assertThat(found).as(text).hasSize(1);
    assertThat(found.get(0).low()).as("low of " + text).isCloseTo(low, within(low * 0.001));
    assertThat(found.get(0).high()).as("high of " + text).isCloseTo(high, within(high * 0.001));
    assertThat(found.get(0).unit()).isEqualTo(unit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GPT-3", "A100", "FP16", "BF16", "Qwen2", "GPT-4o", "L2 正则", "一样", "万一", "一般来说", "一定", "一起",
        "统一", "之一", "第一", "第三步", "唯一", "一些方法", "进一步", "3D 并行", "LoRA", ""
      })
  void names_and_idioms_are_no_numbers(String text) {
    assertThat(Quantities.of(text)).isEmpty();
  }

  @Test
  void all_numbers_of_a_sentence_come_in_order_and_stand_where_they_say() {
    String text = "A100 有 80 GB 显存、带宽约 2 TB/s，GPT-3 有 1750 亿参数，大概三成用不上";

    List<Quantity> found = Quantities.of(text);

    assertThat(found.stream().map(q -> text.substring(q.start(), q.end()).strip()))
        .containsExactly("80 GB", "2 TB", "1750 亿", "三成");
    assertThat(found.stream().map(Quantity::rounded)).containsExactly(false, true, false, true);
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource(
      textBlock =
          """
          三成,        约 32%,     true
          三成,        30%,        true
          两三成,      25%,        true
          两三成,      45%,        false
          80%,         0.8,        true
          0.25,        25%,        true
          80 GB,       80 GiB,     true
          半 MiB,      512 KiB,    true
          512 KiB,     512 MiB,    false
          3.35 TB,     3.4 TB,     true
          3.35,        3.4,        false
          312,         312.0,      true
          '1,000',     1000,       true
          三千多,      3500,       true
          三千多,      5000,       false
          256~512,     300,        true
          256~512,     1024,       false
          4 到 9,      4-9,        true
          7B,          70 亿,      true
          7B,          70B,        false
          4 比特,      4 字节,     false
          3 倍,        三倍,       true
          千分之一,    0.1%,       true
          千分之一,    1%,         false
          一半,        50%,        true
          大约 100,    110,        true
          大约 100,    200,        false
          """)
  void two_numbers_agree_when_they_say_the_same(String one, String other, boolean agree) {
    Quantity first = Quantities.of(one).get(0);
    Quantity second = Quantities.of(other).get(0);

    assertThat(first.agrees(second)).isEqualTo(agree);
    assertThat(second.agrees(first)).isEqualTo(agree);
  }
}
