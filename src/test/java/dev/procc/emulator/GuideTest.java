package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The guide's requests, sent by curl with the guide's own flags and bodies, with only the host
/// changed. The bodies are files in the test resources.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class GuideTest {
  private static final Path BODIES = Path.of("src/test/resources/emulator/guide");
  private static final String TOKEN = "your_access_token_here";
  @AutoClose private static final LocalEmulator local = LocalEmulator.october();
  private static String process;
  private static String run;
  @TempDir Path folder;

  private record CurlResult(int status, Json body) {
    Json.Obj object() {
      return body instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    }
  }

  private CurlResult curl(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Files.writeString(out, "");
    List<String> command =
        new ArrayList<>(List.of("curl", "-s", "-o", out.toString(), "-w", "%{http_code}"));
    command.addAll(List.of("-X", method, local.base() + path));
    command.addAll(List.of("-H", "Authorization: Bearer " + TOKEN));
    if (!type.isEmpty()) {
      command.addAll(List.of("-H", type));
    }
    command.addAll(List.of("-H", "X-Version: " + LocalEmulator.VERSION));
    if (!body.isEmpty()) {
      command.addAll(List.of("-d", "@" + BODIES.resolve(body).toAbsolutePath()));
    }
    Process curl = new ProcessBuilder(command).redirectErrorStream(true).start();
    String status = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, curl.waitFor());
    return new CurlResult(
        Integer.parseInt(status.strip()), LocalEmulator.json(Files.readString(out)));
  }

  private static final String JSON = "Content-Type: application/json";
  private static final String ACCEPT = "Accept: application/json";

  @Test
  @Order(1)
  void create() throws Exception {
    CurlResult sent = curl("POST", "/processes", JSON, "create.json");
    assertEquals(201, sent.status());
    assertEquals(1, sent.object().integer("revision").orElse(0L));
    assertEquals("Q4 2024 Financial Close", sent.object().text("name").orElse(""));
    process = sent.object().text("id").orElse("");
    assertEquals(32, process.length());
  }

  @Test
  @Order(2)
  void get() throws Exception {
    CurlResult sent = curl("GET", "/processes/" + process, ACCEPT, "");
    assertEquals(200, sent.status());
    CurlResult without =
        curl("GET", "/processes/" + process + "?excludeGeneratedJobs=true", ACCEPT, "");
    assertEquals(sent.body(), without.body());
  }

  @Test
  @Order(3)
  void patch() throws Exception {
    CurlResult sent =
        curl(
            "PATCH",
            "/processes/" + process,
            "Content-Type: application/json-patch+json",
            "patch.json");
    assertEquals(200, sent.status());
    assertEquals("Q4 2024 Financial Close — Updated", sent.object().text("name").orElse(""));
    assertEquals("2025-01-15", sent.object().text("dueDate").orElse(""));
    assertEquals(Json.of(false), sent.object().get("autoClose"));
    assertEquals(2, sent.object().integer("revision").orElse(0L));
    assertTrue(!sent.object().has("businessDateExclusions"));
  }

  @Test
  @Order(4)
  void batch() throws Exception {
    Json.Obj root = root(curl("GET", "/processes/" + process, ACCEPT, ""));
    String job =
        ((Json.Obj) root.items("children").getFirst())
            .obj("job")
            .orElseThrow()
            .text("id")
            .orElseThrow();
    String group = root.text("id").orElseThrow();
    String body =
        Files.readString(BODIES.resolve("batch.json"))
            .replace("job-001", job)
            .replace("root-group-abc123", group);
    Path file = folder.resolve("batch.json");
    Files.writeString(file, body);
    CurlResult sent =
        curl("POST", "/processes/" + process + "/batchUpdates", JSON, file.toString());
    assertEquals(200, sent.status());
    assertEquals("Q4 Close Workflow — Final", root(sent).text("name").orElse(""));
    assertTrue(sent.body().write().contains("Reconcile AR — All Entities"));
  }

  private static Json.Obj root(CurlResult sent) {
    return sent.object().obj("root").orElseThrow();
  }

  @Test
  @Order(5)
  void validate() throws Exception {
    CurlResult sent = curl("POST", "/processes/" + process + "/validation", ACCEPT, "");
    assertEquals(200, sent.status());
    assertEquals("{\"errors\":[]}", sent.body().write());
  }

  @Test
  @Order(6)
  void run() throws Exception {
    CurlResult sent = curl("POST", "/processes/" + process + "/run", JSON, "run.json");
    assertEquals(201, sent.status());
    run = sent.object().text("id").orElse("");
    assertEquals(process, sent.object().text("process").orElse(""));
    assertEquals("running", sent.object().text("status").orElse(""));
    assertEquals("{\"waiting\":2}", sent.object().obj("statusCounts").orElseThrow().write());
    Json.Obj child = (Json.Obj) root(sent).items("children").getFirst();
    assertEquals("waiting", child.obj("job").orElseThrow().text("actionStatus").orElse(""));
    assertEquals(
        "{\"type\":\"sendTask\"}",
        child.obj("job").orElseThrow().obj("metadata").orElseThrow().write());
  }

  @Test
  @Order(7)
  void monitor() throws Exception {
    CurlResult sent = curl("GET", "/processRuns/" + run, ACCEPT, "");
    assertEquals(200, sent.status());
    assertEquals(
        "{\"Running\":1,\"Waiting\":1}",
        sent.object().obj("statusCounts").orElseThrow().canonical());
    Json.Obj child = (Json.Obj) root(sent).items("children").getFirst();
    assertEquals("running", child.obj("jobRun").orElseThrow().text("status").orElse(""));
  }

  @Test
  @Order(8)
  void addJobs() throws Exception {
    String group = root(curl("GET", "/processRuns/" + run, ACCEPT, "")).text("id").orElseThrow();
    CurlResult sent =
        curl(
            "POST",
            "/processRuns/" + run + "/jobRuns?parentGroupId=" + group,
            JSON,
            "jobruns.json");
    assertEquals(201, sent.status());
    Json.Obj added = (Json.Obj) ((Json.Arr) sent.body()).items().getFirst();
    assertEquals(group, added.text("parent").orElse(""));
    assertEquals(2, added.integer("ordinal").orElse(-1L));
    assertEquals("waiting", added.text("status").orElse(""));
  }

  @Test
  @Order(9)
  void trashAndRestore() throws Exception {
    assertEquals(204, curl("DELETE", "/processes/" + process, ACCEPT, "").status());
    assertEquals(404, curl("GET", "/processes/" + process, ACCEPT, "").status());
    CurlResult restored = curl("POST", "/processes/" + process + "/restore", "", "");
    assertEquals(200, restored.status());
    assertEquals(process, restored.object().text("id").orElse(""));
    assertEquals(409, curl("POST", "/processes/" + process + "/restore", "", "").status());
  }
}
