package dev.procc.live.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.plan.ProcessFixture;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessJob;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The wire form of a process, compared with bodies as the API's guide shows them.
class ProcessJsonTest {
  private static final String GUIDE_GET =
      """
      {
        "id": "e7b9920095e342889190b4d7eaeca6fa",
        "name": "Q4 2024 Financial Close",
        "autoClose": true, "certAutoApprove": false, "relativeDates": true,
        "dueDate": "2024-12-31", "revision": 3,
        "modified": {"dateTime": "2024-10-01T14:30:00Z", "user": {"id": "V1ZVd2"}},
        "root": {
          "id": "root-group-abc123", "name": "Close Workflow",
          "parallel": false, "readOnly": false, "triggerType": "whenEligible",
          "children": [
            {"type": "job", "job": {
              "id": "job-001",
              "arguments": {"type": "sendTask", "sendTaskArgs": {
                "title": "Reconcile accounts receivable",
                "assignee": {"id": "user-analyst-001", "type": "user"},
                "dueDate": "2024-12-15"}}}}
          ]
        }
      }
      """;

  private static LiveProcess read(String body) {
    try {
      return ProcessJson.read(JsonReader.read(body));
    } catch (JsonException | WireException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void readsWhatTheGuideGets() {
    LiveProcess live = read(GUIDE_GET);
    assertEquals("e7b9920095e342889190b4d7eaeca6fa", live.id());
    assertEquals(3L, live.revision());
    assertEquals("V1ZVd2", live.modified().userId());
    assertEquals("Q4 2024 Financial Close", live.name());
    ProcessJob job = (ProcessJob) live.process().root().children().getFirst();
    assertEquals("job-001", job.key());
    assertEquals(ActionKind.SEND_TASK, job.kind());
    assertEquals(Json.of("2024-12-15"), job.field(FieldRole.DUE_DATE));
    assertEquals(List.of(), live.marks().unknownFields());
  }

  @Test
  void bothSpellingsOfAParticipantAreEqual() {
    String old =
        GUIDE_GET.replace(
            "\"assignee\": {\"id\": \"user-analyst-001\", \"type\": \"user\"}",
            "\"assigneeUser\": \"user-analyst-001\"");
    assertEquals(read(GUIDE_GET).contentHash(), read(old).contentHash());
    String bare =
        GUIDE_GET.replace(
            "\"assignee\": {\"id\": \"user-analyst-001\", \"type\": \"user\"}",
            "\"assignee\": \"user-analyst-001\", \"assigneeUser\": null");
    assertEquals(read(GUIDE_GET).contentHash(), read(bare).contentHash());
  }

  @Test
  void whatMeansNothingIsNotSeen() {
    String noisy =
        GUIDE_GET
            .replace("\"revision\": 3", "\"revision\": 4, \"businessDateExclusions\": []")
            .replace(
                "\"dueDate\": \"2024-12-15\"",
                "\"dueDate\": \"2024-12-15\", \"instructions\": \"\"")
            .replace(
                "\"id\": \"job-001\"",
                "\"id\": \"job-001\", \"ordinal\": 7, \"triggerType\": null");
    assertEquals(read(GUIDE_GET).contentHash(), read(noisy).contentHash());
    assertNotEquals(
        read(GUIDE_GET).contentHash(),
        read(GUIDE_GET.replace("2024-12-15", "2024-12-16")).contentHash());
  }

  @Test
  void generatedJobsAreLeftOutWhereverTheyStand() {
    String more =
        GUIDE_GET
            .replace(
                "\"children\": [",
                "\"children\": [{\"type\": \"job\", \"job\": {\"id\": \"x\","
                    + " \"action\": \"certificationSignerGenerated\"}},")
            .replace("\"id\": \"job-001\"", "\"id\": \"job-001\", \"generated\": {\"id\": \"g\"}");
    assertEquals(read(GUIDE_GET).contentHash(), read(more).contentHash());
  }

  @Test
  void unknownMembersAreKeptWithTheirPaths() {
    String more =
        GUIDE_GET
            .replace("\"revision\": 3", "\"revision\": 3, \"mood\": \"calm\"")
            .replace("\"dueDate\": \"2024-12-15\"", "\"dueDate\": \"2024-12-15\", \"a/b\": 1");
    assertEquals(
        List.of("/mood", "/root/children/0/job/arguments/sendTaskArgs/a~1b"),
        read(more).marks().unknownFields().stream().map(UnknownField::path).toList());
  }

  @Test
  void aBodyThatIsNoProcessSaysWhere() {
    WireException fault =
        assertThrows(
            WireException.class,
            () -> ProcessJson.read(JsonReader.read(GUIDE_GET.replace("\"id\": \"job-001\",", ""))));
    assertEquals("/root/children/0/job/id", fault.path());
    assertThrows(WireException.class, () -> ProcessJson.read(Json.Arr.EMPTY));
    assertThrows(
        WireException.class,
        () -> ProcessJson.read(JsonReader.read(GUIDE_GET.replace("job-001", "root-group-abc123"))));
  }

  @Test
  void createCarriesWhatTheApiDemandsAndLeavesOutWhatItDoesNotTake() {
    Process process =
        ProcessFixture.process(
            ProcessFixture.serial(
                "root", List.of(ProcessFixture.task("a", "title", "A", "assignee", "u1"))),
            "name",
            "N",
            "ipmBetaEnabled",
            true,
            "businessDaysOfWeek",
            List.of("friday", "monday", "monday"));
    CreateBody create = ProcessJson.createBody(process);
    assertEquals(
        "{\"autoClose\":false,\"businessDaysOfWeek\":[\"monday\",\"friday\"],"
            + "\"certAutoApprove\":false,\"name\":\"N\",\"relativeDates\":false,"
            + "\"root\":{\"children\":[{\"job\":{\"action\":\"sendTask\",\"arguments\":"
            + "{\"sendTaskArgs\":{\"assignee\":{\"id\":\"u1\",\"type\":\"user\"},\"title\":\"A\"},"
            + "\"type\":\"sendTask\"}},\"type\":\"job\"}],\"parallel\":false,\"readOnly\":false}}",
        create.body().canonical());
    assertEquals(
        List.of(Fields.PROCESS_IPM_BETA_ENABLED), List.copyOf(create.writeOnly().keySet()));
  }

  @Test
  void certificationsPassThrough() {
    Process process =
        ProcessFixture.process(
            ProcessFixture.serial(
                "root",
                List.of(
                    ProcessFixture.job(
                        ActionKind.CERTIFICATION,
                        "cfo",
                        "title",
                        "CFO certifies",
                        "arguments",
                        Json.object().put("letter", "l1").build()))));
    Json.Obj body = ProcessJson.createBody(process).body();
    assertTrue(
        body.canonical()
            .contains("\"certificationArgs\":{\"letter\":\"l1\",\"title\":\"CFO certifies\"}"));
    LiveProcess live = ProcessFixture.read(ProcessFixture.stored(body, "p"));
    assertEquals(body, ProcessJson.createBody(live.process()).body());
  }

  @Test
  void aPageOfTheList() throws Exception {
    Json.Obj page =
        (Json.Obj)
            JsonReader.read(
                """
                {"@nextLink": "https://x/processes?$next=abc",
                 "data": [{"id": "p1", "name": "Close", "revision": 5, "relativeDates": false,
                           "autoClose": true, "certAutoApprove": false,
                           "run": {"id": "r1", "status": "Complete"}},
                          {"id": "p2", "name": "Open", "dueDate": null,
                           "run": {"id": "r2", "status": "errorHold"}}]}
                """);
    List<Json.Obj> items = page.items("data").stream().map(item -> (Json.Obj) item).toList();
    List<ProcessSummary> list = ProcessJson.readList(items);
    assertTrue(list.get(0).run() != null && list.get(0).run().isFinished());
    assertTrue(list.get(1).run() != null && !list.get(1).run().isFinished());
  }
}
