package dev.procc.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.OpenApiContract;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.DiskTree;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiEvents;
import dev.procc.live.api.ApiSettings;
import dev.procc.live.api.Credentials;
import dev.procc.live.api.FakeClock;
import dev.procc.live.api.ListQuery;
import dev.procc.live.wire.ProcessJson;
import dev.procc.testing.Compilations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every call of the client matches the description `schemas/processes.openapi.json`: the
/// operation, its parameters, its headers, its body.
class ClientRequestsTest {
  private record RecordedRequest(
      String method, URI uri, String type, String version, String body) {}

  @Test
  void everyCallIsDescribed() throws Exception {
    List<RecordedRequest> calls = Collections.synchronizedList(new ArrayList<>());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> calls.add(answer(exchange)));
    server.start();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    FakeClock time = new FakeClock();
    ApiSettings settings =
        ApiSettings.of(base, new Credentials.AccessToken("t0ken")).withTrustedHost(base);
    try (ApiClient api = ApiClient.open(settings, time, time, ApiEvents.NONE)) {
      all(api);
    } finally {
      server.stop(0);
    }
    Set<String> operations = new LinkedHashSet<>();
    for (RecordedRequest call : calls) {
      operations.add(call.method() + " " + template(call));
      described(call);
    }
    assertEquals(11, operations.size(), operations.toString());
  }

  private static void all(ApiClient api) throws Exception {
    api.list(ListQuery.named("Close"));
    for (CompiledProcess process : samples()) {
      api.create(ProcessJson.createBody(process.process()).body());
    }
    api.get("p", true);
    api.patch("p", (Json.Arr) JsonReader.read("[{\"op\":\"remove\",\"path\":\"/dueDate\"}]"));
    String rename = "{\"type\":\"jobName\",\"id\":\"j\",\"newName\":\"n\"}";
    api.rename("p", (Json.Obj) JsonReader.read("{\"data\":[" + rename + "]}"));
    api.validate("p");
    api.run("p", true);
    api.trash("p");
    api.restore("p");
    api.getRun("p", true);
    Json.Obj job = Json.object().put("action", "sendTask").put("triggerType", "manual").build();
    api.addJobs("r", new ApiClient.Placement("g", "s", false), Json.array(job));
  }

  private static List<CompiledProcess> samples() {
    List<CompiledProcess> all = new ArrayList<>();
    var compilation = Compilations.of(new DiskTree(Path.of("samples/q4-close")));
    assertFalse(compilation.hasErrors(), () -> compilation.findings().toString());
    all.addAll(compilation.processes());
    return all;
  }

  private static RecordedRequest answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    URI uri = exchange.getRequestURI();
    String method = exchange.getRequestMethod();
    String reply =
        uri.getPath().endsWith("/jobRuns")
            ? "[{\"id\":\"j\"}]"
            : "{\"id\":\"p\",\"data\":[],\"errors\":[]}";
    byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    boolean none = method.equals("DELETE");
    exchange.sendResponseHeaders(none ? 204 : 200, none ? -1 : bytes.length);
    if (!none) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
    var headers = exchange.getRequestHeaders();
    return new RecordedRequest(
        method,
        uri,
        String.valueOf(headers.getFirst("Content-Type")),
        String.valueOf(headers.getFirst("X-Version")),
        body);
  }

  private static String template(RecordedRequest call) {
    return call.uri()
        .getPath()
        .replaceFirst("^/processes/[^/]+", "/processes/{processId}")
        .replaceFirst("^/processRuns/[^/]+", "/processRuns/{processRunId}");
  }

  private static void described(RecordedRequest call) {
    Json.Obj item =
        OpenApiContract.DOCUMENT
            .obj("paths")
            .flatMap(paths -> paths.obj(template(call)))
            .orElseThrow();
    Json.Obj operation = item.obj(call.method().toLowerCase(Locale.ROOT)).orElseThrow();
    assertEquals(OpenApiDocument.VERSION, call.version());
    Set<String> known = new LinkedHashSet<>();
    for (Json parameter : operation.items("parameters")) {
      Json.Obj one = (Json.Obj) parameter;
      String ref = one.text("$ref").orElse("");
      known.add(one.text("name").orElse(ref.substring(ref.lastIndexOf('/') + 1)));
    }
    String query = call.uri().getRawQuery() == null ? "" : call.uri().getRawQuery();
    for (String pair : query.split("&", -1)) {
      String name = URLDecoder.decode(pair.replaceFirst("=.*", ""), StandardCharsets.UTF_8);
      assertTrue(name.isEmpty() || known.contains(name), call.method() + " " + call.uri());
    }
    if (call.body().isEmpty()) {
      assertFalse(operation.obj("requestBody").isPresent(), template(call));
    } else {
      OpenApiContract.request(call.method(), template(call), call.type(), call.body());
    }
  }
}
