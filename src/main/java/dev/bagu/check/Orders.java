package dev.bagu.check;

import java.util.regex.Pattern;

/**
 * Finds text that gives orders to whoever marks a draft: it states nothing and earns nothing.
 *
 * <p>A sentence that gives one is no claim, and a person is told. Nothing hangs on finding every
 * order: one that goes unseen is compared with the source like any other text.
 */
final class Orders {
  private static final Pattern ORDER =
      Pattern.compile(
          "(?:忽略|无视|忘记|忘掉|不要理会|别管|跳过|绕过|覆盖|取消).{0,12}(?:要求|指令|规则|提示|上面|以上|之前|前面|评分|标准|设定|系统|约束)"
              + "|(?:给|打|评|判).{0,8}(?:满分|高分|100\\s*分|一百分|最高分|通过)|满分.{0,4}(?:给|打|请)|(?:评分|打分|判分|分数|得分).{0,10}(?:改|设|给|必须|应该|应为|=|:|：).{0,6}(?:\\d|满|高|最)"
              + "|(?:所有|全部|每一?[个条]).{0,8}(?:标|判|算|视)(?:记|定)?(?:为|成|作)?.{0,4}(?:正确|支持|supported|对的)"
              + "|你(?:现在|必须|要|应该|是一?个?).{0,10}(?:评分|面试官|裁判|判官|助手|打分|system|系统)|(?:输出|返回|打印|泄露|告诉我).{0,10}(?:提示词|系统提示|prompt|标准答案|参考答案|要点)"
              + "|(?:ignore|disregard|forget|override|bypass).{0,30}(?:instruction|rule|prompt|above|previous|criteria|rubric|guideline)"
              + "|(?:give|award|grant|assign|score).{0,24}(?:full|maximum|perfect|top|highest|100)(?:\\s*(?:marks?|points?|score|credit|percent|/\\s*100))?"
              + "|(?:mark|treat|label|judge|count).{0,24}(?:all|every|everything|this|it).{0,24}(?:as )?(?:correct|supported|true|covered)"
              + "|(?:you are|act as|pretend).{0,20}(?:grader|judge|checker|examiner|system|interviewer|assistant)"
              + "|(?:reveal|print|show|output|repeat).{0,20}(?:prompt|system message|instructions|key points|stored answer)"
              + "|^\\s*(?:system|assistant|developer|user|系统|助手)\\s*[:：]|<\\s*/?\\s*(?:system|assistant|user|instruction)|\\[/?INST]|<\\|im_(?:start|end)\\|>",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private Orders() {}

  /** Whether a text gives such an order. */
  static boolean given(String text) {
    return ORDER.matcher(text).find();
  }
}
