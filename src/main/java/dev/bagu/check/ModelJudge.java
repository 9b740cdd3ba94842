package dev.bagu.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bagu.llm.Fence;
import dev.bagu.llm.ModelCall;
import dev.bagu.llm.ModelFailure;
import dev.bagu.llm.PromptLibrary;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets a model judge claims, one at a time, from the source's own sentences.
 *
 * <p>A verdict stands only with a quote that stands in those sentences character for character
 * (after NFKC, without white space and emphasis); else the model is asked once more, and after that
 * the offline verdict holds. A model that fails is asked no further, and every verdict it did not
 * give is the offline one.
 */
final class ModelJudge {
  /** Sentences of the source that a model sees for one claim. */
  private static final int SHOWN = 12;

  /** Shortest quote that proves anything, in letters. */
  private static final int QUOTE = 4;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final JsonSchema SCHEMA =
      JsonSchema.builder()
          .name("verdict")
          .rootElement(
              JsonObjectSchema.builder()
                  .addProperty(
                      "verdict",
                      JsonEnumSchema.builder()
                          .enumValues("supported", "contradicted", "not_in_source")
                          .build())
                  .addProperty(
                      "reason",
                      JsonEnumSchema.builder()
                          .enumValues(
                              Stream.of(Reason.values()).map(Reason::label).toArray(String[]::new))
                          .build())
                  .addStringProperty("quote")
                  .required("verdict", "reason", "quote")
                  .additionalProperties(false)
                  .build())
          .build();

  private final ModelCall call;
  private final PromptLibrary prompts;

  ModelJudge(ModelCall call, PromptLibrary prompts) {
    this.call = call;
    this.prompts = prompts;
  }

  /**
   * What came of it.
   *
   * @param judgements one a claim, in order
   * @param mode the model's name, or {@code offline} where it gave no verdict at all
   * @param notices what a person should know
   */
  record Outcome(List<Judgement> judgements, String mode, List<CheckNotice> notices) {}

  /** The statements that a model may quote for a claim, best first. */
  static List<SourceQuote> evidence(ClaimFeatures.Read read) {
    List<Alignment> all = new ArrayList<>(read.held());
    all.addAll(read.elsewhere());
    return all.stream()
        .filter(each -> Origins.quotable(each.statement()))
        .sorted(java.util.Comparator.comparingDouble(Alignment::score).reversed())
        .limit(SHOWN)
        .map(each -> each.statement().source())
        .toList();
  }

  /**
   * Judges claims.
   *
   * @param offline the offline judgements, one a claim
   * @param evidence for each claim the sentences that may be quoted
   */
  Outcome judge(String question, List<Judgement> offline, List<List<SourceQuote>> evidence) {
    List<Judgement> judgements = new ArrayList<>();
    List<CheckNotice> notices = new ArrayList<>();
    int given = 0;
    int refused = 0;
    boolean failed = false;
    for (int i = 0; i < offline.size(); i++) {
      Judgement before = offline.get(i);
      Optional<Judgement> verdict = Optional.empty();
      if (!failed && before.reason() != Reason.INSTRUCTION) {
        try {
          verdict = judge(question, before, evidence.get(i));
          refused += verdict.isEmpty() ? 1 : 0;
        } catch (ModelFailure failure) {
          failed = true;
          notices.add(notice(failure));
        }
      }
      given += verdict.isPresent() ? 1 : 0;
      judgements.add(verdict.orElse(before));
    }
    if (refused > 0) {
      notices.add(
          new CheckNotice(
              CheckNotice.Kind.MODEL_VERDICTS_REFUSED, Map.of("count", String.valueOf(refused))));
    }
    return new Outcome(judgements, given > 0 ? call.modelName() : OfflineJudge.NAME, notices);
  }

  private static CheckNotice notice(ModelFailure failure) {
    Map<String, String> arguments = new HashMap<>(failure.arguments());
    arguments.put("kind", failure.kind().name());
    arguments.put("message", String.valueOf(failure.getMessage()));
    return new CheckNotice(CheckNotice.Kind.MODEL_FAILED, arguments);
  }

