package dev.procc.live.apply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/// A proxy between a program and the emulator that records what the program asks for, and does
/// something to the program at an exact moment of an exact call.
///
/// It has a clock of its own, so that "a minute later" takes no minute.
public final class InterceptingProxy implements AutoCloseable {
  /// The progress of a call.
  public enum Moment {
    /// The server has received the request; nothing is done or will be.
    RECEIVED,
    /// The server has carried out the request; no byte of the answer is sent.
    DONE,
    /// The whole answer is sent, and the program has not read it.
    SENT
  }

  /// The action on the program at that moment.
  public interface Interception {
    void at(Moment moment) throws IOException, InterruptedException;
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final ServerSocket socket;
  private final URI emulator;
  private final List<String> calls = new ArrayList<>();
  private final Map<String, UnaryOperator<String>> rewritten = new HashMap<>();
  private final AtomicLong later = new AtomicLong();
  private volatile boolean open = true;
  private volatile int at;
  private volatile boolean dropped;
  private volatile Interception deed = moment -> {};

  public InterceptingProxy(URI emulator) throws IOException {
    this.emulator = emulator;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /// Forgets the calls.
  ///
  /// @param number the number of the call, from 1, at which the action happens; 0 for none
  /// @param drop whether that call never reaches the emulator
  public synchronized void arm(int number, boolean drop, Interception what) {
    calls.clear();
    at = number;
    dropped = drop;
    deed = what;
  }

  /// Changes the body of each answer to a call from now on.
  ///
  /// @param call the kind of call, such as `GET /processes/{id}`
  synchronized void rewrite(String call, UnaryOperator<String> change) {
    rewritten.put(call, change);
  }

  /// Stops changing answers.
  synchronized void rewriteNothing() {
    rewritten.clear();
  }

  private synchronized byte[] body(String call, HttpResponse<byte[]> answer) {
    UnaryOperator<String> change = rewritten.get(call);
    return change == null
        ? answer.body()
        : change
            .apply(new String(answer.body(), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
  }

  /// Moves the server's clock forward.
  void goOn(long seconds) {
    later.addAndGet(seconds);
  }

  /// The calls since `arm`, each as `GET /processes/{id}`.
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  private static String call(String method, String path) {
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    return method + " " + plain.replaceFirst("^(/[^/]+/)[^/]+", "$1{id}");
  }

  private synchronized int noted(String call) {
    calls.add(call);
    return calls.size();
  }

  private void accept() {
    while (open) {
      try {
        Socket one = socket.accept();
        Thread.ofVirtual().start(() -> serve(one));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket one) {
    try (one) {
      one.setTcpNoDelay(true);
      InputStream in = one.getInputStream();
      String head = head(in);
      if (head.isEmpty()) {
        return;
      }
      String[] lines = head.split("\r\n", -1);
      String[] first = lines[0].split(" ", 3);
      byte[] body = in.readNBytes(Integer.parseInt(header(lines, "content-length", "0")));
      String call = call(first[0], first[1]);
      boolean chosen = noted(call) == at;
      boolean isDropped = dropped;
      if (chosen) {
        deed.at(Moment.RECEIVED);
        if (isDropped) {
          return;
        }
      }
      HttpResponse<byte[]> answer = ask(first[0], first[1], lines, body);
      if (chosen) {
        deed.at(Moment.DONE);
      }
      send(one.getOutputStream(), answer, body(call, answer));
      if (chosen) {
        deed.at(Moment.SENT);
      }
    } catch (IOException gone) {
      // The program is dead, as intended.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0; c = in.read()) {
      head.write(c);
      if (c == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        return head.toString(StandardCharsets.ISO_8859_1);
      }
    }
    return "";
  }

  private static String header(String[] lines, String name, String otherwise) {
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
        return line.substring(colon + 1).strip();
      }
    }
    return otherwise;
  }

  private HttpResponse<byte[]> ask(String method, String path, String[] lines, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(emulator.resolve(path))
            .method(method, BodyPublishers.ofByteArray(body));
    for (String name : List.of("authorization", "x-version", "content-type", "accept")) {
      String value = header(lines, name, "");
      if (!value.isEmpty()) {
        request.header(name, value);
      }
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private void send(OutputStream out, HttpResponse<byte[]> answer, byte[] body) throws IOException {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(later.get()).atOffset(ZoneOffset.UTC));
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.statusCode() + " Answer\r\n");
    head.append("Date: ").append(date).append("\r\nConnection: close\r\n");
    for (String name : List.of("content-type", "retry-after", "x-request-id")) {
      answer
          .headers()
          .firstValue(name)
          .ifPresent(value -> head.append(name).append(": ").append(value).append("\r\n"));
    }
    if (answer.statusCode() != 204) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    open = false;
    socket.close();
    http.close();
  }
}
