package dev.bagu.answer;

import dev.bagu.retrieval.HybridRetriever;
import dev.bagu.retrieval.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a conversation is about after an answered turn.
 *
 * <p>Example: "LoRA 和 QLoRA 的区别是什么" is about LoRA and QLoRA; "那 AdaLoRA 呢" then asks the same of
 * another.
 *
 * @param question the question of that turn, whole
 * @param names the names that the question is about, in its order, with where they stand in it;
 *     empty where it has none
 * @param words what it is about where it has no names
 */
record Topic(String question, List<Mention> names, String words) {
  /** Before anything was answered. */
  static final Topic NONE = new Topic("", List.of(), "");

  /** Names that go with every question of the field. */
  private static final Set<String> GENERAL =
      Set.of(
          "大模型",
          "大语言模型",
          "语言模型",
          "预训练模型",
          "llm",
          "llms",
          "gpu",
          "cpu",
          "token",
          "prompt",
          "ai",
          "显存",
          "训练",
          "推理",
          "微调",
          "参数",
          "模型",
          "量化",
          "预训练",
          "api",
          "batch size",
          "提示",
          "上下文",
          "损失函数",
          "注意力",
          "权重",
          "梯度",
          "数据集",
          "推理延迟");

  /** What stands between two names that are asked of together. */
  private static final Pattern TOGETHER =
      Pattern.compile(
          "(?iu)\\s*(?:[、,，/的]|和|与|跟|及|以及|相比|比|vs\\.?|versus|and|or|to|with|from|compared (?:to|with))?\\s*");

  /** Copies the names. */
  Topic {
    names = List.copyOf(names);
  }

  /** The topic of an answered turn. */
  static Topic of(Completion asked, Answer answer, HybridRetriever retriever) {
    String question = asked.question();
    List<Mention> names = group(question, retriever.mentions(question));
    String words = String.join(" ", FollowUpWords.content(question));
    if (names.isEmpty() && words.isEmpty() && !answer.retrieval().passages().isEmpty()) {
      words = answer.retrieval().passages().get(0).entry().question();
    }
    return new Topic(question, names, words.isEmpty() ? question : words);
  }

  /** Whether there is one. */
  boolean isThere() {
    return !question.isEmpty();
  }

  /** The one thing that "it" stands for. */
  String subject() {
    return names.isEmpty() ? words : names.get(0).text();
  }

  /** All of it, as it was said. */
  String all() {
    return names.isEmpty()
        ? words
        : question.substring(names.get(0).start(), names.get(names.size() - 1).end());
  }

  /** The one that "the latter" stands for. */
  String last() {
    return names.isEmpty() ? words : names.get(names.size() - 1).text();
  }

  /** The last question asked of another thing; of two that were compared, the second is changed. */
  String askedOf(String other) {
    if (names.isEmpty()) {
      return other + " " + FollowUpWords.ASKS.matcher(question).replaceAll(" ").strip();
    }
    Mention old = names.get(names.size() - 1);
    return question.substring(0, old.start()) + other + question.substring(old.end());
  }

  /** Whether a name goes with every question. */
  static boolean general(Mention name) {
    return GENERAL.contains(name.text().toLowerCase(Locale.ROOT))
        || (name.chinese() && name.text().length() < 3);
  }

  /** The first name that is not general, with those that stand beside it. */
  private static List<Mention> group(String question, List<Mention> mentions) {
    List<Mention> group = new ArrayList<>();
    for (Mention mention : mentions) {
      if (general(mention)) {
        continue;
      }
      if (!group.isEmpty()) {
        Mention before = group.get(group.size() - 1);
        String between = question.substring(before.end(), mention.start());
        if (!TOGETHER.matcher(between).matches()) {
          break;
        }
        if (between.strip().equals("的") && mention.chinese()) {
          break; // PPO 的目标函数 is about PPO
        }
        if (between.strip().equals("的") || between.isBlank()) {
          // The one is a part of the other: they are one thing.
          group.set(
              group.size() - 1,
              new Mention(
                  question.substring(before.start(), mention.end()),
                  before.start(),
                  mention.end()));
          continue;
        }
      }
      group.add(mention);
    }
    return group;
  }
}
