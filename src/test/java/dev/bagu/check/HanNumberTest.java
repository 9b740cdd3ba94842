package dev.bagu.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chinese number words. */
class HanNumberTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "零, 0",
    "五, 5",
    "两, 2",
    "十, 10",
    "十四, 14",
    "四十, 40",
    "九十九, 99",
    "一百, 100",
    "一百零五, 105",
    "一百一, 110",
    "三百二十, 320",
    "三百二, 320",
    "一千零二十四, 1024",
    "两千, 2000",
    "两万五, 25000",
    "一万, 10000",
    "十万, 100000",
    "一百万, 1000000",
    "三千万, 30000000",
    "一亿, 100000000",
    "十亿, 1000000000",
    "一千七百五十亿, 175000000000",
    "一万亿, 1000000000000",
    "两三, 2",
  })
  void words_have_their_value(String han, double value) {
    assertThat(HanNumber.of(han)).isEqualTo(value);
  }
}
