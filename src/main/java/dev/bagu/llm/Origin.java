package dev.bagu.llm;

/**
 * Where a setting's value came from.
 *
 * <p>Example: {@code ENVIRONMENT, "OPENAI_BASE_URL"}.
 *
 * @param source the kind of place
 * @param name the flag, the variable, or the path of the file; empty for a default
 */
public record Origin(Source source, String name) {

  /** The kinds of places, in the order in which they win. */
  public enum Source {
    /** An option on the command line. */
    FLAG,
    /** An environment variable. */
    ENVIRONMENT,
    /** The configuration file. */
    CONFIG_FILE,
    /** Nobody set it. */
    DEFAULT
  }

  @Override
  public String toString() {
    return source == Source.DEFAULT ? "default" : name;
  }
}
