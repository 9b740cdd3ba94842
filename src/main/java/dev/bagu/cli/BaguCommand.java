package dev.bagu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What every command has: its context, and the options that all of them take. */
abstract class BaguCommand implements Callable<Integer> {
  /** What the command has at hand. */
  final Context context;

  @Mixin BasicOptions basic = new BasicOptions();

  BaguCommand(Context context) {
    this.context = context;
  }

  /** Runs the command; gives the exit code. */
  @Override
  public abstract Integer call();
}
