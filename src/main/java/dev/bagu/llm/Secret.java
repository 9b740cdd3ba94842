package dev.bagu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bagu.BadInput;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * An API key that cannot be shown by mistake: every text made from it reads {@code ***}. Only the
 * transport of this room can read the value, to put it into the Authorization header.
 */
public final class Secret {
  /** What stands in place of a key wherever one would show. */
  static final String MASK = "***";

  /** Keys as the common services write them, also half masked as some of them quote it back. */
  private static final Pattern KEY_LIKE = Pattern.compile("\\b(?:sk|gsk|key)-[\\w*.-]{6,}");

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Takes a key as it was given, without the white space around it.
   *
   * @param source where it came from, for the message; never part of the key
   * @throws BadInput when it is blank or holds a character that no HTTP header may carry
   */
  public static Secret of(String value, String source) {
    String key = value.strip();
    if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new BadInput(
          source
              + ": the API key is blank or holds a space, line break or non-ASCII character;"
              + " copy it again from your provider");
    }
    return new Secret(key);
  }

  /** The key itself, for the Authorization header alone. */
  String reveal() {
    return value;
  }

  /** The text with this key, and whatever looks like a key, masked. */
  String redact(String text) {
    return KEY_LIKE.matcher(text.replace(value, MASK)).replaceAll(MASK);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(value.getBytes(UTF_8), secret.value.getBytes(UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return MASK;
  }
}
