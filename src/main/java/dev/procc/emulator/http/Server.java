package dev.procc.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.procc.base.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// The HTTP server of the JDK on the loopback address, a virtual thread a request.
public final class Server implements AutoCloseable {
  /// The largest body that is read: one byte more than the API's limit shows that it is too large.
  static final int LARGEST = 10 * 1024 * 1024;

  private static final int BACKLOG = 256;
  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Pipeline pipeline;
  private final RequestLog requests;
  private final Consumer<String> log;

  /// Binds the port.
  ///
  /// @param port 0 for any that is free
  /// @param log gets one line a request
  /// @throws IOException where the port is taken
  public Server(int port, Pipeline pipeline, RequestLog requests, Consumer<String> log)
      throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.pipeline = pipeline;
    this.requests = requests;
    this.log = log;
    byte[] loopback = {127, 0, 0, 1};
    http =
        HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(loopback), port), BACKLOG);
    http.setExecutor(threads);
    http.createContext("/", this::handle);
  }

  /// Begins to answer.
  public URI start() {
    http.start();
    return URI.create(origin());
  }

  private String origin() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    long number = requests.next();
    long began = System.nanoTime();
    try (exchange) {
      byte[] body = read(exchange.getRequestBody());
      Call call = call(exchange, body);
      Pipeline.Answer answer = pipeline.answer(call);
      note(number, began, call, exchange.getRequestURI(), answer);
      send(exchange, number, answer.reply());
    }
  }

  /// Reads the body to its end, so that the answer is read too, but keeps no more than the limit.
  private static byte[] read(InputStream in) throws IOException {
    byte[] body = in.readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      in.skip(16L * LARGEST);
    }
    return body;
  }

  private Call call(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    URI uri = exchange.getRequestURI();
    String path = uri.getRawPath() == null ? "/" : uri.getRawPath();
    Map<String, String> query = query(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    String method = exchange.getRequestMethod().toUpperCase(Locale.ROOT);
    return new Call(method, path, List.of(), query, headers, body, origin(), "", Twist.NONE);
  }

  static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        int at = pair.indexOf('=');
        String name = at < 0 ? pair : pair.substring(0, at);
        query.put(decode(name), at < 0 ? "" : decode(pair.substring(at + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static void send(HttpExchange exchange, long number, Reply reply) throws IOException {
    if (reply.status() == 0) {
      return;
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("X-Request-Id", requestId(number));
    if (reply.body().length == 0) {
      exchange.sendResponseHeaders(reply.status(), -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    exchange.sendResponseHeaders(reply.status(), reply.body().length);
    exchange.getResponseBody().write(reply.body());
  }

  private static String requestId(long number) {
    return "emu-" + number;
  }

  private void note(long number, long began, Call call, URI uri, Pipeline.Answer answer) {
    if (!answer.noted()) {
      return;
    }
    long micros = (System.nanoTime() - began) / 1000;
    Reply reply = answer.reply();
    requests.add(
        Json.object()
            .put("number", number)
            .put("requestId", requestId(number))
            .put("operation", answer.operation())
            .put("method", call.method())
            .put("uri", uri.toString())
            .put("status", reply.status())
            .put("micros", micros)
            .put("faults", answer.faults().isEmpty() ? null : Json.texts(answer.faults()))
            .put("request", body(answer, call))
            .put("response", secret(answer) ? "" : RequestLog.text(reply.body()))
            .build());
    String status = reply.status() == 0 ? "dropped" : Integer.toString(reply.status());
    log.accept(call.method() + " " + uri + " " + status + " " + micros + "us");
  }

  private static String body(Pipeline.Answer answer, Call call) {
    byte[] body = call.body();
    return secret(answer)
        ? ""
        : RequestLog.text(Arrays.copyOf(body, Math.min(body.length, LARGEST)));
  }

  /// Secrets and tokens go through the token endpoint: its bodies are not kept.
  private static boolean secret(Pipeline.Answer answer) {
    return answer.operation().equals("token");
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
