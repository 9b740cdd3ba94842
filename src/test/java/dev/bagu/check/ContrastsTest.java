package dev.bagu.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that exclude each other. */
class ContrastsTest {
  @ParameterizedTest(name = "{0} against {1}")
  @CsvSource({
    "增大, 减小, true",
    "提高, 降低, true",
    "increases, decreases, true",
    "increases, 降低, true",
    "encoder, decoder, true",
    "FP16, BF16, true",
    "增大, 提高, false",
    "增大, increases, false",
    "增大, 苹果, false",
  })
  void members_of_one_family_exclude_each_other(String one, String other, boolean exclude) {
    boolean found =
        Contrasts.in(one).stream()
            .anyMatch(
                a ->
                    Contrasts.in(other).stream()
                        .anyMatch(b -> a.family() == b.family() && a.member() != b.member()));

    assertThat(found).isEqualTo(exclude);
  }

  @Test
  void a_word_is_found_where_it_stands_and_whatever_its_case() {
    String text = "学习率增大时 Loss INCREASES";

    assertThat(Contrasts.in(text))
        .extracting(each -> text.substring(each.start(), each.end()))
        .contains("增大", "INCREASES");
  }

  @Test
  void a_word_within_another_is_not_found() {
    assertThat(Contrasts.in("前馈网络")).noneMatch(each -> each.end() - each.start() == 1);
    assertThat(Contrasts.in("moreover")).isEmpty();
  }
}
