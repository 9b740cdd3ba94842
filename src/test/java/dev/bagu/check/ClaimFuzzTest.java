package dev.bagu.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a draft holds, it is cut into claims that stand in it, in order and apart. */
class ClaimFuzzTest {
  @FuzzTest
  void claims(byte[] data) {
    String draft = new String(data, UTF_8);
    int past = 0;
    for (Claim claim : ClaimSplitter.split(draft)) {
      assertThat(claim.start()).isGreaterThanOrEqualTo(past);
      assertThat(draft.substring(claim.start(), claim.end())).isEqualTo(claim.text());
      assertThat(claim.text()).isNotBlank();
      Quantities.of(claim.text());
      Polarity.negations(claim.text());
      past = claim.end();
    }
  }
}
