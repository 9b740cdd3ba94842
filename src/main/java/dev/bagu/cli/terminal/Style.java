package dev.bagu.cli.terminal;

/**
 * How a stretch of text looks: parameters of the control sequence "select graphic rendition"
 * (ECMA-48, SGR), joined by semicolons; empty for plain text.
 *
 * <p>Example: {@code BOLD.with(CODE).paint("r")} is {@code ESC[1;36mrESC[0m}. Only the sixteen
 * basic attributes are used, so that the person's own colour scheme decides what they look like.
 *
 * @param sgr the parameters, for example {@code 1;36}
 */
public record Style(String sgr) {
  /** No attributes: painting changes nothing. */
  public static final Style PLAIN = new Style("");

  /** Bold. */
  public static final Style BOLD = new Style("1");

  /** Dim, for what matters less: rules, marks of quotations, addresses. */
  public static final Style DIM = new Style("2");

  /** Italic. */
  public static final Style ITALIC = new Style("3");

  /** Underlined. */
  public static final Style UNDERLINE = new Style("4");

  /** Inline code and code blocks: cyan. */
  public static final Style CODE = new Style("36");

  /** Formulas: yellow. */
  public static final Style FORMULA = new Style("33");

  /** Something good (a covered key point): green. */
  public static final Style GOOD = new Style("32");

  /** Something wrong (a contradicted claim): red. */
  public static final Style BAD = new Style("31");

  /** Something without proof (a claim that the source does not make): yellow. */
  public static final Style UNPROVEN = new Style("33");

  /** This look and the other's on top. */
  public Style with(Style other) {
    if (sgr.isEmpty() || other.sgr.isEmpty()) {
      return sgr.isEmpty() ? other : this;
    }
    return sgr.equals(other.sgr) ? this : new Style(sgr + ";" + other.sgr);
  }

  /** The text between the sequences that switch this look on and off; an empty text stays empty. */
  public String paint(String text) {
    return sgr.isEmpty() || text.isEmpty() ? text : "\u001b[" + sgr + "m" + text + "\u001b[0m";
  }
}
