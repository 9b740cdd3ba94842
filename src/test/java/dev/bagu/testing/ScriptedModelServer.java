package dev.bagu.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAI-protocol server on a free loopback port that does exactly what its script says, faults
 * included, and remembers what it was asked. Written on sockets, since a server library would keep
 * it from breaking the protocol.
 *
 * <p>Replies come from a queue ({@link #reply}); when that is empty, from the function ({@link
 * #always}); without either, status 501. Thread-safe.
 *
 * <p>Example: {@code server.always(request -> ScriptedReply.text("You said: " +
 * request.message("user")))} is an echo model.
 */
public final class ScriptedModelServer implements AutoCloseable {
  private final ServerSocket listening;
  private final Queue<ScriptedReply> queue = new ConcurrentLinkedQueue<>();
  private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile Function<ReceivedRequest, ScriptedReply> script =
      request -> ScriptedReply.error(501, "nothing scripted");

  private ScriptedModelServer(ServerSocket listening) {
    this.listening = listening;
  }

  /** A running server; close it after the test. */
  public static ScriptedModelServer start() {
    try {
      ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      ScriptedModelServer server = new ScriptedModelServer(socket);
      daemon("accept", server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The base URL of a port where nobody listens. */
  public static URI refusing() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a client is configured with. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/v1");
  }

  /** Puts replies at the end of the queue. */
  public ScriptedModelServer reply(ScriptedReply... replies) {
    queue.addAll(List.of(replies));
    return this;
  }

  /** Answers whatever the queue does not. */
  public ScriptedModelServer always(Function<ReceivedRequest, ScriptedReply> answer) {
    script = answer;
    return this;
  }

  /** What was asked so far, in order. */
  public List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Forgets what was asked so far, so that a long test measures the product and not this. */
  public void forget() {
    requests.clear();
  }

  /** How many connections clients hold open. */
  public int openConnections() {
    return open.size();
  }

  /** How many connections clients have opened so far. */
  public int acceptedConnections() {
    return accepted.get();
  }

  /** Waits until so many connections are open; false when they are not within the time. */
  public boolean awaitOpenConnections(int count, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (open.size() != count && System.nanoTime() < end) {
      pause(Duration.ofMillis(5));
    }
    return open.size() == count;
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() {
    closeQuietly(listening);
    open.forEach(ScriptedModelServer::closeQuietly);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        accepted.incrementAndGet();
        daemon("connection", () -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      ReceivedRequest request = read(socket.getInputStream());
      while (request != null) {
        requests.add(request);
        ScriptedReply queued = queue.poll();
        ScriptedReply reply = queued == null ? script.apply(request) : queued;
        for (Step step : reply.steps(request)) {
          perform(step, socket);
        }
        request = read(socket.getInputStream());
      }
    } catch (IOException e) {
      // The client went, or the script closed the connection: both are what tests are about.
    } finally {
      open.remove(socket);
    }
  }

  private static void perform(Step step, Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    if (step instanceof Step.Send send) {
      out.write(send.bytes());
      out.flush();
    } else if (step instanceof Step.Drip drip) {
      for (byte single : drip.bytes()) {
        awaitClose(socket, drip.pause());
        out.write(single);
        out.flush();
      }
    } else if (step instanceof Step.Wait wait) {
      awaitClose(socket, wait.time());
    } else if (step instanceof Step.Hang) {
      awaitClose(socket, Duration.ofMinutes(5));
    } else {
      if (step instanceof Step.Reset) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    }
  }

  /** Waits for the time; fails at once when the client closes. */
  private static void awaitClose(Socket socket, Duration time) throws IOException {
    socket.setSoTimeout((int) Math.max(1, time.toMillis()));
    try {
      if (socket.getInputStream().read() < 0) {
        throw new IOException("the client closed the connection");
      }
    } catch (SocketTimeoutException e) {
      socket.setSoTimeout(0);
    }
  }

  private static @Nullable ReceivedRequest read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next;
    while ((next = in.read()) >= 0) {
      if (next != '\n') {
        line.write(next);
        continue;
      }
      String text = line.toString(ISO_8859_1).strip();
      line.reset();
      if (text.isEmpty()) {
        return request(lines, in);
      }
      lines.add(text);
    }
    return null;
  }

  private static ReceivedRequest request(List<String> lines, InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header : lines.subList(1, lines.size())) {
      int colon = header.indexOf(':');
      String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.put(name, header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new ReceivedRequest(lines.get(0), headers, new String(in.readNBytes(length), UTF_8));
  }

  private static void daemon(String name, Runnable task) {
    Thread thread = new Thread(task, "scripted-model-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
