package dev.procc.live.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.procc.base.git.PlainGit;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

/// A git server on this machine, by HTTP, as code hosts have it: git's own, behind a password.
final class GitServer implements AutoCloseable {
  private final Path folder;
  private final HttpServer server;
  private boolean refusesPushes;

  /// Serves a new repository.
  ///
  /// @param folder for the repository
  GitServer(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    PlainGit.run(folder, "init", "--quiet", "--bare", "remote.git");
    PlainGit.run(folder.resolve("remote.git"), "config", "http.receivepack", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// The URL of the repository.
  ///
  /// @param user `name:password`
  String url(String user) {
    return "http://" + user + "@127.0.0.1:" + server.getAddress().getPort() + "/remote.git";
  }

  Path repository() {
    return folder.resolve("remote.git");
  }

  void refusePushes() {
    refusesPushes = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query = String.valueOf(exchange.getRequestURI().getRawQuery());
      boolean pushes = (exchange.getRequestURI() + query).contains("git-receive-pack");
      if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
        exchange.sendResponseHeaders(401, -1);
      } else if (pushes && refusesPushes) {
        exchange.sendResponseHeaders(403, -1);
      } else {
        call(exchange);
      }
    }
  }

  private void call(HttpExchange exchange) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    Map<String, String> environment = builder.environment();
    environment.put("GIT_PROJECT_ROOT", folder.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    environment.put("QUERY_STRING", String.valueOf(exchange.getRequestURI().getRawQuery()));
    header(exchange, "Content-Type", "CONTENT_TYPE", environment);
    header(exchange, "Content-Encoding", "HTTP_CONTENT_ENCODING", environment);
    header(exchange, "Git-Protocol", "GIT_PROTOCOL", environment);
    Process process = builder.start();
    byte[] body = exchange.getRequestBody().readAllBytes();
    try (var to = process.getOutputStream()) {
      to.write(body);
    }
    InputStream from = process.getInputStream();
    int status = 200;
    for (String line = line(from); !line.isEmpty(); line = line(from)) {
      String[] parts = line.split(": ", 2);
      if (parts[0].equals("Status")) {
        status = Integer.parseInt(parts[1].substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(parts[0], parts[1]);
      }
    }
    exchange.sendResponseHeaders(status, 0);
    from.transferTo(exchange.getResponseBody());
  }

  private static void header(
      HttpExchange exchange, String name, String variable, Map<String, String> environment) {
    String value = exchange.getRequestHeaders().getFirst(name);
    if (value != null) {
      environment.put(variable, value);
    }
  }

  private static String line(InputStream from) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = from.read(); c >= 0 && c != '\n'; c = from.read()) {
      line.append((char) c);
    }
    return new String(
        line.toString().strip().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
