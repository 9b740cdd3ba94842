package dev.bagu.interview;

import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises what is typed instead of an answer: nothing, "不知道", "skip", "I don't know". */
final class NonAnswer {
  private static final Pattern ZH =
      Pattern.compile(
          "(?:抱歉|对不起|嗯|呃|我|真的|确实|也|还|完全|这个|这题|这道题|暂时)*"
              + "(?:不知道|不会|不太会|不清楚|不太清楚|不懂|不了解|不太了解|没听过|没听说过|没学过|没看过|忘了|忘记了|忘记|不记得|想不起来"
              + "|没印象|没思路|没有思路|答不上来|答不出来|跳过|略过|下一题|下一个|过)"
              + "(?:了|吧|啊|呢|哦|这个|这题|这道题|怎么答|答案)*");

  private static final Pattern EN =
      Pattern.compile(
          "(?:sorry|well|hmm+|um+|uh+|\\s)*"
              + "(?:pass|skip|skip it|skip this|next|next question|idk|dunno|no idea|no clue|not sure"
              + "|i have no idea|i am not sure|i m not sure|i (?:really |honestly )?(?:do not|don t|dont"
              + "|can t|cannot) (?:know|remember|recall|answer)(?: this| it| that| the answer)?|n a|none)"
              + "(?:\\s|sorry)*");

  private NonAnswer() {}

  /** Whether a text answers nothing, by its words alone. */
  static boolean is(String text) {
    String words = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return words.isEmpty()
        || ZH.matcher(words.replace(" ", "")).matches()
        || EN.matcher(words).matches();
  }
}
