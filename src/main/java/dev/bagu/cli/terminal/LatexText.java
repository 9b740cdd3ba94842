package dev.bagu.cli.terminal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

  /** Signs that stand right before what they belong to: {@code \Delta W} is ΔW. */
  private static final String LEADING = "Δ∇∂⌊⌈⟨¬";

  private final String source;
  private final LatexReader reader;
  private final int depth;
  private final List<Atom> atoms = new ArrayList<>();

  private LatexText(String source, int depth) {
    this.source = source;
    this.reader = new LatexReader(source);
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
    while (reader.hasNext()) {
      char c = reader.peek();
      if (c == '\\') {
        command();
      } else if (c == '^' || c == '_') {
        reader.next();
        script(c);
      } else if (c == '{') {
        String group = reader.group();
        atoms.add(Atom.sign(group == null ? reader.next() : of(group, depth + 1)));
      } else if (Character.isWhitespace(c) || c == '~') {
        atoms.add(new Atom(" ", Atom.Kind.SPACE));
        reader.next();
      } else {
        atoms.add(Atom.sign(reader.next()));
      }
    }
    return Atom.join(atoms);
  }

  private void script(char mark) {
    String content = of(reader.argument(), depth + 1);
    String script = Scripts.of(mark, content);
    int last = atoms.size() - 1;
    if (last < 0) {
      atoms.add(Atom.sign(script));
    } else {
      atoms.set(last, atoms.get(last).withScript(script));
    }
  }

  private void command() {
    String name = reader.name();
    String sign = LatexSymbols.sign(name);
    String operator = LatexSymbols.operator(name);
    String function = LatexSymbols.function(name);
    if (sign != null) {
      atoms.add(Atom.sign(sign));
      if (LEADING.indexOf(sign) >= 0) {
        reader.skipSpaces();
      }
    } else if (operator != null) {
      atoms.add(new Atom(operator, Atom.Kind.OPERATOR));
    } else if (function != null) {
      atoms.add(new Atom(function, Atom.Kind.FUNCTION));
    } else if (SILENT.contains(name)) {
      if (reader.peek() == '.' && name.length() < 6) {
        reader.next(); // \left. is a bracket that is not there
      }
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
      String over = of(reader.argument(), depth + 1);
      String under = of(reader.argument(), depth + 1);
      atoms.add(new Atom(Fractions.of(over, under), Atom.Kind.FRACTION));
    } else if (name.equals("sqrt")) {
      String degree = reader.optional();
      String index = degree == null ? "" : Scripts.of('^', of(degree, depth + 1));
      atoms.add(Atom.sign(index + "√" + Fractions.factor(of(reader.argument(), depth + 1))));
    } else if (STRIPPED.contains(name)) {
      String inner = of(reader.argument(), depth + 1);
      boolean word = inner.length() > 1 && inner.chars().allMatch(Character::isLetter);
      atoms.add(new Atom(inner, word ? Atom.Kind.FUNCTION : Atom.Kind.SIGN));
    } else if (TEXTS.contains(name)) {
      atoms.add(Atom.sign(reader.argument()));
    } else if (name.equals("mathbb")) {
      atoms.add(Atom.sign(blackboard(reader.argument())));
    } else if (name.equals("underset") || name.equals("overset")) {
      String script = of(reader.argument(), depth + 1);
      String base = of(reader.argument(), depth + 1);
      char mark = name.equals("underset") ? '_' : '^';
      atoms.add(new Atom(base, Atom.Kind.FUNCTION).withScript(Scripts.of(mark, script)));
    } else if (name.equals("tag")) {
      atoms.add(new Atom("(" + reader.argument() + ")", Atom.Kind.OPERATOR));
    } else {
      int accent = ACCENTS.indexOf(name);
      int mark = accent + name.length();
      boolean known = accent >= 0 && name.length() > 2 && ACCENTS.charAt(mark) > 0x300;
      String inner = known ? of(reader.argument(), depth + 1) : "";
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
    int start = reader.position() - "\\begin".length();
    String name = reader.group();
    int end = name == null ? -1 : LatexRows.end(source, reader.position(), name);
    if (name == null || end < 0) {
      atoms.add(Atom.sign("\\begin" + (name == null ? "" : "{" + name + "}")));
      return;
    }
    String body = source.substring(reader.position(), end);
    reader.goTo(end + "\\end{}".length() + name.length());
    if (LatexRows.isAlignment(name)) {
      List<String> rows = LatexRows.of(body, " ");
      atoms.add(Atom.sign(String.join("\n", rows.stream().map(r -> of(r, depth + 1)).toList())));
    } else if (name.equals("cases")) {
      List<String> rows = LatexRows.of(body, ", ");
      String list = String.join("; ", rows.stream().map(r -> of(r, depth + 1)).toList());
      atoms.add(Atom.sign("{ " + list + " }"));
    } else {
      atoms.add(Atom.sign(reader.since(start)));
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

  private String verbatimArguments() {
    StringBuilder kept = new StringBuilder();
    for (String group = reader.group(); group != null; group = reader.group()) {
      kept.append('{').append(of(group, depth + 1)).append('}');
    }
    return kept.toString();
  }
}
