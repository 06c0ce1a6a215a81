package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Error responses: their status, their shape, and that nothing was changed.
final class ErrorResponsesTest {
  @AutoClose private static final LocalEmulator local = LocalEmulator.october();

  private static void shaped(LocalEmulator.LocalResponse answer, int status, String code) {
    assertEquals(status, answer.status(), answer.raw().body());
    assertEquals(code, answer.text("code"));
    assertTrue(!answer.text("message").isEmpty());
    assertTrue(!answer.header("X-Request-Id").isEmpty());
    assertEquals("application/json", answer.header("Content-Type"));
    List<String> known =
        List.of("code", "message", "target", "meta", "details", "documentationUrl");
    assertTrue(known.containsAll(answer.object().members().keySet()));
  }

  @Test
  void withoutTheVersionTheHeaderIsNamed() throws IOException {
    HttpRequest.Builder bare =
        HttpRequest.newBuilder(local.base().resolve("/processes"))
            .header("Authorization", "Bearer x");
    LocalEmulator.LocalResponse answer = local.send(bare);
    shaped(answer, 400, "INVALID_ARGUMENT");
    assertEquals("X-Version", answer.text("target"));
    assertTrue(answer.text("message").contains(LocalEmulator.VERSION));
    LocalEmulator.LocalResponse other = local.send(bare.header("X-Version", "2026-01-01"));
    assertTrue(other.text("message").contains("2026-01-01"));
    try (LocalEmulator strict = LocalEmulator.october("missing-version", "404")) {
      HttpRequest.Builder there = HttpRequest.newBuilder(strict.base().resolve("/processes"));
      assertEquals(404, strict.send(there).status());
    }
  }

  @Test
  void withoutATokenItIs401() throws IOException {
    for (String header : List.of("Basic abc", "Bearer ", "token")) {
      shaped(
          local.send(local.request("GET", "/processes", "").setHeader("Authorization", header)),
          401,
          "Unauthorized");
    }
  }

  @Test
  void whatIsNotThereIs404() throws IOException {
    LocalEmulator.LocalResponse answer = local.get("/processes/51bcc3ec3d0b4aadb69659e2a7ed767b");
    shaped(answer, 404, "404");
    assertEquals(
        "Could not find process id 51bcc3ec3d0b4aadb69659e2a7ed767b", answer.text("message"));
    shaped(local.patch("/processes/x", "[]"), 404, "404");
    shaped(local.call("DELETE", "/processes/x", ""), 404, "404");
    for (String call : List.of("batchUpdates", "validation", "run", "restore")) {
      shaped(local.post("/processes/x/" + call, "{\"data\": []}"), 404, "404");
    }
    shaped(local.get("/processRuns/x"), 404, "404");
    shaped(local.post("/processRuns/x/jobRuns", "[]"), 404, "404");
    shaped(local.get("/letters"), 404, "404");
  }

  @Test
  void anotherMethodIs405() throws IOException {
    LocalEmulator.LocalResponse answer = local.call("PUT", "/processes", "{}");
    shaped(answer, 405, "405");
    assertEquals("GET, POST", answer.header("Allow"));
  }

