package dev.procc.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.procc.base.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// The HTTP server on the loopback address, with a virtual thread for each request.
public final class EmulatorServer implements AutoCloseable {
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
  /// @throws IOException if the port is taken
  public EmulatorServer(int port, Pipeline pipeline, RequestLog requests, Consumer<String> log)
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

  /// Starts to serve.
  ///
  /// @return the base address
  public URI start() {
    http.start();
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    long startedAt = System.nanoTime();
    try (exchange) {
      ServerRequest request = readRequest(exchange);
      Pipeline.LoggedReply logged = pipeline.handle(request);
      long micros = (System.nanoTime() - startedAt) / 1000;
      URI uri = exchange.getRequestURI();
      send(exchange, logRequest(request, uri, logged, micros), logged.reply());
    }
  }

  /// The body up to one byte beyond the limit; the rest is skipped, so that the caller gets the
  /// response.
  private static byte[] read(InputStream in, int limit) throws IOException {
    byte[] body = in.readNBytes(limit + 1);
    if (body.length > limit) {
      in.skip(16L * Pipeline.MAX_BODY);
    }
    return body;
  }

  private ServerRequest readRequest(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    URI uri = exchange.getRequestURI();
    String path = uri.getRawPath() == null ? "/" : uri.getRawPath();
    Map<String, String> query = query(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    String method = exchange.getRequestMethod().toUpperCase(Locale.ROOT);
    byte[] body = read(exchange.getRequestBody(), Pipeline.bodyLimit(path));
    return ServerRequest.received(
        new ServerRequest.RequestTarget(method, path, query, "http://" + headers.get("host")),
        headers,
        body);
  }

  static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        int at = pair.indexOf('=');
        String name = at < 0 ? pair : pair.substring(0, at);
        query.put(
            ServerRequest.decode(name), at < 0 ? "" : ServerRequest.decode(pair.substring(at + 1)));
      }
    }
    return query;
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

  /// The number of an answer. A read of the clock calls no operation: it takes no number, so the
  /// ids after it stay the same.
  private long logRequest(
      ServerRequest request, URI uri, Pipeline.LoggedReply logged, long micros) {
    if (!logged.logged()) {
      return request.path().equals("/_emulator/clock") ? 0 : requests.next();
    }
    Reply reply = logged.reply();
    boolean secret = mayHoldSecrets(logged);
    String address = secret ? request.path() : uri.toString();
    long given =
        requests.add(number ->
            Json.object()
                .put("number", number)
                .put("requestId", requestId(number))
                .put("operation", logged.operation())
                .put("method", request.method())
                .put("uri", RequestLog.bodyText(address.getBytes(StandardCharsets.UTF_8)))
                .put("status", reply.status())
                .put("micros", micros)
                .put("faults", logged.faults().isEmpty() ? null : Json.texts(logged.faults()))
                .put("request", secret ? "" : RequestLog.bodyText(request.body()))
                .put("response", secret ? "" : RequestLog.bodyText(reply.body()))
                .build());
    String status = reply.status() == 0 ? "dropped" : Integer.toString(reply.status());
    log.accept(request.method() + " " + address + " " + status + " " + micros + "us");
    return given;
  }

  /// Whether a call may hold secrets or tokens, so that neither its query nor its bodies are
  /// logged: those of the token endpoint, and those that meet no operation, such as a misspelt
  /// address of it.
  private static boolean mayHoldSecrets(Pipeline.LoggedReply logged) {
    return logged.operation().equals("token") || logged.operation().isEmpty();
  }

  /// Stops to serve. Calls that are under way are not interrupted, which would close the log
  /// beneath others; nobody hears their answers.
  @Override
  public void close() {
    http.stop(0);
    threads.shutdown();
  }
}
