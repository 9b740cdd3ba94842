package dev.bagu.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fields of the bank's comment.
 *
 * <p>Example: {@code <!-- id: peft-07 | level: 2 | aka: LoRA 原理; 低秩适配 -->} has the id {@code
 * peft-07}, level 2 and two wordings.
 */
final class BankFields {
  private BankFields() {}

  /** Field name to value; a name that stands twice keeps its first value. */
  static Map<String, String> of(String comment) {
    int from = comment.indexOf("<!--") + 4;
    int to = comment.indexOf("-->", from);
    String inner = comment.substring(from, to < 0 ? comment.length() : to);
    Map<String, String> fields = new LinkedHashMap<>();
    for (String part : inner.split("[|｜]", -1)) {
      int colon = part.indexOf(':');
      int wide = part.indexOf('：');
      int at = colon < 0 ? wide : wide < 0 ? colon : Math.min(colon, wide);
      if (at > 0) {
        fields.putIfAbsent(part.substring(0, at).strip(), part.substring(at + 1).strip());
      }
    }
    return fields;
  }

  /** The wordings of {@code aka}, split at semicolons. */
  static List<String> wordings(String aka) {
    return Stream.of(aka.split("[;；]", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /** The level, or 0 where it is none of 1 to 3. */
  static int level(String level) {
    return level.matches("[123]") ? level.charAt(0) - '0' : 0;
  }
}
