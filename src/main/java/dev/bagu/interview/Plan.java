package dev.bagu.interview;

import java.util.Map;

/**
 * A follow-up that has been chosen and not yet worded.
 *
 * @param origin what it reacts to
 * @param phrase key of its wording: "missed.why", "contradicted.number"
 * @param values what the wording takes: {@code quote}, {@code subject}, {@code question}
 */
record Plan(Origin origin, String phrase, Map<String, String> values) {
  Plan {
    values = Map.copyOf(values);
  }
}
