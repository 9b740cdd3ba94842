package dev.bagu.cli.terminal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the commonest LaTeX of machine-learning texts readable as plain text.
 *
 * <p>Examples: {@code h = W_0 x + \frac{\alpha}{r} B A x} gives {@code h = W₀ x + (α/r) B A x};
 * {@code \frac{QK^\top}{\sqrt{d_k}}} gives {@code QKᵀ/√dₖ}; {@code B \in \mathbb{R}^{d \times r}}
 * gives {@code B ∈ ℝ^(d×r)}.
 *
 * <p>No symbol is lost: an unknown command stays with its backslash and braces, a matrix and a
 * formula that cannot be read (unbalanced, nested more than 24 deep, longer than {@link
 * FormulaMarks#LONGEST}) stay as they are. This is not typesetting: fractions stand on one line.
 */
final class LatexText {
  private static final int DEEPEST = 24;

  private static final Set<String> STRIPPED =
      Set.of(
          "mathrm",
          "mathbf",
          "mathit",
          "mathsf",
          "mathtt",
          "mathcal",
          "mathscr",
          "boldsymbol",
          "bm",
          "operatorname",
          "operatorname*",
          "ensuremath",
          "mathop");

  private static final Set<String> TEXTS =
      Set.of("text", "textbf", "textit", "texttt", "textrm", "textsf", "mbox");

  private static final Set<String> SILENT =
      Set.of(
          "left",
          "right",
          "big",
          "Big",
          "bigg",
          "Bigg",
          "bigl",
          "bigr",
          "Bigl",
          "Bigr",
          "biggl",
          "biggr",
          "middle",
          "displaystyle",
          "textstyle",
          "limits",
          "nolimits",
          "nonumber");

  private static final String ACCENTS =
      "hat\u0302bar\u0304tilde\u0303vec\u20d7dot\u0307ddot\u0308widehat\u0302widetilde\u0303"
          + "overline\u0304";

  private final String source;
  private final int depth;
  private final List<Atom> atoms = new ArrayList<>();
  private int at;

  private LatexText(String source, int depth) {
    this.source = source;
    this.depth = depth;
  }

  /** The formula (without its dollars) as text; lines only where the source has {@code \\}. */
  static String of(String latex) {
    boolean readable = latex.length() <= FormulaMarks.LONGEST && isBalanced(latex);
    return readable ? of(latex.strip(), 0) : latex;
  }

  private static boolean isBalanced(String latex) {
    int open = 0;
    for (int i = 0; i < latex.length() && open >= 0; i++) {
      char c = latex.charAt(i);
      i += c == '\\' ? 1 : 0;
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return open == 0;
  }

  private static String of(String latex, int depth) {
    return depth > DEEPEST ? latex : new LatexText(latex, depth).text();
  }

  private String text() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\\') {
        command();
      } else if (c == '^' || c == '_') {
        at++;
        script(c);
      } else if (c == '{') {
        String group = group();
        atoms.add(Atom.sign(group == null ? "{" : of(group, depth + 1)));
        at += group == null ? 1 : 0;
      } else if (Character.isWhitespace(c) || c == '~') {
        atoms.add(new Atom(" ", Atom.Kind.SPACE));
        at++;
      } else {
        int code = source.codePointAt(at);
        atoms.add(Atom.sign(Character.toString(code)));
        at += Character.charCount(code);
      }
    }
    return Atom.join(atoms);
  }

  private void script(char mark) {
    String content = of(argument(), depth + 1);
    String script = Scripts.of(mark, content);
    int last = atoms.size() - 1;
    if (last < 0) {
      atoms.add(Atom.sign(script));
    } else {
      atoms.set(last, atoms.get(last).withScript(script));
    }
  }

  private void command() {
    String name = name();
    String sign = LatexSymbols.sign(name);
    String operator = LatexSymbols.operator(name);
    String function = LatexSymbols.function(name);
    if (sign != null) {
      atoms.add(Atom.sign(sign));
    } else if (operator != null) {
      atoms.add(new Atom(operator, Atom.Kind.OPERATOR));
    } else if (function != null) {
      atoms.add(new Atom(function, Atom.Kind.FUNCTION));
    } else if (SILENT.contains(name)) {
      at += at < source.length() && source.charAt(at) == '.' && name.length() < 6 ? 1 : 0;
    } else if (name.equals("quad") || name.equals("qquad")) {
      atoms.add(new Atom(" ", Atom.Kind.SPACE));
    } else if (name.equals("begin")) {
      environment();
    } else if (name.length() == 1 && !Character.isLetter(name.charAt(0))) {
      atoms.add(escaped(name.charAt(0)));
    } else {
      withArguments(name);
    }
  }

  private void withArguments(String name) {
    if (Set.of("frac", "dfrac", "tfrac", "cfrac").contains(name)) {
      String over = of(argument(), depth + 1);
      String under = of(argument(), depth + 1);
      atoms.add(new Atom(Fractions.of(over, under), Atom.Kind.FRACTION));
    } else if (name.equals("sqrt")) {
      String degree = optional();
      String index = degree == null ? "" : Scripts.of('^', of(degree, depth + 1));
      atoms.add(Atom.sign(index + "√" + Fractions.factor(of(argument(), depth + 1))));
    } else if (STRIPPED.contains(name)) {
      String inner = of(argument(), depth + 1);
      boolean word = inner.length() > 1 && inner.chars().allMatch(Character::isLetter);
      atoms.add(new Atom(inner, word ? Atom.Kind.FUNCTION : Atom.Kind.SIGN));
    } else if (TEXTS.contains(name)) {
      atoms.add(Atom.sign(argument()));
    } else if (name.equals("mathbb")) {
      atoms.add(Atom.sign(blackboard(argument())));
    } else if (name.equals("underset") || name.equals("overset")) {
      String script = of(argument(), depth + 1);
      String base = of(argument(), depth + 1);
      char mark = name.equals("underset") ? '_' : '^';
      atoms.add(new Atom(base, Atom.Kind.FUNCTION).withScript(Scripts.of(mark, script)));
    } else if (name.equals("tag")) {
      atoms.add(new Atom("(" + argument() + ")", Atom.Kind.OPERATOR));
    } else {
      int accent = ACCENTS.indexOf(name);
      int mark = accent + name.length();
      boolean known = accent >= 0 && name.length() > 2 && ACCENTS.charAt(mark) > 0x300;
      String inner = known ? of(argument(), depth + 1) : "";
      if (known && inner.codePointCount(0, inner.length()) == 1) {
        String accented = inner + ACCENTS.charAt(mark);
        atoms.add(Atom.sign(Normalizer.normalize(accented, Normalizer.Form.NFC)));
      } else {
        atoms.add(Atom.sign("\\" + name + (known ? "{" + inner + "}" : verbatimArguments())));
      }
    }
  }

  /** A backslash and a character that is no letter. */
  private Atom escaped(char c) {
    return switch (c) {
      case ',', ';', ':', ' ', '>' -> new Atom(" ", Atom.Kind.SPACE);
      case '!' -> Atom.sign("");
      case '|' -> Atom.sign("‖");
      case '{', '}', '%', '$', '#', '&', '_' -> Atom.sign(String.valueOf(c));
      case '\\' -> Atom.sign("\n");
      default -> Atom.sign("\\" + c);
    };
  }

  /** An environment: alignments become lines, cases a list in braces, all else stays. */
  private void environment() {
    int start = at - "\\begin".length();
    String name = group();
    int end = name == null ? -1 : LatexRows.end(source, at, name);
    if (name == null || end < 0) {
      atoms.add(Atom.sign("\\begin" + (name == null ? "" : "{" + name + "}")));
      return;
    }
    String body = source.substring(at, end);
    at = end + "\\end{}".length() + name.length();
    if (LatexRows.isAlignment(name)) {
      List<String> rows = LatexRows.of(body, " ");
      atoms.add(Atom.sign(String.join("\n", rows.stream().map(r -> of(r, depth + 1)).toList())));
    } else if (name.equals("cases")) {
      List<String> rows = LatexRows.of(body, ", ");
      String list = String.join("; ", rows.stream().map(r -> of(r, depth + 1)).toList());
      atoms.add(Atom.sign("{ " + list + " }"));
    } else {
      atoms.add(Atom.sign(source.substring(start, at)));
    }
  }

  private static String blackboard(String letters) {
    String special = "CℂHℍNℕPℙQℚRℝZℤ";
    StringBuilder out = new StringBuilder();
    for (char c : letters.strip().toCharArray()) {
      int i = special.indexOf(c);
      if (c >= 'A' && c <= 'Z') {
        out.appendCodePoint(i >= 0 ? special.charAt(i + 1) : 0x1d538 + c - 'A');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Reads a command's name, from its backslash on; a lone backslash has the name "\". */
  private String name() {
    int start = ++at;
    while (at < source.length() && isAsciiLetter(source.charAt(at))) {
      at++;
    }
    if (at == start) {
      at = Math.min(source.length(), at + 1);
    } else if (at < source.length() && source.charAt(at) == '*') {
      at += source.startsWith("operatorname", start) ? 1 : 0;
    }
    return at > start ? source.substring(start, at) : " ";
  }

  /** The next argument as source: a group, a command, or one character; empty at the end. */
  private String argument() {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    if (at >= source.length()) {
      return "";
    }
    String group = group();
    if (group != null) {
      return group;
    }
    int start = at;
    if (source.charAt(at) == '\\') {
      String name = name();
      boolean takes = LatexSymbols.sign(name) == null && at < source.length();
      return source.substring(start, at) + (takes ? verbatimGroups() : "");
    }
    at += Character.charCount(source.codePointAt(at));
    return source.substring(start, at);
  }

  private String verbatimArguments() {
    StringBuilder kept = new StringBuilder();
    for (String group = group(); group != null; group = group()) {
      kept.append('{').append(of(group, depth + 1)).append('}');
    }
    return kept.toString();
  }

  private String verbatimGroups() {
    int start = at;
    while (group() != null) {}
    return source.substring(start, at);
  }

  /** The content of a group in braces that begins here, reading past it; null when none does. */
  private @Nullable String group() {
    if (at >= source.length() || source.charAt(at) != '{') {
      return null;
    }
    int open = 0;
    for (int i = at; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        open++;
      } else if (c == '}' && --open == 0) {
        String content = source.substring(at + 1, i);
        at = i + 1;
        return content;
      }
    }
    return null;
  }

  private @Nullable String optional() {
    int end = at < source.length() && source.charAt(at) == '[' ? source.indexOf(']', at) : -1;
    if (end < 0) {
      return null;
    }
    String content = source.substring(at + 1, end);
    at = end + 1;
    return content;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
