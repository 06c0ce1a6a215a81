package dev.procc.emulator;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A headless Chromium with one page, driven over its debugging protocol.
final class Browser implements AutoCloseable {
  private static final int PATIENCE = 30;
  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<Json.Obj> answers = new LinkedBlockingQueue<>();
  private final Process process;
  private final WebSocket socket;
  private int number;

  /// The browser of this machine; empty if there is none.
  static Optional<Path> program() {
    for (String name : new String[] {"chromium", "chromium-browser", "google-chrome"}) {
      Path path = Path.of("/usr/bin", name);
      if (Files.isExecutable(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  Browser(Path program, Path profile, URI page) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0",
            "--window-size=1500,900",
            "--user-data-dir=" + profile,
            "about:blank");
    builder.environment().put("TMPDIR", profile.toString());
    process =
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    int port = port(profile.resolve("DevToolsActivePort"));
    HttpRequest open =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?" + page))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    Json tab = LocalEmulator.json(http.send(open, HttpResponse.BodyHandlers.ofString()).body());
    String address = ((Json.Obj) tab).text("webSocketDebuggerUrl").orElseThrow();
    socket =
        http.newWebSocketBuilder().buildAsync(URI.create(address), new MessageListener()).join();
  }

  private static int port(Path file) throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE * 20; i++) {
      if (Files.exists(file) && Files.readString(file).contains("\n")) {
        return Integer.parseInt(Files.readString(file).lines().findFirst().orElseThrow());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IOException("the browser does not come up");
  }

  /// The value of an expression in the page, as text.
  String value(String expression) throws InterruptedException {
    Json.Obj params =
        Json.object()
            .put("expression", "String(" + expression + ")")
            .put("returnByValue", true)
            .build();
    return call("Runtime.evaluate", params).obj("result").flatMap(r -> r.text("value")).orElse("");
  }

  /// Gives the page a width, in CSS pixels.
  void width(int pixels) throws InterruptedException {
    Json.Obj params =
        Json.object()
            .put("width", pixels)
            .put("height", 900)
            .put("deviceScaleFactor", 1)
            .put("mobile", false)
            .build();
    var _ = call("Emulation.setDeviceMetricsOverride", params);
  }

  /// The result of a call of the debugging protocol.
  Json.Obj call(String method, Json.Obj params) throws InterruptedException {
    int id = ++number;
    Json call = Json.object().put("id", id).put("method", method).put("params", params).build();
    socket.sendText(call.write(), true).join();
    while (true) {
      Json.Obj answer = answers.poll(PATIENCE, TimeUnit.SECONDS);
      if (answer == null) {
        throw new IllegalStateException("the browser does not answer");
      }
      if (answer.integer("id").orElse(0L) == id) {
        return answer.obj("result").orElse(Json.Obj.EMPTY);
      }
    }
  }

  /// Waits until an expression is true.
  void until(String expression) throws InterruptedException {
    for (int i = 0; i < PATIENCE * 20; i++) {
      if (value(expression).equals("true")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError(
        expression + " does not come true: " + value("document.body.innerText"));
  }

  /// Clicks the first button with that label, as soon as there is one.
  void click(String label) throws InterruptedException {
    String find =
        "[...document.querySelectorAll('button')].find(b => b.textContent === '" + label + "')";
    until("!!" + find);
    value(find + ".click()");
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }

  /// Adds complete messages to the queue.
  private final class MessageListener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        answers.add((Json.Obj) LocalEmulator.json(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
