package dev.bagu.llm;

import dev.bagu.BaguException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model call that gave nothing, or stopped before its end: what happened, and what a person can
 * do. Never holds the API key.
 *
 * <p>Example: {@code UNAUTHORIZED}, "https://api.openai.com/v1 does not accept the API key (HTTP
 * 401: ...); check OPENAI_API_KEY".
 */
public final class ModelFailure extends BaguException {
  private static final long serialVersionUID = 1L;

  /** Longest argument in a message, in characters; longer ones are cut. */
  private static final int MAX_ARGUMENT = 200;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /**
   * What happened. The English text of each names its arguments in braces; other languages use the
   * same names.
   */
  public enum Kind {
    /** Refused, reset before a reply, no such host, no route, TLS failure, connect timeout. */
    UNREACHABLE(
        true,
        "cannot reach {endpoint} ({detail}); check the address and the network, or use --offline"),
    /** No word of a streamed reply within its limit. */
    NO_FIRST_TOKEN(
        true, "{endpoint} sent no word within {seconds} s; try again, or raise the limit"),
    /** Silence in the middle of a reply. */
    STALLED(true, "{endpoint} fell silent for {seconds} s in the middle of its reply; try again"),
    /** The overall deadline passed. */
    DEADLINE(true, "{endpoint} did not finish within {seconds} s; try again, or raise --timeout"),
    /** The reply ended before its end mark. */
    CUT(true, "{endpoint} broke off in the middle of its reply ({detail}); try again"),
    /** 400 and its relatives. */
    BAD_REQUEST(
        false,
        "{endpoint} does not accept the request for model {model} (HTTP {status}: {detail});"
            + " check the model name and the size of the question"),
    /** 401. */
    UNAUTHORIZED(
        false,
        "{endpoint} does not accept the API key (HTTP {status}: {detail}); check OPENAI_API_KEY"),
    /** 403. */
    FORBIDDEN(
        false,
        "{endpoint} does not allow this (HTTP {status}: {detail});"
            + " check what the API key may do, and your region"),
    /** 404: the address or the model. */
    NOT_FOUND(
        false,
        "{endpoint} does not know the address or the model {model} (HTTP {status}: {detail});"
            + " check OPENAI_BASE_URL (most end in /v1) and BAGU_MODEL"),
    /** 429. */
    RATE_LIMITED(
        true, "{endpoint} takes no more requests for now (HTTP {status}: {detail}); wait {wait}"),
    /** 402, or 429 that says the account is empty. */
    OUT_OF_QUOTA(
        false,
        "the account at {endpoint} has no credit left (HTTP {status}: {detail}); check your plan"),
    /** 408, 409 and the server's own failures. */
    SERVER_ERROR(
        true, "{endpoint} failed (HTTP {status}: {detail}); try again later, or use --offline"),
    /** A redirect; not followed, because the key goes to the configured address alone. */
    REDIRECTED(
        false,
        "{endpoint} redirects to {detail} (HTTP {status}), which is not followed;"
            + " set OPENAI_BASE_URL to the final address"),
    /** A web page instead of an interface. */
    NOT_AN_API(
        false,
        "{endpoint} answers with a web page, not with JSON;"
            + " check OPENAI_BASE_URL (most end in /v1) and your proxy or login page"),
    /** Broken JSON, invalid UTF-8, or JSON of another shape. */
    MALFORMED(
        false,
        "{endpoint} sent a reply that cannot be read ({detail});"
            + " check that it speaks the OpenAI chat completions protocol"),
    /** No choice, or a choice without text. */
    EMPTY(true, "model {model} gave an empty answer; try again, or choose another model"),
    /** A content filter stopped it. */
    FILTERED(false, "a content filter stopped model {model}; put the question in other words"),
    /** The model's output limit. */
    OUTPUT_LIMIT(
        false, "model {model} reached its output limit before the end; ask for less at once"),
    /** A tool call that nobody asked for. */
    UNREQUESTED_TOOL(
        false, "model {model} called a tool instead of answering; choose another model"),
    /** More text than an answer can have. */
    TOO_LONG(false, "model {model} wrote more than {limit}; the rest is dropped"),
    /** The person, or the caller, stopped it. */
    CANCELLED(true, "the answer of model {model} was stopped");

    private final boolean retryable;
    private final String english;

    Kind(boolean retryable, String english) {
      this.retryable = retryable;
      this.english = english;
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
      return retryable;
    }

    /** The English message, with argument names in braces. */
    public String english() {
      return english;
    }
  }

  private final Kind kind;
  private final transient Map<String, String> arguments;
  private final transient @Nullable Duration retryAfter;

  /** Creates the failure; arguments are brought to one line without control characters. */
  public ModelFailure(Kind kind, Map<String, String> arguments) {
    this(kind, arguments, null, null);
  }

  ModelFailure(
      Kind kind,
      Map<String, String> arguments,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(fill(kind.english, oneLine(arguments)));
    this.kind = kind;
    this.arguments = oneLine(arguments);
    this.retryAfter = retryAfter;
    if (cause != null) {
      initCause(cause);
    }
  }

  /** What happened. */
  public Kind kind() {
    return kind;
  }

  /** Whether the same request may succeed later. */
  public boolean retryable() {
    return kind.retryable;
  }

  /** What the message speaks of, by the names in {@link Kind#english()}; sorted. */
  public Map<String, String> arguments() {
    return arguments;
  }

  /** How long the server asked to wait; empty when it did not. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** A message template with its {@code {name}}s replaced; unknown names become "?". */
  public static String fill(String template, Map<String, String> arguments) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(m -> Matcher.quoteReplacement(arguments.getOrDefault(m.group(1), "?")));
  }

  private static Map<String, String> oneLine(Map<String, String> arguments) {
    Map<String, String> clean = new TreeMap<>();
    arguments.forEach((name, value) -> clean.put(name, oneLine(value)));
    return clean;
  }

  private static String oneLine(String value) {
    String line = value.replaceAll("[\\p{C}\\s]+", " ").strip();
    return line.length() <= MAX_ARGUMENT ? line : line.substring(0, MAX_ARGUMENT) + "…";
  }
}
