package dev.bagu.llm;

/**
 * One thing a person can set about the model, with its name in every source.
 *
 * <p>Example: the model name is {@code --model}, {@code BAGU_MODEL}, or {@code model = qwen3} in
 * the configuration file.
 */
public enum Setting {
  /** Where the OpenAI-compatible interface lives, up to and including its {@code /v1}. */
  BASE_URL("--base-url", "OPENAI_BASE_URL", "base_url", "https://api.openai.com/v1"),
  /** The key; has no flag, because the arguments of a process are public on its machine. */
  API_KEY("", "OPENAI_API_KEY", "api_key", ""),
  /** The model's name as its server knows it; with a key and no name, {@code gpt-4o-mini}. */
  MODEL("--model", "BAGU_MODEL", "model", ""),
  /** Seconds for a whole reply, retries included; 1 to 3600. */
  TIMEOUT("--timeout", "BAGU_TIMEOUT", "timeout", "60"),
  /** Seconds until the first word of a streamed reply; 1 to 3600. */
  FIRST_TOKEN_TIMEOUT(
      "--first-token-timeout", "BAGU_FIRST_TOKEN_TIMEOUT", "first_token_timeout", "30"),
  /** Seconds of silence allowed within a reply; 1 to 3600. */
  IDLE_TIMEOUT("--idle-timeout", "BAGU_IDLE_TIMEOUT", "idle_timeout", "15"),
  /** Tokens of evidence that go into one prompt; 200 to 1,000,000. */
  EVIDENCE_TOKENS("--evidence-tokens", "BAGU_EVIDENCE_TOKENS", "evidence_tokens", "6000");

  private final String flag;
  private final String variable;
  private final String property;
  private final String fallback;

  Setting(String flag, String variable, String property, String fallback) {
    this.flag = flag;
    this.variable = variable;
    this.property = property;
    this.fallback = fallback;
  }

  /** The command line option; empty when there is none. */
  public String flag() {
    return flag;
  }

  /** The environment variable. */
  public String variable() {
    return variable;
  }

  /** The name in the configuration file. */
  public String property() {
    return property;
  }

  /** The value when nobody set one; empty when there is none. */
  public String fallback() {
    return fallback;
  }
}
