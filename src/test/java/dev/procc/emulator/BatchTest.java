package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// batchUpdates: renames of jobs and groups, in both documented shapes.
final class BatchTest {
  @AutoClose private final LocalEmulator local = LocalEmulator.october();
  private String id;
  private String job;
  private String root;
  private String readOnly;

  @BeforeEach
  void start() throws IOException {
    String locked =
        LocalEmulator.group("Locked", false).replace("\"readOnly\": false", "\"readOnly\": true");
    String bare = "{\"type\": \"job\", \"job\": {}}";
    id =
        local.create(
            LocalEmulator.process(LocalEmulator.job("A"), LocalEmulator.inGroup(locked), bare));
    root = tree().text("id").orElseThrow();
    job = child(0).text("id").orElseThrow();
    readOnly = child(1).text("id").orElseThrow();
  }

  private Json.Obj tree() throws IOException {
    return local.get("/processes/" + id).object().obj("root").orElseThrow();
  }

  private Json.Obj child(int index) throws IOException {
    Json.Obj child = (Json.Obj) tree().items("children").get(index);
    return child.obj("job").or(() -> child.obj("group")).orElseThrow();
  }

  private LocalEmulator.LocalResponse batch(String... items) throws IOException {
    return local.post(
        "/processes/" + id + "/batchUpdates", "{\"data\": [" + String.join(",", items) + "]}");
  }

  private static String flat(String type, String id, String name) {
    return """
    {"type": "%s", "id": "%s", "newName": "%s"}\
    """
        .formatted(type, id, name);
  }

  private static String nested(String type, String id, String name) {
    String member = type.equals("jobName") ? "jobNameUpdate" : "groupNameUpdate";
    return """
    {"type": "%s", "%s": {"id": "%s", "newName": "%s"}}\
    """
        .formatted(type, member, id, name);
  }

  private void reading(String key, String word) throws IOException {
    local.send(local.request("PUT", "/_emulator/readings", "{\"" + key + "\": \"" + word + "\"}"));
  }

  @Test
  void bothShapesRename() throws IOException {
    assertEquals(200, batch(flat("jobName", job, "B"), nested("groupName", root, "R")).status());
    assertEquals("B", title());
    assertEquals("R", tree().text("name").orElse(""));
    Json.Obj process = local.get("/processes/" + id).object();
    assertEquals(2, process.integer("revision").orElse(0L));
    assertEquals(2, child(0).integer("revision").orElse(0L));
  }

  private String title() throws IOException {
    return child(0)
        .obj("arguments")
        .flatMap(a -> a.obj("sendTaskArgs"))
        .flatMap(a -> a.text("title"))
        .orElse("");
  }

  @Test
  void eitherShapeCanBeTheOnlyOne() throws IOException {
    reading("batch-shape", "flat");
    assertEquals("/data/0/id", batch(nested("jobName", job, "B")).text("target"));
    reading("batch-shape", "nested");
    assertEquals("/data/0/jobNameUpdate", batch(flat("jobName", job, "B")).text("target"));
    assertEquals(200, batch(nested("jobName", job, "B")).status());
  }

  @Test
  void oneUnknownIdAndNothingIsApplied() throws IOException {
    LocalEmulator.LocalResponse answer =
        batch(flat("jobName", job, "B"), flat("jobName", "nope", "C"));
    assertEquals(400, answer.status());
    assertEquals("/data/1/id", answer.text("target"));
    assertEquals("nope", answer.object().obj("meta").orElseThrow().text("jobId").orElse(""));
    assertEquals("A", title());
    reading("batch-atomic", "partial");
    assertEquals(400, batch(flat("jobName", job, "B"), flat("jobName", "nope", "C")).status());
    assertEquals("B", title());
  }

  @Test
  void whatIsNotRightIsRefused() throws IOException {
    assertEquals("/data/0/id", batch(flat("groupName", job, "B")).text("target"));
    assertEquals("/data/0/newName", batch(flat("jobName", job, "")).text("target"));
    assertEquals("/data/0/type", batch(flat("name", job, "B")).text("target"));
    assertEquals("/data", local.post("/processes/" + id + "/batchUpdates", "{}").text("target"));
    String bare = child(2).text("id").orElseThrow();
    assertEquals("/data/0/id", batch(flat("jobName", bare, "B")).text("target"));
    assertEquals("/data/0/id", batch(flat("groupName", readOnly, "B")).text("target"));
    reading("rename-read-only", "allow");
    assertEquals(200, batch(flat("groupName", readOnly, "B")).status());
  }

  @Test
  void threeThousandAndNotOneMore() throws IOException {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      items.add(flat("jobName", job, "N" + i));
    }
    assertEquals(200, batch(items.toArray(new String[0])).status());
    assertEquals("N2999", title());
    items.add(flat("jobName", job, "too many"));
    LocalEmulator.LocalResponse answer = batch(items.toArray(new String[0]));
    assertEquals(400, answer.status());
    assertTrue(answer.text("message").contains("3001"));
    assertEquals("N2999", title());
  }
}
