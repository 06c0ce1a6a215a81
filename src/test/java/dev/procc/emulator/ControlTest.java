package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The control surface except for tasks, and the options of an emulator.
final class ControlTest {
  @AutoClose private final LocalEmulator local = LocalEmulator.october();
  @TempDir Path folder;

  @Test
  void theClockStandsMovesAndIsSet() throws IOException {
    assertEquals("2024-10-01", local.look("clock").text("today"));
    String id =
        local.create(
            LocalEmulator.process(
                LocalEmulator.job("A", "manual", ", \"dueDate\": \"2024-10-05\"")));
    assertEquals(0, errors(id));
    local.control("clock", "{\"days\": 4}");
    assertEquals(1, errors(id));
    local.control("clock", "{\"now\": \"2024-10-02\"}");
    assertEquals(0, errors(id));
    assertEquals(
        "2024-11-03T10:00:00Z",
        local.control("clock", "{\"now\": \"2024-11-03T10:00:00Z\"}").text("now"));
    assertEquals(400, local.control("clock", "{\"now\": \"tomorrow\"}").status());
  }

  private int errors(String id) throws IOException {
    return local.post("/processes/" + id + "/validation", "").object().items("errors").size();
  }

  @Test
  void theSameCallsGiveTheSameBytesAfterTheSameSalt() throws IOException {
    String first =
        local.post("/processes", LocalEmulator.process(LocalEmulator.job("A"))).raw().body();
    try (LocalEmulator other = LocalEmulator.october()) {
      assertEquals(
          first,
          other.post("/processes", LocalEmulator.process(LocalEmulator.job("A"))).raw().body());
    }
    try (LocalEmulator other = new LocalEmulator(LocalEmulator.options().withSalt(""))) {
      String another =
          other.post("/processes", LocalEmulator.process(LocalEmulator.job("A"))).raw().body();
      assertTrue(!another.equals(first));
    }
  }

  @Test
  void aSnapshotBringsEverythingBack() throws IOException {
    String id = local.create(LocalEmulator.process(LocalEmulator.job("A")));
    String run = local.post("/processes/" + id + "/run", "").text("id");
    String before = local.get("/processRuns/" + run).raw().body();
    String snapshot = local.look("snapshot").raw().body();
    local.control("runs/" + run + "/cancel");
    local.call("DELETE", "/processes/" + id, "");
    assertEquals(204, local.call("PUT", "/_emulator/snapshot", snapshot).status());
    assertEquals(before, local.get("/processRuns/" + run).raw().body());
    assertEquals(200, local.get("/processes/" + id).status());
    assertEquals(204, local.control("reset").status());
    assertEquals(404, local.get("/processes/" + id).status());
    assertEquals("2024-10-01", local.look("clock").text("today"));
  }

  @Test
  void theRequestLogShowsWhatWasSent() throws IOException {
    local.create(LocalEmulator.process(LocalEmulator.job("A")));
    local.get("/processes?$maxpagesize=0");
    List<Json> log = local.look("requests").array();
    assertEquals(2, log.size());
    Json.Obj last = (Json.Obj) log.getLast();
    assertEquals("listProcesses", last.text("operation").orElse(""));
    assertEquals(400, last.integer("status").orElse(0L));
    assertTrue(last.text("uri").orElse("").endsWith("$maxpagesize=0"));
    long number = last.integer("number").orElseThrow();
    assertEquals(0, local.look("requests?since=" + number).array().size());
    assertEquals(204, local.call("DELETE", "/_emulator/requests", "").status());
    assertEquals(0, local.look("requests").array().size());
  }

  @Test
  void readingsAreListedAndSwitched() throws IOException {
    Json list = local.look("assumptions").json();
    assertTrue(list.write().contains("\"key\":\"shift\""));
    assertTrue(Emulator.assumptions().contains("* declared - "));
    assertEquals(
        400, local.call("PUT", "/_emulator/readings", "{\"shift\": \"sideways\"}").status());
    assertEquals(400, local.call("PUT", "/_emulator/readings", "{\"none\": \"x\"}").status());
    LocalEmulator.LocalResponse answer =
        local.call("PUT", "/_emulator/readings", "{\"shift\": \"roll\"}");
    assertEquals("roll", answer.text("shift"));
    Emulator wrong =
        new Emulator(LocalEmulator.options().withAssumptionChoices(java.util.Map.of("shift", "x")));
    assertThrows(EmulatorException.class, wrong::start);
  }

  @Test
  void anEditIsSignedBySomebodyElse() throws IOException {
    String id = local.create(LocalEmulator.process(LocalEmulator.job("A")));
    LocalEmulator.LocalResponse answer =
        local.control(
            "processes/" + id + "/edit",
            "{\"set\": {\"/root/children/0/job/arguments/sendTaskArgs/dueDate\": \"2025-01-01\","
                + " \"/root/children/-\": {\"type\": \"job\", \"job\": {\"id\": \"hers\"}}}}");
    assertEquals(200, answer.status());
    assertEquals(2, answer.object().integer("revision").orElse(0L));
    String text = local.get("/processes/" + id).raw().body();
    assertTrue(text.contains("\"id\":\"hers\"") && text.contains("\"id\":\"somebody-else\""));
    assertEquals(
        400,
        local
            .control("processes/" + id + "/edit", "{\"remove\": [\"/root/children/9\"]}")
            .status());
    assertEquals(404, local.control("processes/nope/edit", "{}").status());
  }

