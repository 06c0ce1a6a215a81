package dev.procc.emulator;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// An emulator on a free port, and the calls that tests make to it over real HTTP.
final class LocalEmulator implements AutoCloseable {
  static final String VERSION = "2026-04-01.processes.preview";
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Emulator emulator;
  private final boolean described;
  private URI base;

  /// Checks answers against the OpenAPI description, unless an assumption keeps unknown members.
  LocalEmulator(EmulatorOptions options) {
    described = !options.behaviour().assumptionChoices().containsValue("keep");
    emulator = new Emulator(options);
    try {
      base = emulator.start();
    } catch (EmulatorException e) {
      throw new IllegalStateException(e);
    }
  }

  /// An emulator on 1 October 2024, before the dates of the guide's example.
  static LocalEmulator october() {
    return new LocalEmulator(options());
  }

  static LocalEmulator october(String... readings) {
    Map<String, String> map = new java.util.LinkedHashMap<>();
    for (int i = 0; i < readings.length; i += 2) {
      map.put(readings[i], readings[i + 1]);
    }
    return new LocalEmulator(options().withAssumptionChoices(map));
  }

  static EmulatorOptions options() {
    return EmulatorOptions.defaults().withNow(LocalDate.of(2024, 10, 1)).withSalt("test");
  }

  URI base() {
    return base;
  }

  /// An answer: its status, its JSON (`null` if there is no body) and its headers.
  record LocalResponse(int status, Json json, HttpResponse<String> raw) {
    Json.Obj object() {
      return json instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }

    List<Json> array() {
      return json instanceof Json.Arr array ? array.items() : List.of();
    }

    String text(String name) {
      return object().text(name).orElse("");
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  LocalResponse send(HttpRequest.Builder request) throws IOException {
    try {
      HttpRequest call = request.build();
      HttpResponse<String> raw = http.send(call, HttpResponse.BodyHandlers.ofString());
      if (described && raw.statusCode() != 405) {
        OpenApiContract.answer(call.method(), call.uri().getPath(), raw.statusCode(), raw.body());
      }
      return new LocalResponse(raw.statusCode(), json(raw.body()), raw);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Json json(String text) {
    try {
      boolean json = text.startsWith("{") || text.startsWith("[");
      return json ? JsonReader.read(text) : Json.NULL;
    } catch (JsonException e) {
      throw new IllegalStateException(text, e);
    }
  }

  HttpRequest.Builder request(String method, String path, String body) {
    HttpRequest.BodyPublisher publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    String type = method.equals("PATCH") ? "application/json-patch+json" : "application/json";
    return HttpRequest.newBuilder(base.resolve(path))
        .method(method, publisher)
        .header("Content-Type", type)
        .header("Authorization", "Bearer any")
        .header("X-Version", VERSION);
  }

  LocalResponse call(String method, String path, String body) throws IOException {
    return send(request(method, path, body));
  }

  LocalResponse get(String path) throws IOException {
    return call("GET", path, "");
  }

  LocalResponse post(String path, String body) throws IOException {
    return call("POST", path, body);
  }

  LocalResponse patch(String path, String body) throws IOException {
    return call("PATCH", path, body);
  }

  /// Creates a process.
  ///
  /// @return its id
  String create(String body) throws IOException {
    LocalResponse answer = post("/processes", body);
    if (answer.status() != 201) {
      throw new AssertionError(answer.raw().body());
    }
    return answer.text("id");
  }

  /// Calls the control surface: `control("tasks/jobrun-1/complete")`.
  LocalResponse control(String path) throws IOException {
    return control(path, "");
  }

  LocalResponse control(String path, String body) throws IOException {
    return send(
        HttpRequest.newBuilder(base.resolve("/_emulator/" + path))
            .method("POST", HttpRequest.BodyPublishers.ofString(body)));
  }

  LocalResponse look(String path) throws IOException {
    return send(HttpRequest.newBuilder(base.resolve("/_emulator/" + path)).GET());
  }

  /// Stops the emulator alone, under the calls that are made.
  void stop() {
    emulator.close();
  }

  @Override
  public void close() {
    http.close();
    emulator.close();
  }

  // shapes

  static String process(String... children) {
    return process(false, children);
  }

  static String process(boolean parallel, String... children) {
    return """
    {"name": "Close", "autoClose": true, "certAutoApprove": false, "relativeDates": false,
     "root": %s}\
    """
        .formatted(group("Work", parallel, children));
  }

  static String group(String name, boolean parallel, String... children) {
    return """
    {"name": "%s", "parallel": %s, "readOnly": false, "triggerType": "whenEligible",
     "children": [%s]}\
    """
        .formatted(name, parallel, String.join(",", children));
  }

  static String inGroup(String group) {
    return "{\"type\": \"group\", \"group\": " + group + "}";
  }

  static String job(String title) {
    return job(title, "whenEligible", "");
  }

  static String job(String title, String trigger, String more) {
    return """
    {"type": "job", "job": {"triggerType": "%s", "arguments": {"type": "sendTask",
     "sendTaskArgs": {"title": "%s", "assignee": {"id": "anna", "type": "user"}%s}}}}\
    """
        .formatted(trigger, title, more);
  }
}
