package dev.bagu.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Turns bytes into text without being told the charset.
 *
 * <p>Order, each step strict: a byte order mark; UTF-16 without one, if the zero bytes lie as they
 * do in UTF-16; UTF-8; then GB18030 (which includes GBK), Big5 and windows-1252, whichever reads as
 * the most ordinary text. "Ordinary" is measured on the few characters that make up about a fifth
 * of any Chinese text: decoding with the wrong table yields rare characters instead. The check
 * needs some ten characters to be right, where statistical detectors want hundreds.
 *
 * <p>Example: the bytes {@code C4 E3 BA C3} (你好 in GBK) are not UTF-8 and decode as GB18030.
 */
final class TextDecoder {
  /** The most frequent characters of simplified and traditional Chinese, and its punctuation. */
  private static final String COMMON =
      "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心"
          + "本前开但因只从想实這個們來為國說時會對過發後裡種樣學現沒動點還進實與關機類訓練型語言數據。，、：；？！（）“”《》　";

  private TextDecoder() {}

  /** The text, without a byte order mark. */
  static String decode(byte[] bytes) throws Unreadable {
    Optional<String> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    if (hasZero(bytes)) {
      return utf16(bytes)
          .orElseThrow(
              () -> new Unreadable("is not text (it holds zero bytes); remove it or convert it"));
    }
    Optional<String> utf8 = strict(bytes, 0, StandardCharsets.UTF_8);
    return utf8.isPresent()
        ? utf8.get()
        : legacy(bytes)
            .orElseThrow(
                () -> new Unreadable("is in no charset that is known here; save it as UTF-8"));
  }

  private static Optional<String> byMark(byte[] b) throws Unreadable {
    Charset charset;
    int skip;
    if (starts(b, 0xEF, 0xBB, 0xBF)) {
      charset = StandardCharsets.UTF_8;
      skip = 3;
    } else if (starts(b, 0xFF, 0xFE)) {
      charset = StandardCharsets.UTF_16LE;
      skip = 2;
    } else if (starts(b, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
      skip = 2;
    } else {
      return Optional.empty();
    }
    String text =
        strict(b, skip, charset)
            .orElseThrow(
                () ->
                    new Unreadable(
                        "says it is " + charset + " but is not; save it again as UTF-8"));
    if (text.indexOf('\0') >= 0) {
      throw new Unreadable("is not text (it holds zero characters); remove it or convert it");
    }
    return Optional.of(text);
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> utf16(byte[] bytes) {
    if (bytes.length % 2 != 0) {
      return Optional.empty();
    }
    return java.util.stream.Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
        .flatMap(charset -> strict(bytes, 0, charset).stream())
        .filter(text -> readable(text) >= 0.9)
        .max(java.util.Comparator.comparingDouble(TextDecoder::readable));
  }

  /** Share of characters that a Chinese or English text is made of, [0, 1]. */
  private static double readable(String text) {
    int good = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = (c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || c == '\t';
      boolean cjk = (c >= 0x3000 && c <= 0x9FFF && c <= 0x9FFF) || (c >= 0xFF00 && c < 0xFFF0);
      if (ascii || cjk || (c >= 0x2010 && c <= 0x203B)) {
        good++;
      }
    }
    return text.isEmpty() ? 0 : (double) good / text.length();
  }

  private static Optional<String> legacy(byte[] bytes) {
    String best = null;
    double bestScore = -1;
    for (String name : new String[] {"GB18030", "Big5", "windows-1252"}) {
      if (!Charset.isSupported(name)) {
        continue;
      }
      Optional<String> text = strict(bytes, 0, Charset.forName(name));
      if (text.isPresent()) {
        double score = ordinary(text.get());
        if (score > bestScore) {
          bestScore = score;
          best = text.get();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Share of ordinary ones among the characters beyond ASCII, [0, 1]. */
  private static double ordinary(String text) {
    int good = 0;
    int all = 0;
    for (int i = 0; i < text.length() && all < 20_000; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        continue;
      }
      all++;
      boolean latin = "’‘“”–—…•é".indexOf(c) >= 0 && besideAscii(text, i);
      if (latin || (c > 0xFF && COMMON.indexOf(c) >= 0)) {
        good++;
      }
    }
    return all == 0 ? 0 : (double) good / all;
  }

  private static boolean besideAscii(String text, int i) {
    return (i == 0 || text.charAt(i - 1) < 0x80)
        && (i + 1 == text.length() || text.charAt(i + 1) < 0x80);
  }

  private static Optional<String> strict(byte[] bytes, int skip, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
