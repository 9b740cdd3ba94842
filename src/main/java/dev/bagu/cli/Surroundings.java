package dev.bagu.cli;

import dev.bagu.cli.terminal.TerminalMode;
import dev.bagu.cli.terminal.TerminalProbe;
import dev.bagu.cli.terminal.TerminalProbe.Channel;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * Everything outside the program that a command reads or writes; a test gives its own.
 *
 * @param in what is piped in or typed
 * @param typed whether {@code in} is a terminal
 * @param out results, and nothing else
 * @param mode how results are shown; asked at most once, because the width can cost a process
 * @param err everything else
 * @param watched whether {@code err} is a terminal
 * @param environment the environment variables
 * @param system the properties of the Java virtual machine
 */
record Surroundings(
    InputStream in,
    boolean typed,
    PrintStream out,
    Supplier<TerminalMode> mode,
    PrintStream err,
    boolean watched,
    Map<String, String> environment,
    Properties system) {

  /** Those of this process. */
  static Surroundings ofProcess() {
    Map<String, String> environment = System.getenv();
    Properties system = System.getProperties();
    return new Surroundings(
        // Buffered: reading all of a bare pipe seeks in it first, which some pipes refuse.
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        TerminalProbe.isTerminal(Channel.IN),
        stream(FileDescriptor.out, charset(system, "stdout", Channel.OUT)),
        () -> TerminalMode.ofStdout(environment),
        stream(FileDescriptor.err, charset(system, "stderr", Channel.ERR)),
        TerminalProbe.isTerminal(Channel.ERR),
        environment,
        system);
  }

  private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
    OutputStream raw = new FileOutputStream(descriptor);
    return new PrintStream(new java.io.BufferedOutputStream(raw, 1 << 13), false, charset);
  }

  /** UTF-8 for pipes and files; on a terminal what it reads, if that has Chinese characters. */
  private static Charset charset(Properties system, String name, Channel channel) {
    String old = system.getProperty("sun." + name + ".encoding", "");
    String encoding = system.getProperty(name + ".encoding", old); // from JDK 19 on
    if (!encoding.isEmpty() && Charset.isSupported(encoding) && TerminalProbe.isTerminal(channel)) {
      Charset terminal = Charset.forName(encoding);
      return terminal.newEncoder().canEncode("八股") ? terminal : StandardCharsets.UTF_8;
    }
    return StandardCharsets.UTF_8;
  }
}
