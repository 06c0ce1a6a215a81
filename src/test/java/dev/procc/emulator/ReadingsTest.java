package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.Assumption;
import dev.procc.emulator.assumption.Assumptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The assumptions that no other test changes; and every assumption has a test.
final class ReadingsTest {
  private static final String NAME =
      "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"Close\"}]";

  @Test
  void everyReadingIsSwitchedInATest() throws IOException {
    StringBuilder tests = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/test/java/dev/procc/emulator"))) {
      for (Path file : files.toList()) {
        tests.append(Files.readString(file));
      }
    }
    List<String> missing = new ArrayList<>();
    for (Assumption reading : Assumptions.LIST) {
      for (Assumption.Choice choice : reading.choices()) {
        Pattern used =
            Pattern.compile(
                Pattern.quote(reading.key()) + "\\W+" + Pattern.quote(choice.word()) + "\\b");
        boolean moved =
            reading.key().equals("shift") && tests.indexOf("moved(\"" + choice.word()) > 0;
        boolean standard = choice.word().equals(reading.defaultWord());
        if (!standard && !moved && !used.matcher(tests).find()) {
          missing.add(reading.key() + "=" + choice.word());
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private static Json.Obj process(String job) {
    return (Json.Obj) LocalEmulator.json(LocalEmulator.process(job));
  }

  private static String read(LocalEmulator local, String body) throws IOException {
    return local.get("/processes/" + local.create(body)).raw().body();
  }

  @Test
  void unknownFields() throws IOException {
    String body =
        process(LocalEmulator.job("A", "manual", ", \"colour\": \"red\""))
            .with("x-key", Json.of("k"))
            .write();
    try (LocalEmulator local = LocalEmulator.october()) {
      String text = read(local, body);
      assertFalse(text.contains("x-key") || text.contains("colour"));
    }
    try (LocalEmulator local = LocalEmulator.october("unknown-fields", "keep")) {
      String text = read(local, body);
      assertTrue(text.contains("\"x-key\":\"k\"") && text.contains("\"colour\":\"red\""));
    }
    try (LocalEmulator local = LocalEmulator.october("unknown-fields", "refuse")) {
      assertEquals("/x-key", local.post("/processes", body).text("target"));
    }
  }

  @Test
  void idsOfTheCaller() throws IOException {
    String body =
        process(LocalEmulator.job("A"))
            .with("id", Json.of("mine"))
            .write()
            .replace("\"job\":{", "\"job\":{\"id\":\"my-job\",");
    try (LocalEmulator local = LocalEmulator.october()) {
      String text = read(local, body);
      assertFalse(text.contains("mine") || text.contains("my-job"));
    }
    try (LocalEmulator local = LocalEmulator.october("caller-ids", "keep")) {
      assertEquals("mine", local.create(body));
      assertTrue(local.get("/processes/mine").raw().body().contains("\"id\":\"my-job\""));
      assertFalse(local.create(body).equals("mine"));
    }
    try (LocalEmulator local = LocalEmulator.october("caller-ids", "refuse")) {
      assertEquals("/id", local.post("/processes", body).text("target"));
    }
  }

  @Test
  void participants() throws IOException {
    String group =
        LocalEmulator.process(
            LocalEmulator.job("A").replace("\"type\": \"user\"", "\"type\": \"group\""));
    String flat =
        LocalEmulator.process(LocalEmulator.job("A", "manual", ", \"approverUser\": \"maria\""));
    try (LocalEmulator local = LocalEmulator.october()) {
      assertTrue(read(local, group).contains("{\"id\":\"anna\",\"type\":\"group\"}"));
      String text = read(local, flat);
      assertTrue(text.contains("\"approver\":{\"id\":\"maria\",\"type\":\"user\"}"));
      assertFalse(text.contains("approverUser"));
    }
    try (LocalEmulator local = LocalEmulator.october("participant-types", "user")) {
      LocalEmulator.LocalResponse answer = local.post("/processes", group);
      assertEquals("invalidUser", answer.text("code"));
      assertTrue(answer.text("target").endsWith("/assignee"));
    }
  }

  @Test
  void emptyTextsAndLongOnes() throws IOException {
    String empty =
        LocalEmulator.process(LocalEmulator.job("A", "manual", ", \"instructions\": \"\""));
    String longer = LocalEmulator.process(LocalEmulator.job("x".repeat(501)));
    try (LocalEmulator local = LocalEmulator.october()) {
      assertTrue(read(local, empty).contains("\"instructions\":\"\""));
      local.create(longer);
    }
    try (LocalEmulator local = LocalEmulator.october("empty-text", "absent", "lengths", "tasks")) {
      assertFalse(read(local, empty).contains("instructions"));
      assertTrue(local.post("/processes", longer).text("target").endsWith("/title"));
    }
  }

  @Test
  void sets() throws IOException {
    String body =
        process(LocalEmulator.job("A"))
            .with("businessDateExclusions", Json.texts(List.of("2024-12-25", "2024-11-28")))
            .write();
    try (LocalEmulator local = LocalEmulator.october()) {
      assertTrue(read(local, body).contains("[\"2024-12-25\",\"2024-11-28\"]"));
    }
    try (LocalEmulator local = LocalEmulator.october("set-order", "sorted")) {
      assertTrue(read(local, body).contains("[\"2024-11-28\",\"2024-12-25\"]"));
    }
  }

  @Test
  void defaultsOfTheServer() throws IOException {
    String body =
        LocalEmulator.process(
            LocalEmulator.job("A").replace("\"triggerType\": \"whenEligible\",", ""));
    try (LocalEmulator local = LocalEmulator.october()) {
      String text = read(local, body);
      assertFalse(
          text.contains("\"action\"")
              || text.replaceFirst("triggerType", "").contains("triggerType"));
    }
    try (LocalEmulator local =
        LocalEmulator.october(
            "trigger-default", "filled", "action-default", "filled", "create-reply", "brief")) {
      LocalEmulator.LocalResponse created = local.post("/processes", body);
      assertTrue(created.raw().body().contains("\"arguments\":{\"type\":\"sendTask\"}"));
      String text = local.get("/processes/" + created.text("id")).raw().body();
      assertTrue(text.contains("\"action\":\"sendTask\""));
      assertEquals(2, text.split("whenEligible", -1).length - 1);
      assertTrue(text.contains("sendTaskArgs"));
    }
  }

  @Test
  void flagsOfTheProcess() throws IOException {
    String patch = "[{\"op\": \"replace\", \"path\": \"/iwmOptOut\", \"value\": true}]";
    try (LocalEmulator local = LocalEmulator.october()) {
      String id = local.create(LocalEmulator.process(LocalEmulator.job("A")));
      assertFalse(local.patch("/processes/" + id, patch).raw().body().contains("iwmOptOut"));
      String run = local.post("/processes/" + id + "/run", "").raw().body();
      assertTrue(run.contains("\"ipmBetaEnabled\":false,\"iwmOptOut\":true"), run);
    }
    try (LocalEmulator local = LocalEmulator.october("process-flags", "shown")) {
      String id = local.create(LocalEmulator.process(LocalEmulator.job("A")));
      assertTrue(
          local.patch("/processes/" + id, patch).raw().body().contains("\"iwmOptOut\":true"));
    }
  }

  @Test
  void revisions() throws IOException {
    String two =
        NAME.replace("]", ", {\"op\": \"replace\", \"path\": \"/autoClose\", \"value\": false}]");
    try (LocalEmulator local = LocalEmulator.october()) {
      String id = local.create(LocalEmulator.process());
      assertEquals(2, revision(local.patch("/processes/" + id, NAME)));
      assertEquals(3, revision(local.patch("/processes/" + id, two)));
    }
    try (LocalEmulator local =
        LocalEmulator.october("patch-noop", "stays", "revision-step", "operation")) {
      String id = local.create(LocalEmulator.process());
      assertEquals(1, revision(local.patch("/processes/" + id, NAME)));
      assertEquals(3, revision(local.patch("/processes/" + id, two)));
    }
  }

  private static long revision(LocalEmulator.LocalResponse answer) {
    return answer.object().integer("revision").orElse(0L);
  }

  @Test
  void absentMembers() throws IOException {
    String remove = "[{\"op\": \"remove\", \"path\": \"/dueDate\"}]";
    String set = "[{\"op\": \"replace\", \"path\": \"/dueDate\", \"value\": \"2025-01-01\"}]";
    try (LocalEmulator local =
        LocalEmulator.october("remove-absent", "ignore", "replace-absent", "refuse")) {
      String id = local.create(LocalEmulator.process());
      assertEquals(200, local.patch("/processes/" + id, remove).status());
      assertEquals(400, local.patch("/processes/" + id, set).status());
      assertEquals(200, local.patch("/processes/" + id, NAME).status());
    }
  }

  @Test
  void changesWhileARunIsActive() throws IOException {
    try (LocalEmulator local =
        LocalEmulator.october("patch-running", "refuse", "trash-active", "refuse")) {
      String id = local.create(LocalEmulator.process(LocalEmulator.job("A")));
      String run = local.post("/processes/" + id + "/run", "").text("id");
      assertEquals(409, local.patch("/processes/" + id, NAME).status());
      assertEquals(
          409, local.post("/processes/" + id + "/batchUpdates", "{\"data\": []}").status());
      assertEquals(409, local.call("DELETE", "/processes/" + id, "").status());
      local.control("runs/" + run + "/cancel");
      assertEquals(200, local.patch("/processes/" + id, NAME).status());
      assertEquals(204, local.call("DELETE", "/processes/" + id, "").status());
    }
  }

  @Test
  void unknownFieldsBelowAndBesideTheProcess() throws IOException {
    String job = LocalEmulator.job("A").replaceFirst("\\{\"type\"", "{\"colour\": 1, \"type\"");
    try (LocalEmulator local = LocalEmulator.october("unknown-fields", "keep")) {
      assertTrue(read(local, LocalEmulator.process(job)).contains("\"colour\":1"));
    }
    try (LocalEmulator local = LocalEmulator.october("unknown-fields", "refuse")) {
      String id = local.create(LocalEmulator.process(LocalEmulator.job("A")));
      String path = "/processes/" + id;
      String batch = "{\"data\": [], \"x\": 1}";
      assertEquals("/x", local.post(path + "/batchUpdates", batch).text("target"));
      String item = "{\"type\": \"jobName\", \"id\": \"a\", \"newName\": \"b\", \"x\": 1}";
      String data = "{\"data\": [" + item + "]}";
      assertEquals("/data/0/x", local.post(path + "/batchUpdates", data).text("target"));
      String patch = NAME.replace("}", ", \"x\": 1}");
      assertEquals("/0/x", local.patch(path, patch).text("target"));
      assertEquals("/mail", local.post(path + "/run", "{\"mail\": false}").text("target"));
    }
  }

  @Test
  void jobRunsAndCertificationsAreReadLikeJobs() throws IOException {
    String added =
        "[{\"action\": \"sendTask\", \"arguments\": {\"type\": \"sendTask\","
            + " \"sendTaskArgs\": {\"title\": \"T\", \"assigneeUser\": \"a\"}}}]";
    String certification =
        "{\"type\": \"job\", \"job\": {\"arguments\": {\"type\": \"certification\","
            + " \"certificationArgs\": {\"title\": \"%s\"}}}}".formatted("x".repeat(501));
    String nobody = LocalEmulator.job("A", "manual", ", \"approverUser\": \"\"");
    try (LocalEmulator local =
        LocalEmulator.october(
            "trigger-default", "filled", "lengths", "tasks", "empty-text", "absent")) {
      String id = local.create(LocalEmulator.process(LocalEmulator.job("A")));
      String run = local.post("/processes/" + id + "/run", "").text("id");
      String reply = local.post("/processRuns/" + run + "/jobRuns", added).raw().body();
      assertTrue(reply.contains("\"triggerType\":\"whenEligible\""), reply);
      var refused = local.post("/processes", LocalEmulator.process(certification));
      assertTrue(refused.text("target").endsWith("/certificationArgs/title"));
      assertFalse(read(local, LocalEmulator.process(nobody)).contains("approver"));
    }
  }
}
