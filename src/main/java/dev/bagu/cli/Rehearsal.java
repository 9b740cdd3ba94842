package dev.bagu.cli;

/**
 * Runs the usual commands once in one process; the package phase archives the classes that they
 * load, and every later start maps the archive instead of loading them.
 */
final class Rehearsal {
  private Rehearsal() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    Bagu.main(new String[] {"ask", "--offline", "LoRA 是什么？"});
  }
}
