package dev.bagu.cli;

import java.lang.reflect.Proxy;

/**
 * What the system's signals do. Java's class for them is in every Java but not a standard one, so
 * it is reached by name; JLine's way to it, which prepares to log, costs a cold start 30 ms more.
 */
final class Signals {
  private Signals() {}

  /**
   * Ctrl-C ends the process at once: the usual way, hooks first, takes the native runtime away from
   * under the threads that use it and crashes.
   */
  static void endAtOnce() {
    on("INT", ExitCode.INTERRUPTED);
    on("TERM", ExitCode.TERMINATED);
  }

  private static void on(String name, int code) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object end =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                Runtime.getRuntime().halt(code);
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), end);
    } catch (ReflectiveOperationException e) {
      return; // a system without this signal, or one that keeps it to itself
    }
  }
}