  @Test
  void usersCanBeKnown() throws IOException {
    local.call("PUT", "/_emulator/users", "{\"known\": [\"anna\"]}");
    local.create(LocalEmulator.process(LocalEmulator.job("A")));
    for (String who : List.of("\"approver\": {\"id\": \"zoe\"}", "\"approverUser\": \"zoe\"")) {
      LocalEmulator.LocalResponse answer =
          local.post(
              "/processes", LocalEmulator.process(LocalEmulator.job("A", "manual", ", " + who)));
      assertEquals(400, answer.status());
      assertEquals("invalidUser", answer.text("code"));
    }
  }

  @Test
  void pagesOfOtherSitesAreRefused() throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(local.base().resolve("/_emulator/reset"))
            .header("Origin", "https://example.com")
            .POST(HttpRequest.BodyPublishers.noBody());
    assertEquals(403, local.send(request).status());
    String own = local.base().toString();
    assertEquals(204, local.send(request.copy().setHeader("Origin", own)).status());
  }

  /// A page whose host name resolves to this machine (DNS rebinding) has the same origin as its
  /// calls.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /processes",
        "POST /processes",
        "GET /processes/1",
        "POST /oauth2/token",
        "GET /",
        "POST /_emulator/reset"
      })
  void otherNamesOfThisMachineAreRefused(String line) throws IOException {
    for (String host : List.of("rebound.test", "127.0.0.1.evil.test", "evil.localhost", "[::2]")) {
      assertEquals("HTTP/1.1 403 Forbidden", statusLine(line, host));
    }
    for (String host : List.of("127.0.0.1", "localhost", "[::1]")) {
      assertFalse(statusLine(line, host).contains("403"), host);
    }
  }

  private String statusLine(String line, String host) throws IOException {
    int port = local.base().getPort();
    String call =
        line
            + " HTTP/1.1\r\nHost: "
            + host
            + ":"
            + port
            + "\r\nAuthorization: Bearer t\r\nX-Version: 2026-04-01.processes.preview"
            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return answer.substring(0, Math.max(0, answer.indexOf('\r')));
    }
  }

  @Test
  void seedsAreThereFromTheStart() throws IOException {
    String id = local.create(LocalEmulator.process(LocalEmulator.job("A")));
    String body = local.get("/processes/" + id).raw().body();
    Files.writeString(folder.resolve("one.json"), body);
    try (LocalEmulator other = new LocalEmulator(LocalEmulator.options().withSeed(folder))) {
      assertEquals(body, other.get("/processes/" + id).raw().body());
      assertEquals(201, other.post("/processes/" + id + "/run", "").status());
    }
    Files.writeString(folder.resolve("two.json"), "{\"name\": \"no id\"}");
    Emulator emulator = new Emulator(LocalEmulator.options().withSeed(folder));
    EmulatorException fault = assertThrows(EmulatorException.class, emulator::start);
    assertTrue(fault.message().contains("two.json"), fault.message());
  }

  @Test
  void aSeededRunGoesOnWhereItWas() throws IOException {
    String group =
        LocalEmulator.inGroup(
            LocalEmulator.group("G", true, LocalEmulator.job("B"), LocalEmulator.job("C")));
    String id = local.create(LocalEmulator.process(LocalEmulator.job("A"), group));
    String run = local.post("/processes/" + id + "/run", "").text("id");
    Json.Obj task = (Json.Obj) local.look("tasks").array().getFirst();
    local.control("tasks/" + task.text("task").orElseThrow() + "/complete");
    String body = local.get("/processRuns/" + run).raw().body();
    Files.writeString(folder.resolve("process.json"), local.get("/processes/" + id).raw().body());
    Files.writeString(folder.resolve("run.json"), body);
    try (LocalEmulator other = new LocalEmulator(LocalEmulator.options().withSeed(folder))) {
      assertEquals(body, other.get("/processRuns/" + run).raw().body());
      assertEquals(409, other.post("/processes/" + id + "/run", "").status());
      for (Json open : other.look("tasks").array()) {
        other.control("tasks/" + ((Json.Obj) open).text("task").orElseThrow() + "/complete");
      }
      assertEquals("complete", other.get("/processRuns/" + run).text("status"));
    }
  }

  @Test
  void aTakenPortIsOneMessage() {
    Emulator emulator = new Emulator(LocalEmulator.options().withPort(local.base().getPort()));
    EmulatorException fault = assertThrows(EmulatorException.class, emulator::start);
    assertTrue(fault.message().startsWith("port " + local.base().getPort() + " is taken"));
  }
}
