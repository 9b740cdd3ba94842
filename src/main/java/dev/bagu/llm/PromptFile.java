package dev.bagu.llm;

import dev.bagu.BadInput;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.input.PromptTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One prompt as it stands in its file: a version in the front matter, a {@code # system} and a
 * {@code # user} part, and {@code {{name}}} where a value goes.
 *
 * <pre>
 * ---
 * version: 1
 * ---
 * # system
 * You answer from the evidence alone.
 * # user
 * {{question}}
 * </pre>
 *
 * @param file its path, for messages
 * @param version what its front matter says; part of what makes an answer reproducible
 * @param system the part that sets the rules; not blank
 * @param user the part that carries the question; not blank
 */
public record PromptFile(String file, String version, String system, String user) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\A---\\n(.*?\\n)?---\\n\\s*# system[ \\t]*\\n(.*?)\\n# user[ \\t]*\\n(.*)\\z",
          Pattern.DOTALL);
  private static final Pattern VERSION = Pattern.compile("(?m)^version:[ \\t]*(\\S+)[ \\t]*$");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

  /** Checks that both parts say something and that every placeholder has a proper name. */
  public PromptFile {
    if (version.isBlank() || system.isBlank() || user.isBlank()) {
      throw new BadInput(file + ": version, # system and # user must not be empty");
    }
    for (String name : placeholders(system + "\n" + user)) {
      if (!name.matches("[a-z][a-z0-9_]*")) {
        throw new BadInput(
            file + ": {{" + name + "}} is no placeholder; names are small letters, digits and _");
      }
    }
  }

  /**
   * Reads the notation above; line ends may be CRLF.
   *
   * @throws BadInput when the text is not in it
   */
  static PromptFile parse(String file, String text) {
    Matcher form = FORM.matcher(text.replace("\uFEFF", "").replace("\r\n", "\n"));
    if (!form.matches()) {
      throw new BadInput(
          file + ": must have '---', 'version: N', '---', '# system' and '# user', in this order");
    }
    Matcher version = VERSION.matcher(form.group(1) == null ? "" : form.group(1));
    if (!version.find()) {
      throw new BadInput(file + ": the front matter has no 'version: N' line");
    }
    return new PromptFile(file, version.group(1), form.group(2).strip(), form.group(3).strip());
  }

  /** The names in its double braces, sorted. */
  public Set<String> placeholders() {
    return placeholders(system + "\n" + user);
  }

  /**
   * The prompt as messages: a system message, then a user message. Values are data: what stands in
   * double braces within a value stays as it is.
   *
   * @throws BadInput when a value has no placeholder, or a placeholder no value
   */
  public List<ChatMessage> fill(Map<String, String> values) {
    Set<String> missing = new TreeSet<>(values.keySet());
    missing.removeAll(placeholders());
    if (!missing.isEmpty()) {
      throw new BadInput(file + ": lacks " + braced(missing) + "; put it back");
    }
    Set<String> open = new TreeSet<>(placeholders());
    open.removeAll(values.keySet());
    if (!open.isEmpty()) {
      throw new BadInput(file + ": nothing fills " + braced(open) + "; take it out");
    }
    return List.of(
        SystemMessage.from(filled(system, values)), UserMessage.from(filled(user, values)));
  }

  private static String filled(String template, Map<String, String> values) {
    return PromptTemplate.from(template).apply(new HashMap<>(values)).text();
  }

  private static Set<String> placeholders(String template) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(template);
    while (matcher.find()) {
      names.add(matcher.group(1).strip());
    }
    return names;
  }

  private static String braced(Set<String> names) {
    return "{{" + String.join("}}, {{", names) + "}}";
  }
}
