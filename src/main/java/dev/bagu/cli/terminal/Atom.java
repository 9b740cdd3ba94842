package dev.bagu.cli.terminal;

import java.util.List;

/**
 * A piece of a formula that is already text, with the spacing it wants.
 *
 * @param text what is shown
 * @param kind how it is joined to its neighbours
 */
record Atom(String text, Kind kind) {

  /** How a piece behaves beside others. */
  enum Kind {
    /** Stands as it is. */
    SIGN,
    /** One space, whatever the source has. */
    SPACE,
    /** A space on both sides. */
    OPERATOR,
    /** Kept apart from a letter or digit beside it. */
    FUNCTION,
    /** {@code a/b}: in parentheses where it would run into what is beside it. */
    FRACTION
  }

  static Atom sign(String text) {
    return new Atom(text, Kind.SIGN);
  }

  /** This piece with a script after it; a fraction is put in parentheses first. */
  Atom withScript(String script) {
    String base = kind == Kind.FRACTION ? "(" + text + ")" : text;
    boolean open = Character.isLetterOrDigit(script.codePointBefore(script.length()));
    boolean word = kind == Kind.FUNCTION || (open && "^_".indexOf(script.charAt(0)) >= 0);
    return new Atom(base + script, word ? Kind.FUNCTION : Kind.SIGN);
  }

  /** The pieces as one text, single spaces, none at the ends. */
  static String join(List<Atom> atoms) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < atoms.size(); i++) {
      Atom atom = atoms.get(i);
      switch (atom.kind()) {
        case SPACE -> space(out);
        case OPERATOR -> {
          if (!endsWith(out, "([{^_")) {
            space(out);
          }
          out.append(atom.text()).append(' ');
        }
        case FUNCTION -> {
          if (endsInWord(out)) {
            space(out);
          }
          out.append(atom.text());
          if (i + 1 < atoms.size() && startsWord(atoms.get(i + 1))) {
            space(out);
          }
        }
        case FRACTION -> {
          boolean tight =
              endsInWord(out)
                  || (out.length() > 0 && endsWith(out, "/"))
                  || isApplied(atoms, i)
                  || startsFactor(next(atoms, i));
          out.append(tight ? "(" + atom.text() + ")" : atom.text());
        }
        case SIGN -> out.append(atom.text());
      }
    }
    return out.toString().strip();
  }

  /** Whether a function such as log stands right before, which would seem to take only the top. */
  private static boolean isApplied(List<Atom> atoms, int i) {
    int at = i - 1;
    while (at >= 0 && atoms.get(at).kind() == Kind.SPACE) {
      at--;
    }
    return at >= 0
        && atoms.get(at).kind() == Kind.FUNCTION
        && Character.isLetter(atoms.get(at).text().codePointAt(0));
  }

  private static Atom next(List<Atom> atoms, int i) {
    for (int at = i + 1; at < atoms.size(); at++) {
      if (atoms.get(at).kind() != Kind.SPACE) {
        return atoms.get(at);
      }
    }
    return sign("");
  }

  private static boolean startsWord(Atom atom) {
    return !atom.text().isEmpty() && Character.isLetterOrDigit(atom.text().codePointAt(0));
  }

  /** Whether the piece would be read as multiplied with a fraction before it. */
  private static boolean startsFactor(Atom atom) {
    boolean function = atom.kind() == Kind.FUNCTION && atom.text().matches("[a-z]{2,}.*|\\W.*");
    return !function
        && atom.kind() != Kind.OPERATOR
        && (startsWord(atom)
            || atom.kind() == Kind.FRACTION
            || (!atom.text().isEmpty() && "(√^[⟨∇∂".indexOf(atom.text().charAt(0)) >= 0));
  }

  private static boolean endsInWord(StringBuilder out) {
    return out.length() > 0 && Character.isLetterOrDigit(out.codePointBefore(out.length()));
  }

  /** Whether the text is empty or ends with one of the characters. */
  private static boolean endsWith(StringBuilder out, String chars) {
    return out.length() == 0 || chars.indexOf(out.charAt(out.length() - 1)) >= 0;
  }

  private static void space(StringBuilder out) {
    if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }
}