  /** The model's verdict where it stands; empty where it does not, even when asked again. */
  private Optional<Judgement> judge(
      String question, Judgement offline, List<SourceQuote> evidence) {
    StringBuilder source = new StringBuilder();
    evidence.forEach(each -> source.append(each.quote().strip()).append('\n'));
    List<ChatMessage> messages =
        prompts
            .prompt("judge")
            .fill(
                Map.of(
                    "question", Fence.around("question", question),
                    "source", Fence.around("source", source.toString().strip()),
                    "claim", Fence.around("claim", offline.claim().text())));
    for (int attempt = 0; attempt < 2; attempt++) {
      Optional<Judgement> verdict = verdict(reply(messages), offline, evidence);
      if (verdict.isPresent()) {
        return verdict;
      }
    }
    return Optional.empty();
  }

  /** The reply, asked for with a schema; without one of a server that knows none. */
  private String reply(List<ChatMessage> messages) {
    try {
      return call.complete(messages, SCHEMA).text();
    } catch (ModelFailure failure) {
      if (failure.kind() != ModelFailure.Kind.BAD_REQUEST) {
        throw failure;
      }
      return call.complete(messages).text();
    }
  }

  /** What a reply says, where it says it in order and its quote stands; empty for any other. */
  Optional<Judgement> verdict(String reply, Judgement offline, List<SourceQuote> evidence) {
    JsonNode node = json(reply);
    Optional<Verdict> verdict = verdict(node.path("verdict").asText());
    if (verdict.isEmpty()) {
      return Optional.empty();
    }
    String quote = node.path("quote").asText("");
    List<SourceQuote> proof =
        folded(quote).length() < QUOTE
            ? List.of()
            : evidence.stream()
                .filter(each -> folded(each.quote()).contains(folded(quote)))
                .limit(1)
                .toList();
    boolean needsProof = verdict.get() != Verdict.NOT_IN_SOURCE;
    if (needsProof && proof.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Judgement(
            offline.claim(),
            verdict.get(),
            reason(node.path("reason").asText(), verdict.get(), offline),
            needsProof ? proof : List.of(),
            verdict.get() == offline.verdict() ? Math.max(0.9, offline.certainty()) : 0.75,
            call.modelName(),
            offline.features()));
  }

  /** The object in a reply, which may stand in a code block; a missing node where there is none. */
  private static JsonNode json(String reply) {
    int from = reply.indexOf('{');
    int to = reply.lastIndexOf('}');
    try {
      return from < 0 || to < from
          ? JSON.missingNode()
          : JSON.readTree(reply.substring(from, to + 1));
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private static Optional<Verdict> verdict(String label) {
    return Stream.of(Verdict.values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /**
   * The model's reason where it is one that fits its verdict, else the offline one or a plain one.
   */
  private static Reason reason(String label, Verdict verdict, Judgement offline) {
    Optional<Reason> given =
        Stream.of(Reason.values())
            .filter(each -> each.label().equals(label.toLowerCase(Locale.ROOT)))
            .filter(each -> fits(each, verdict))
            .findFirst();
    Reason plain =
        switch (verdict) {
          case SUPPORTED -> Reason.SAME_MEANING;
          case CONTRADICTED -> Reason.ATTRIBUTE;
          case NOT_IN_SOURCE -> Reason.UNMENTIONED;
        };
    return given.orElse(offline.verdict() == verdict ? offline.reason() : plain);
  }

  private static boolean fits(Reason reason, Verdict verdict) {
    return switch (reason) {
      case SAME_WORDS, SAME_MEANING, KEY_POINT -> verdict == Verdict.SUPPORTED;
      case UNMENTIONED, OFF_TOPIC, INSTRUCTION -> verdict == Verdict.NOT_IN_SOURCE;
      default -> verdict == Verdict.CONTRADICTED;
    };
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s*`]+", "");
  }
}
