package dev.bagu.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** A server's script that fails in one of many ways, one time in three, and else answers. */
public final class RandomFaults implements Function<ReceivedRequest, ScriptedReply> {
  private static final List<ScriptedReply> FAULTS =
      List.of(
          ScriptedReply.reset(),
          ScriptedReply.error(400, "no"),
          ScriptedReply.error(401, "no"),
          ScriptedReply.error(429, "busy", "Retry-After: 0"),
          ScriptedReply.error(500, "failed"),
          ScriptedReply.error(503, "busy"),
          ScriptedReply.status(502, "<html>bad gateway</html>", "Content-Type: text/html"),
          ScriptedReply.body("{\"choices\":[]}".getBytes(UTF_8)),
          ScriptedReply.body("{\"choices\":[{".getBytes(UTF_8)),
          ScriptedReply.body(new byte[] {(byte) 0xff, (byte) 0xfe, 0}),
          ScriptedReply.events("{\"choices\":[{\"delta\":"),
          ScriptedReply.text(""),
          ScriptedReply.text("没有出处的一句话 [9]。"),
          ScriptedReply.words("一半 ", "一句 ").then(new Step.Reset()),
          ScriptedReply.words("一半 ", "一句 ").then(new Step.Close()));

  private final Random random;
  private final ScriptedReply answer;

  /**
   * A script.
   *
   * @param answer what it says where it does not fail
   */
  public RandomFaults(long seed, ScriptedReply answer) {
    this.random = new Random(seed);
    this.answer = answer;
  }

  @Override
  public synchronized ScriptedReply apply(ReceivedRequest request) {
    if (random.nextInt(300) == 0) {
      return ScriptedReply.hang();
    }
    return random.nextInt(3) > 0 ? answer : FAULTS.get(random.nextInt(FAULTS.size()));
  }
}
