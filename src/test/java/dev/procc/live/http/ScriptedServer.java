package dev.procc.live.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A server with scripted answers on a plain socket: it can also hang up half-way, which no real
/// server does on demand.
public final class ScriptedServer implements AutoCloseable {
  public record ReceivedRequest(
      String method, String path, Map<String, String> headers, String body) {}

  /// The answer to one request: it writes to the socket, or does not.
  public interface ScriptedResponse {
    void answer(ReceivedRequest request, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final Deque<ScriptedResponse> scripts = new ArrayDeque<>();
  private volatile ScriptedResponse rest =
      (request, out) -> out.write(response(599, "{\"message\":\"no script is left\"}"));
  private final List<ReceivedRequest> received = Collections.synchronizedList(new ArrayList<>());

  public ScriptedServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  public List<ReceivedRequest> received() {
    return received;
  }

  /// Adds the next answer, after those already given.
  public ScriptedServer then(int status, String body, String... headers) {
    return then((request, out) -> out.write(response(status, body, headers)));
  }

  public ScriptedServer then(ScriptedResponse script) {
    synchronized (scripts) {
      scripts.addLast(script);
    }
    return this;
  }

  /// Sets the answer for all requests after the script.
  public ScriptedServer always(ScriptedResponse script) {
    rest = script;
    return this;
  }

  /// Adds an answer that reads the request and hangs up.
  public ScriptedServer thenHangUp() {
    return then((request, out) -> {});
  }

  /// Adds an answer that hangs up half-way.
  public ScriptedServer thenHalfResponse() {
    String half = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":\"p1\"";
    return then((request, out) -> out.write(half.getBytes(StandardCharsets.UTF_8)));
  }

  public static byte[] response(int status, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
    head.append("Content-Type: application/json\r\nConnection: close\r\n");
    if (status != 204) {
      head.append("Content-Length: ").append(bytes.length).append("\r\n");
    }
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[start.length + bytes.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(bytes, 0, all, start.length, bytes.length);
    return all;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> exchange(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void exchange(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      String[] first = line(in).split(" ", 3);
      if (first.length < 2) {
        return;
      }
      Map<String, String> headers = new LinkedHashMap<>();
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        int colon = header.indexOf(':');
        headers.put(
            header.substring(0, colon).toLowerCase(Locale.ROOT),
            header.substring(colon + 1).strip());
      }
      int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
      String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      ReceivedRequest request = new ReceivedRequest(first[0], first[1], headers, body);
      received.add(request);
      ScriptedResponse script;
      synchronized (scripts) {
        script = scripts.pollFirst();
      }
      (script == null ? rest : script).answer(request, connection.getOutputStream());
      connection.getOutputStream().flush();
    } catch (IOException | InterruptedException gone) {
      // The client hung up first, or the test is over.
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