  @Test
  void aBodyAboveTenMebibytesIs413() throws IOException {
    String text = "x".repeat(10 * 1024 * 1024 - 2);
    assertEquals(400, local.post("/processes", "\"" + text + "\"").status());
    shaped(local.post("/processes", "\"" + text + "x\""), 413, "413");
    shaped(local.post("/processes", "\"" + text.repeat(3) + "\""), 413, "413");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "autoClose|null|/autoClose",
        "autoClose|\"true\"|/autoClose",
        "relativeDates|null|/relativeDates",
        "certAutoApprove|0|/certAutoApprove",
        "name|7|/name",
        "name|\"\"|/name",
        "dueDate|\"31.12.2024\"|/dueDate",
        "businessDaysOfWeek|[\"mon\"]|/businessDaysOfWeek",
        "businessDateExclusions|[\"2024-12-25\",\"2024-12-25\"]|/businessDateExclusions",
        "defaultCertSignerReminders|{}|/defaultCertSignerReminders",
        "root|{\"parallel\":true}|/root/readOnly",
        "root|{\"readOnly\":false}|/root/parallel",
        "root|{\"parallel\":true,\"readOnly\":false,\"triggerType\":\"auto\"}|/root/triggerType",
        "root|{\"parallel\":true,\"readOnly\":false,\"children\":[7]}|/root/children/0",
        "root|{\"parallel\":true,\"readOnly\":false,\"children\":[{\"type\":\"task\"}]}|/root/children/0/type",
        "root|{\"parallel\":true,\"readOnly\":false,\"children\":[{\"type\":\"job\"}]}|/root/children/0/job",
        "root|{\"parallel\":true,\"readOnly\":false,\"children\":[{\"type\":\"job\",\"job\":{\"action\":\"x\"}}]}|/root/children/0/job/action",
        "root|{\"parallel\":true,\"readOnly\":false,\"children\":[{\"type\":\"job\",\"job\":{\"arguments\":{}}}]}|/root/children/0/job/arguments/type",
        "root|{\"parallel\":true,\"readOnly\":false,\"children\":[{\"type\":\"job\",\"job\":{\"action\":\"sendTask\",\"arguments\":{\"type\":\"contentRequest\"}}}]}|/root/children/0/job/action",
        "root|{\"parallel\":true,\"readOnly\":false,\"children\":[{\"type\":\"job\",\"job\":{\"arguments\":{\"type\":\"sendTask\",\"contentRequestArgs\":{}}}}]}|/root/children/0/job/arguments/contentRequestArgs",
        "root|{\"parallel\":true,\"readOnly\":false,\"children\":[{\"type\":\"job\",\"job\":{\"arguments\":{\"type\":\"sendTask\",\"sendTaskArgs\":{\"assignee\":\"anna\"}}}}]}|/root/children/0/job/arguments/sendTaskArgs/assignee",
      })
  void aBodyOfAnotherShapeIsRefusedAtItsPlace(String member, String value, String target)
      throws IOException {
    Json.Obj body = (Json.Obj) LocalEmulator.json(LocalEmulator.process(LocalEmulator.job("A")));
    Json wrong = ((Json.Obj) LocalEmulator.json("{\"v\":" + value + "}")).get("v");
    LocalEmulator.LocalResponse answer = local.post("/processes", body.with(member, wrong).write());
    shaped(answer, 400, "INVALID_ARGUMENT");
    assertEquals(target, answer.text("target"));
  }

  @Test
  void aBodyThatIsNotJsonIsRefusedWithItsPlace() throws IOException {
    LocalEmulator.LocalResponse answer = local.post("/processes", "{\"name\": }");
    shaped(answer, 400, "INVALID_ARGUMENT");
    assertTrue(answer.text("message").contains("line 1"), answer.text("message"));
    shaped(local.post("/processes", "[]"), 400, "INVALID_ARGUMENT");
    shaped(local.post("/processes", ""), 400, "INVALID_ARGUMENT");
  }

  @Test
  void tooManyCallsAMinuteAre429WithAndWithoutTheHeader() throws IOException {
    for (Map<String, String> where :
        List.of(Map.of("retry-after", "header"), Map.of("retry-after", "message"))) {
      EmulatorOptions options =
          LocalEmulator.options().withRateLimit(3).withAssumptionChoices(where);
      try (LocalEmulator slow = new LocalEmulator(options)) {
        for (int i = 0; i < 3; i++) {
          assertEquals(200, slow.get("/processes").status());
        }
        LocalEmulator.LocalResponse answer = slow.get("/processes");
        shaped(answer, 429, "429");
        String seconds = answer.header("Retry-After");
        assertEquals(where.containsValue("header"), !seconds.isEmpty());
        assertTrue(
            answer
                .text("message")
                .matches(
                    "Rate limit of 3 per 60 seconds exceeded for listProcesses requests. "
                        + "Retry request in \\d+ seconds."));
        assertEquals(404, slow.get("/processes/x").status(), "another operation has its own");
        slow.control("clock", "{\"seconds\": 60}");
        assertEquals(200, slow.get("/processes").status());
      }
    }
  }

  @Test
  void runsAreReadAsStrictlyAsProcesses() throws IOException {
    String id = local.create(LocalEmulator.process(LocalEmulator.job("A")));
    String mail = "{\"sendProcessCompleteEmail\": \"no\"}";
    LocalEmulator.LocalResponse refused = local.post("/processes/" + id + "/run", mail);
    shaped(refused, 400, "INVALID_ARGUMENT");
    assertEquals("/sendProcessCompleteEmail", refused.text("target"));
    String run = local.post("/processes/" + id + "/run", "{}").text("id");
    String other =
        "[{\"action\": \"sendTask\", \"arguments\": {\"type\": \"contentRequest\","
            + " \"contentRequestArgs\": {\"title\": \"T\"}}}]";
    assertEquals("/0/action", local.post("/processRuns/" + run + "/jobRuns", other).text("target"));
  }
}
